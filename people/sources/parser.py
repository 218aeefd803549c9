"""Reads documents from plain text, in whichever layout they are."""

from collections.abc import Callable
from pathlib import Path

from people.sources.article import read_article
from people.sources.document import SourceDocument
from people.sources.errors import LayoutError, WrongEncodingError, listed
from people.sources.furniture import hints_at_gallery
from people.sources.gallery import read_gallery
from people.sources.lines import Line, read_lines
from people.sources.pages import page_breaks, read_pages
from people.sources.transcript import holds_dialogue, looks_like_transcript, read_transcript, turn_lines
from people.vocabulary import DocumentLayout

READERS: dict[DocumentLayout, Callable[[str], SourceDocument]] = {
    DocumentLayout.GALLERY: read_gallery,
    DocumentLayout.ARTICLE: read_article,
    DocumentLayout.PAGES: read_pages,
    DocumentLayout.TRANSCRIPT: read_transcript,
}
# What Windows-1252 has for quotation marks, dashes, dots, bullets and spaces, and no other 8-bit encoding for letters.
WINDOWS_PUNCTUATION = bytes([0x82, 0x84, 0x85, *range(0x91, 0x98), 0xA0])
NUL = "\x00"


def read_document(path: Path, layout: DocumentLayout | None = None) -> SourceDocument:
    """Return the sections and sentences of the document in a file.

    Args:
        path: A text file in UTF-8, with or without byte order mark; or in ASCII with the quotes of Windows-1252.
        layout: How it is laid out; by default as the text itself shows it.

    Raises:
        OSError: The file can't be read.
        LayoutError: The file is in another encoding, or its text in another layout.
    """
    return parse_document(_decoded(path), layout)


def parse_document(text: str, layout: DocumentLayout | None = None) -> SourceDocument:
    """Return the sections and sentences of a document.

    Args:
        text: The document.
        layout: How it is laid out; by default as the text itself shows it.

    Raises:
        LayoutError: The text is not in that layout, or could be in several. The message names the lines.
    """
    if NUL in text:
        line = text.count("\n", 0, text.index(NUL)) + 1
        raise LayoutError(f"This is no text: line {line} holds a character that none has, U+0000.")
    return READERS[layout or layout_of(text)](text)


def layout_of(text: str) -> DocumentLayout:
    """Return how the text is laid out. Raises LayoutError where it could be laid out in more than one way."""
    lines = read_lines(text)
    if any(hints_at_gallery(line.text) for line in lines):
        return DocumentLayout.GALLERY
    breaks = page_breaks(lines)
    if looks_like_transcript(lines):
        if breaks:
            raise _either("a document of pages", [breaks[0], turn_lines(lines)[0]])
        return DocumentLayout.TRANSCRIPT
    if not breaks and holds_dialogue(lines):
        raise _either("an article with an interview in it", turn_lines(lines))
    return DocumentLayout.PAGES if breaks else DocumentLayout.ARTICLE


def _either(other: str, lines: list[Line]) -> LayoutError:
    found = listed((line.number, line.text) for line in lines)
    return LayoutError(f"This may be {other} or a transcript; give the layout. Compare:{found}")


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if content.translate(None, WINDOWS_PUNCTUATION).isascii():
            return content.decode("cp1252")
        raise WrongEncodingError(path, content, error.start) from error
