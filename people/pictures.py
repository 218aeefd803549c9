"""Pictures as they are kept: still, no larger than a page shows them, and without what cameras write into them."""

from contextlib import suppress
from hashlib import sha256
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.base import ContentFile
from PIL import Image, ImageCms, ImageOps

MAX_MEGABYTES = 10
MAX_MEGAPIXELS = 40
MILLION = 1_000_000
# Of the longer side of what is kept, in pixels.
MAX_SIDE = 1_200
QUALITY = 82
# So many hexadecimal digits of the digest name a picture.
NAME_LENGTH = 32

# A phone's MPO is a JPEG with a second view of the same; of what moves, all frames would have to be looked at.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
SEVERAL_VIEWS = "MPO"
# What can be made smaller as it is; colours of a palette can't be mixed.
PLAIN_MODES = ("L", "RGB", "RGBA", "CMYK")

UNREADABLE = "This is no JPEG, PNG, WebP or GIF picture, or it is damaged."
MOVING = "This picture moves. A portrait has to be a still picture."
TOO_MANY_PIXELS = f"This picture has too many pixels. A portrait may have at most {MAX_MEGAPIXELS} megapixels."
TOO_LONG = f"This file is too large. A portrait may have at most {MAX_MEGABYTES} MB."


class Picture(ContentFile):
    """A picture that has been made anew, under the name that its content gives it."""


def encode(file: File) -> Picture:
    """Return the picture in the file as WebP, upright and in sRGB, without any metadata.

    Raises ValidationError for what is too large, moves, or can't be read. The size of the file, and that of the
    picture, which stands in the file's first bytes, are looked at before the picture is.
    """
    problem, content = TOO_LONG, b""
    if file.size <= MAX_MEGABYTES * MILLION:
        problem, content = _made_anew(file)
    if problem:
        raise ValidationError(problem, code="invalid_image")
    return Picture(content, name=f"{sha256(content).hexdigest()[:NAME_LENGTH]}.webp")


def _made_anew(file: File) -> tuple[str, bytes]:
    """Return what is wrong with the picture, or else nothing, and the picture."""
    try:
        with Image.open(file, formats=FORMATS) as image:
            problem = _problem(image)
            return problem, b"" if problem else _webp(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return TOO_MANY_PIXELS, b""
    except Exception:  # Pillow has no end of errors for files that are damaged, or made to break it
        return UNREADABLE, b""


def _problem(image: Image.Image) -> str:
    if image.width * image.height > MAX_MEGAPIXELS * MILLION:
        return TOO_MANY_PIXELS
    return MOVING if getattr(image, "is_animated", False) and image.format != SEVERAL_VIEWS else ""


def _webp(image: Image.Image) -> bytes:
    if image.mode not in PLAIN_MODES:
        image = image.convert("RGBA")
    # First: a JPEG is then read at a fraction of its size.
    image.thumbnail((MAX_SIDE, MAX_SIDE))
    image = _in_srgb(ImageOps.exif_transpose(image))
    content = BytesIO()
    image.save(content, "WEBP", quality=QUALITY, exif=b"", icc_profile=b"", xmp=b"")
    return content.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture in the colours that are meant where no profile is given."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError):
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            changed = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode=mode)
            return changed or image
    return image.convert(mode)
