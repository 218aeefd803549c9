from pathlib import Path

import pytest

from people.sources.document import SourceDocument
from people.sources.errors import LayoutError, NotThisLayoutError, PhotoCountError, WrongEncodingError
from people.sources.parser import parse_document, read_document
from people.vocabulary import SectionKind
from tests.sources import ARTICLE

TEXT = ARTICLE.read_text(encoding="utf-8")
LINES = [line.strip() for line in TEXT.splitlines() if line.strip()]


def texts(document: SourceDocument, key: str) -> list[str]:
    return [sentence.text for sentence in document.sentences if sentence.section_key == key]


def numbers(document: SourceDocument, kind: SectionKind) -> dict[str, list[int]]:
    sections = [section for section in document.sections if section.kind is kind]
    return {section.key: [sentence.number for sentence in section.sentences] for section in sections}


def gallery(slides: list[str], photos: int) -> str:
    return "\n".join(["A pier is sold", f"{photos} PHOTOS", "Who is who", "Who is who", *slides, "HIDE CAPTION"])


def test_parse_lists_sections_in_document_order_and_navigation_last() -> None:
    assert [section.key for section in parse_document(TEXT).sections] == [
        "headline",
        *(f"paragraph-{number}" for number in range(1, 7)),
        "gallery",
        *(f"slide-{number}" for number in range(1, 10)),
        "related-1",
        "paragraph-7",
        "paragraph-8",
        "related-2",
        "paragraph-9",
        "navigation",
    ]


def test_parse_numbers_the_sentences_of_each_slide() -> None:
    assert numbers(parse_document(TEXT), SectionKind.SLIDE) == {
        "slide-1": [0, 1],
        "slide-2": [0, 1, 2],
        "slide-3": [1],
        "slide-4": [1],
        "slide-5": [0, 1, 2, 3, 4],
        "slide-6": [0, 1, 2, 3, 4],
        "slide-7": [0],
        "slide-8": [0],
        "slide-9": [0],
    }


def test_parse_numbers_the_sentences_of_each_paragraph_from_1() -> None:
    assert numbers(parse_document(TEXT), SectionKind.PARAGRAPH) == {
        "paragraph-1": [1, 2],
        "paragraph-2": [1],
        "paragraph-3": [1, 2],
        "paragraph-4": [1, 2],
        "paragraph-5": [1],
        "paragraph-6": [1],
        "paragraph-7": [1, 2, 3],
        "paragraph-8": [1, 2, 3],
        "paragraph-9": [1, 2],
    }


def test_parse_keeps_the_headline_in_one_sentence() -> None:
    assert texts(parse_document(TEXT), "headline") == [LINES[0]]


def test_parse_lists_the_gallerys_title_once() -> None:
    assert texts(parse_document(TEXT), "gallery") == ["9 PHOTOS", "Who is who in the inquiry into the pier"]


def test_parse_splits_a_caption_after_an_abbreviation_that_ends_it() -> None:
    assert texts(parse_document(TEXT), "slide-6") == [
        "Former harbour board aide Piers Dunmore (L)",
        "Dunmore leaves the hearing at the U.S. Harbor Office in Port Ellery, DC.",
        "Dunmore gave up his post after laughing at the treasurer.",
        "Although he says that he never saw the deed, he lived above the pier in the 1990s.",
        "(Photo by Jonah Reed/Ellery Pictures)",
    ]


def test_parse_numbers_a_second_gallery_on() -> None:
    second = gallery(["Ola Yew", "She sang."], photos=1).removeprefix("A pier is sold\n")
    document = parse_document(f"{TEXT}\n{second}\n\nThe end.")

    keys = [section.key for section in document.sections]
    assert keys[keys.index("paragraph-9") :] == ["paragraph-9", "gallery-2", "slide-10", "paragraph-10", "navigation"]


def test_parse_leaves_advertisements_and_links_inside_a_gallery_out_of_its_slides() -> None:
    slides = ["Ann Oak", "ADVERTISEMENT", "She left.", "Related: Eels Come Back", "Tom Elm", "Elm stayed."]
    document = parse_document(gallery(slides, photos=2).replace("PHOTOS", "photos"))

    assert [texts(document, key) for key in ("slide-1", "slide-2", "related-1")] == [
        ["Ann Oak", "She left."],
        ["Tom Elm", "Elm stayed."],
        ["Related: Eels Come Back"],
    ]


def test_parse_keeps_a_no_break_space_inside_a_sentence() -> None:
    assert texts(parse_document(TEXT), "slide-5")[1] == (
        "Former U.S. surveyor Ida Fenn of Elmbrook joined the council as\u00a0an adviser in February 2014."
    )


def test_parse_keeps_a_related_line_in_one_sentence() -> None:
    assert texts(parse_document(TEXT), "related-1") == [
        "Related: Odette Vane Tells the Quay: U.S. Buyer Could Have Kept the Receipt"
    ]


