"""Pictures as they are kept."""

import zlib
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageCms

from people import pictures
from people.pictures import MAX_SIDE, MOVING, TOO_LONG, TOO_MANY_PIXELS, UNREADABLE, encode

ORIENTATION = 0x0112
TURNED = 6  # by a quarter: what was the right side is the bottom
RED, BLUE = (254, 0, 0), (0, 0, 254)


def halves(size: tuple[int, int] = (60, 20), mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def file_of(image: Image.Image, kind: str = "PNG", **options: Any) -> ContentFile:
    content = BytesIO()
    image.save(content, kind, **options)
    return ContentFile(content.getvalue(), name="a name.png")


def kept(file: ContentFile) -> Image.Image:
    """Return the picture as it is kept."""
    image = Image.open(encode(file))
    image.load()
    return image


def colour(image: Image.Image, place: tuple[float, float]) -> str:
    """Return which colour is at the place, given as parts of width and height."""
    pixel: Any = image.convert("RGB").getpixel((int(image.width * place[0]), int(image.height * place[1])))
    bright, dark = pixel[0] > 180, pixel[2] < 90
    return {(True, True): "red", (False, False): "blue"}[bright, dark]


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("WEBP", "RGB"),
        ("GIF", "P"),
    ],
)
def test_picture_is_kept_as_webp_that_looks_the_same(kind: str, mode: str) -> None:
    image = kept(file_of(halves(mode=mode), kind))
    assert (image.format, image.size) == ("WEBP", (60, 20))
    assert (colour(image, (0.2, 0.5)), colour(image, (0.8, 0.5))) == ("red", "blue")


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_picture_without_colours_is_kept(mode: str) -> None:
    assert kept(file_of(Image.new(mode, (8, 8)))).size == (8, 8)


def test_picture_keeps_what_is_clear_in_it() -> None:
    image = kept(file_of(Image.new("RGBA", (8, 8), (0, 0, 0, 0))))
    assert (image.mode, image.getpixel((4, 4))) == ("RGBA", (0, 0, 0, 0))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_is_turned_as_the_camera_says(kind: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    image = kept(file_of(halves(), kind, exif=exif))
    assert image.size == (20, 60)
    assert (colour(image, (0.5, 0.2)), colour(image, (0.5, 0.8))) == ("red", "blue")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_picture_keeps_nothing_that_a_camera_wrote(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET description"
    exif.get_ifd(0x8825)[1] = "SECRET place"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options: dict[str, Any] = {"exif": exif, "icc_profile": profile}
    if kind != "PNG":
        options["xmp"] = b"<x:xmpmeta>SECRET</x:xmpmeta>"
    if kind == "JPEG":
        options["comment"] = b"SECRET comment"
    given = file_of(halves(), kind, **options)
    assert b"SECRET" in given.read()
    content = encode(given).read()
    assert [part for part in (b"SECRET", b"EXIF", b"XMP", b"ICCP", b"Exif", b"xmp") if part in content] == []


def test_picture_with_a_profile_looks_as_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert kept(file_of(halves(), icc_profile=profile)).size == (60, 20)
    asked: list[Any] = []
    monkeypatch.setattr(ImageCms, "profileToProfile", lambda *_, **options: asked.append(options))
    kept(file_of(halves(), icc_profile=profile))
    assert asked == [{"outputMode": "RGB"}]


def test_large_picture_is_made_smaller() -> None:
    assert kept(file_of(halves((2_400, 600)))).size == (MAX_SIDE, 300)


def test_picture_is_named_by_the_digest_of_its_content() -> None:
    picture = encode(file_of(halves()))
    assert picture.name == f"{sha256(picture.read()).hexdigest()[:32]}.webp"


def test_same_picture_has_the_same_name() -> None:
    assert encode(file_of(halves())).name == encode(file_of(halves())).name


def frames(kind: str) -> ContentFile:
    return file_of(halves(), kind, save_all=True, append_images=[Image.new("RGB", (60, 20))], duration=100)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_moving_picture_is_refused(kind: str) -> None:
    assert refusal(frames(kind)) == MOVING


def test_picture_with_a_second_view_is_kept() -> None:
    given = file_of(halves(), "MPO", save_all=True, append_images=[halves()])
    assert kept(given).size == (60, 20)


def refusal(file: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        encode(file)
    (message,) = refused.value.messages
    return str(message)


def damaged(file: ContentFile) -> ContentFile:
    return ContentFile(file.read()[:-40])


@pytest.mark.parametrize(
    "file",
    [
        ContentFile(b""),
        ContentFile(b"no picture"),
        ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ContentFile(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
        file_of(halves(), "BMP"),
        damaged(file_of(halves((600, 600)), "JPEG")),
        damaged(file_of(halves((600, 600)), "PNG")),
        damaged(file_of(halves((600, 600)), "WEBP")),
    ],
)
def test_what_is_no_picture_of_those_kinds_is_refused(file: ContentFile) -> None:
    assert refusal(file) == UNREADABLE


def png_of(width: int, height: int) -> ContentFile:
    """Return the beginning of a PNG of that size, in which no pixel is."""
    content = bytearray(file_of(Image.new("1", (1, 1))).read())
    content[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    return ContentFile(bytes(content))


@pytest.mark.parametrize("size", [(8_000, 5_001), (10_000, 10_000), (60_000, 60_000)])
def test_picture_of_too_many_pixels_is_refused_before_they_are_read(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(pictures, "_webp", None)
    assert refusal(png_of(*size)) == TOO_MANY_PIXELS


def test_picture_of_forty_megapixels_is_kept() -> None:
    assert kept(file_of(Image.new("1", (8_000, 5_000)))).size == (1_200, 750)


def test_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", None)
    assert refusal(ContentFile(b"x" * 10_000_001)) == TOO_LONG
