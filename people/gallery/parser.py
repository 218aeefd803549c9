"""Reads an article with a photo gallery from plain text.

The layout, line by line: a headline; paragraphs; the number of photos (`9 PHOTOS`); the gallery's title, twice; the
slides; `HIDE CAPTION`; paragraphs again. Lines of navigation and of related articles (`Related: …`) stand in between.
"""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from people.gallery.document import Document, Role, Section, SectionKind, make_section
from people.gallery.errors import NotAGalleryError, PhotoCountError
from people.gallery.sentences import split_sentences
from people.gallery.slides import slide_sections
from people.text import normalise

BYTE_ORDER_MARK = "\ufeff"
PHOTO_COUNT = re.compile(r"([0-9]{1,4}) PHOTOS?")
RELATED = "Related:"
GALLERY_END = "HIDE CAPTION"
NAVIGATION = frozenset(
    {
        "BACK TO SLIDE",
        GALLERY_END,
        "Read Full Story",
        "SEE ALL",
        "SHOW CAPTION",
        "See Gallery",
        "See more related to this story:",
        "of",
    }
)
WORDS_SHOWN = 6
"""How many words of a slide without heading stand for it in a message."""


def read_document(path: Path) -> Document:
    """Return the sections and sentences of the article in a file.

    Args:
        path: A text file in UTF-8, with or without byte order mark.

    Raises:
        OSError: The file can't be read.
        NotAGalleryError: The file is not in UTF-8, or no article with a photo gallery.
        PhotoCountError: The gallery announces another number of photos than it has slides.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        wrong = f"byte {error.object[error.start]:#04x} at offset {error.start} of {path.name}"
        raise NotAGalleryError("text in UTF-8", wrong) from error
    return parse_document(text)


def parse_document(text: str) -> Document:
    """Return the sections and sentences of an article with a photo gallery.

    Each line that is not blank ends up in exactly one section; the gallery's title, which the text has twice, is
    listed once.

    Args:
        text: The article; one line per paragraph, heading, caption and credit. Blank lines don't matter.

    Raises:
        NotAGalleryError: The text is no article with a photo gallery.
        PhotoCountError: The gallery announces another number of photos than it has slides.
    """
    lines = [bare for line in text.removeprefix(BYTE_ORDER_MARK).splitlines() if (bare := line.strip())]
    start, photos = _photo_count(lines)
    end = _gallery_end(lines, start)
    paragraphs, related = count(1), count(1)
    navigation = [(Role.NAVIGATION, line) for line in lines if _is_navigation(line)]
    sections = [
        make_section(SectionKind.HEADLINE, None, [(Role.HEADING, lines[0])]),
        *_story(lines[1:start], paragraphs, related),
        *_gallery(lines[start:end], photos),
        *_story(lines[end:], paragraphs, related),
        make_section(SectionKind.NAVIGATION, None, navigation),
    ]
    return Document(tuple(sections))


def _photo_count(lines: list[str]) -> tuple[int, int]:
    """Return the index of the line that announces the photos, and their number."""
    counts = [(index, match) for index, line in enumerate(lines) if (match := PHOTO_COUNT.fullmatch(normalise(line)))]
    if len(counts) != 1:
        raise NotAGalleryError('one line such as "9 PHOTOS"', str(len(counts)))
    [(index, match)] = counts
    if index == 0 or _is_navigation(lines[0]):
        raise NotAGalleryError("a headline in the first line", f'"{lines[0]}"')
    return index, int(match[1])


def _gallery_end(lines: list[str], start: int) -> int:
    """Return the index of the line that ends the slides."""
    for index in range(start, len(lines)):
        if normalise(lines[index]) == GALLERY_END:
            return index
    raise NotAGalleryError(f'a line "{GALLERY_END}" below "{lines[start]}"')


def _gallery(lines: list[str], photos: int) -> list[Section]:
    """Return the section of the gallery and those of its slides, from the lines that start with the photo count."""
    announcement, *rest = _without_navigation(lines)
    if not rest:
        raise NotAGalleryError(f'a title below "{announcement}"')
    title, *slide_lines = rest
    if slide_lines and normalise(slide_lines[0]) == normalise(title):
        del slide_lines[0]
    slides = slide_sections(slide_lines)
    if len(slides) != photos:
        raise PhotoCountError(photos, [_beginning(slide) for slide in slides])
    return [make_section(SectionKind.GALLERY, None, [(Role.TEXT, announcement), (Role.HEADING, title)]), *slides]


def _story(lines: list[str], paragraphs: Iterator[int], related: Iterator[int]) -> Iterator[Section]:
    """Yield the sections of the lines outside the gallery, numbered on from what the counters have given out."""
    for line in _without_navigation(lines):
        if line.startswith(RELATED):
            yield make_section(SectionKind.RELATED, next(related), [(Role.TEXT, line)])
        else:
            pieces = [(Role.TEXT, sentence) for sentence in split_sentences(line)]
            yield make_section(SectionKind.PARAGRAPH, next(paragraphs), pieces)


def _is_navigation(line: str) -> bool:
    return normalise(line) in NAVIGATION


def _without_navigation(lines: list[str]) -> list[str]:
    return [line for line in lines if not _is_navigation(line)]


def _beginning(slide: Section) -> str:
    """Return a slide's heading, or its first words where it has none."""
    first = slide.sentences[0]
    words = first.text.split()
    if first.role is Role.HEADING or len(words) <= WORDS_SHOWN:
        return first.text
    return " ".join(words[:WORDS_SHOWN]) + " …"