def test_parse_lists_the_words_of_navigation_in_order() -> None:
    assert texts(parse_document(TEXT), "navigation") == [
        "See more related to this story:",
        "See Gallery",
        "HIDE CAPTION",
        "SHOW CAPTION",
        "SEE ALL",
        "BACK TO SLIDE",
        "Read Full Story",
    ]


def test_parse_takes_the_slide_counter_for_navigation() -> None:
    counted = TEXT.replace("SEE ALL", "of\nSEE ALL")
    assert "of" in texts(parse_document(counted), "navigation")


@pytest.mark.parametrize(
    "variant",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n\n", "\n"),
        TEXT.replace("\n", "\n\n \u00a0\n"),
        "\ufeff" + TEXT,
        TEXT.replace("\n", " \u00a0\n"),
        TEXT.replace("9 PHOTOS", "9\u00a0PHOTOS").replace("SEE ALL", "SEE\u00a0ALL"),
    ],
    ids=["crlf", "no-blank-lines", "many-blank-lines", "byte-order-mark", "trailing-space", "no-break-space"],
)
def test_parse_reads_variants_of_white_space_alike(variant: str) -> None:
    digests = [sentence.digest for sentence in parse_document(variant).sentences]

    assert digests == [sentence.digest for sentence in parse_document(TEXT).sentences]


def test_parse_reads_a_gallery_of_another_length() -> None:
    document = parse_document(gallery(["Ann Oak", "She left."], photos=1).replace("PHOTOS", "PHOTO"))

    assert numbers(document, SectionKind.SLIDE) == {"slide-1": [0, 1]}


def test_parse_rejects_another_number_of_photos_and_lists_what_it_found() -> None:
    with pytest.raises(PhotoCountError) as caught:
        parse_document(gallery(["Ann Oak", "She left the board in a wet week.", "Elm stayed."], photos=27))

    assert str(caught.value) == (
        "The gallery announces 27 photos, but 2 were found below line 2:\n"
        "  1. line 5: Ann Oak\n"
        "  2. line 7: Elm stayed."
    )


def test_parse_shows_the_first_words_of_a_long_caption_without_heading() -> None:
    with pytest.raises(PhotoCountError) as caught:
        parse_document(gallery(["She left the board in a wet week of March."], photos=2))

    assert (caught.value.expected, caught.value.found) == (2, ((5, "She left the board in a …"),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            TEXT.replace("9 PHOTOS", "Nine photos"),
            'a line such as "9 PHOTOS" above "See Gallery" (line 19), found none',
        ),
        (
            TEXT + TEXT.replace("HIDE CAPTION", ""),
            f'a line "HIDE CAPTION" below "9 PHOTOS" (line {17 + TEXT.count(chr(10))}), found none',
        ),
        ("9" * 5000 + " PHOTOS\nSEE GALLERY", 'a line such as "9 PHOTOS" above "SEE GALLERY" (line 2), found none'),
        (TEXT[TEXT.index("9 PHOTOS") :], 'a headline above all else, found "9 PHOTOS" (line 1)'),
        ("See Gallery\n1 PHOTO\nHIDE CAPTION", 'a headline above all else, found "See Gallery" (line 1)'),
        (TEXT.replace("HIDE CAPTION\n", ""), 'a line "HIDE CAPTION" below "9 PHOTOS" (line 17), found none'),
        ("A pier\n1 PHOTO\nHIDE CAPTION", 'a title below "1 PHOTO" (line 2), found none'),
    ],
    ids=["no-count", "second-without-end", "huge-count", "no-headline", "menu-first", "no-end", "no-title"],
)
def test_parse_rejects_half_a_gallery_and_names_the_line(text: str, message: str) -> None:
    with pytest.raises(NotThisLayoutError) as caught:
        parse_document(text)

    assert str(caught.value) == f"This is no article with a photo gallery: looked for {message}."


def test_parse_rejects_an_empty_text() -> None:
    with pytest.raises(NotThisLayoutError, match=r"^This is no article: looked for a line with words, found none\.$"):
        parse_document(" \n\u200b\n")


def test_parse_rejects_what_is_no_text() -> None:
    with pytest.raises(LayoutError, match=r"^This is no text: line 2 holds a character that none has, U\+0000\.$"):
        parse_document("PNG\n\x00\x01")


def test_read_takes_a_file_with_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8-sig")

    assert read_document(path) == parse_document(TEXT)


def test_read_takes_quotes_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="cp1252")

    assert read_document(path) == parse_document(TEXT)


@pytest.mark.parametrize(("encoding", "told"), [("utf-16", "line 1 of article.txt has the byte 0xff")])
def test_read_rejects_a_file_in_another_encoding(tmp_path: Path, encoding: str, told: str) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding=encoding)

    with pytest.raises(WrongEncodingError) as caught:
        read_document(path)
    assert str(caught.value) == f"This is no text in UTF-8: {told}. Save the file as UTF-8."


def test_read_rejects_letters_that_encodings_share_no_byte_for(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("A pier is sold\n\nÉve left.".encode("cp1252"))

    with pytest.raises(WrongEncodingError, match=r"line 3 of article\.txt has the byte 0xc9"):
        read_document(path)
