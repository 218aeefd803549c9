"""Documents of pages, which form feeds or lines such as `Page 3` set apart."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from people.sources.document import Section, SentenceRole, SourceDocument, make_section
from people.sources.errors import LayoutError, NotThisLayoutError, listed
from people.sources.lines import LOOSE_FILL, Line, goes_on, join, read_lines, unwrapped, wrapped_at
from people.sources.sentences import split_sentences
from people.text import plain
from people.vocabulary import DocumentLayout, SectionKind

# As courts stamp them: "Case 1:17-cr-00232 Document 4 Filed 12/01/17 Page 3 of 7".
PAGE_LINE = re.compile(r"\W*(?:case\b.*\s)?page\s+(\d{1,5})(?:\s+of\s+\d{1,5})?\W*", re.IGNORECASE)
SECOND_PAGE = 2
FOLIO = re.compile(r"\W*(\d{1,5})\W*")


class DocumentPage(NamedTuple):
    """A page: its number, and its lines."""

    number: int
    lines: list[Line]


def read_pages(text: str) -> SourceDocument:
    """Return the pages and sentences of a document.

    A page has the number that stands on it, else its place among the sheets. A sentence that runs over to the next page
    belongs to the one on which it begins. A page without words is no section.

    Raises LayoutError for a text without pages, and for page numbers that don't rise.
    """
    lines = read_lines(text)
    if not page_breaks(lines):
        raise NotThisLayoutError("document of pages", 'form feeds, or lines such as "Page 3"')
    pages = _by_feeds(lines) if any(line.feeds for line in lines[1:]) else _by_lines(lines)
    width = wrapped_at(line for page in pages for line in page.lines)
    whole = [DocumentPage(page.number, unwrapped(page.lines, lambda _: False, LOOSE_FILL, width)) for page in pages]
    return SourceDocument(DocumentLayout.PAGES, tuple(section for section in _sections(whole) if section.sentences))


def page_breaks(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at which pages begin or end; a single line such as `Page 7` inside a text is none."""
    fed = [line for line in lines[1:] if line.feeds]
    marked = [line for line in lines if page_number(line.text) is not None]
    is_early = bool(marked) and (marked[0] is lines[0] or page_number(marked[0].text) == SECOND_PAGE)
    return fed or (marked if len(marked) > 1 or is_early else [])


def page_number(text: str) -> int | None:
    """Return the number of the page that the line gives, or None where it gives none."""
    found = PAGE_LINE.fullmatch(plain(text))
    return int(found[1]) if found else None


def _by_feeds(lines: Sequence[Line]) -> list[DocumentPage]:
    """Return the pages between form feeds, each without the line that gives its number, at its top or bottom."""
    sheets: list[tuple[int, list[Line]]] = []
    place = 1
    for index, line in enumerate(lines):
        place += line.feeds if index else 0
        if not sheets or line.feeds:
            sheets.append((place, []))
        sheets[-1][1].append(line)
    pages: list[DocumentPage] = []
    before = 0
    for sheet, written in sheets:
        marks = [line for line in (written[0], written[-1]) if page_number(line.text) is not None]
        printed = page_number(marks[0].text) if marks else None
        number = printed or (pages[-1].number if pages else 0) + sheet - before
        kept = [line for line in written if line not in marks and not _is_folio(line, written, number)]
        pages.append(DocumentPage(number, kept))
        before = sheet
    _check([(page.number, written[0]) for page, (_, written) in zip(pages, sheets, strict=True)])
    return pages


def _is_folio(line: Line, written: list[Line], number: int) -> bool:
    """Whether a line at the top or bottom of a page is its number alone."""
    found = FOLIO.fullmatch(plain(line.text))
    return found is not None and line in (written[0], written[-1]) and int(found[1]) == number


def _by_lines(lines: Sequence[Line]) -> list[DocumentPage]:
    """Return the pages between lines that give the number of the page below them, or all of them of that above."""
    marks = [(index, number) for index, line in enumerate(lines) if (number := page_number(line.text)) is not None]
    _check([(number, lines[index]) for index, number in marks])
    if marks[-1][0] == len(lines) - 1 and marks[0][0]:
        bounds = [-1, *(index for index, _ in marks)]
        numbers = [number for _, number in marks]
    else:
        first = marks[0][1] - 1
        if marks[0][0] and first < 1:
            raise LayoutError(f"Above the first page stands text:{listed([(lines[0].number, lines[0].text)])}")
        bounds = [*([-1] if marks[0][0] else []), *(index for index, _ in marks), len(lines)]
        numbers = [*([first] if marks[0][0] else []), *(number for _, number in marks)]
    parts = (list(lines[start + 1 : end]) for start, end in pairwise(bounds))
    return [DocumentPage(number, part) for number, part in zip(numbers, parts, strict=True)]


def _check(numbered: list[tuple[int, Line]]) -> None:
    """Raise LayoutError unless the numbers of pages rise."""
    for (above, first), (below, second) in pairwise(numbered):
        if below <= above:
            found = listed([(first.number, first.text), (second.number, second.text)])
            raise LayoutError(f"Page {below} stands below page {above}:{found}")


def _sections(pages: list[DocumentPage]) -> list[Section]:
    read: list[tuple[int, list[str]]] = []
    for page in pages:
        sentences = [sentence for line in page.lines for sentence in split_sentences(line.text)]
        above = next((texts for _, texts in reversed(read) if texts), None)
        if above and sentences and goes_on(plain(above[-1]), plain(sentences[0])):
            above[-1] = join(above[-1], sentences.pop(0))
        read.append((page.number, sentences))
    return [
        make_section(SectionKind.PAGE, number, [(SentenceRole.TEXT, text) for text in sentences])
        for number, sentences in read
    ]
