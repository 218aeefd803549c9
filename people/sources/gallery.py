"""Articles with photo galleries.

The layout: a headline; paragraphs; for each gallery the number of its photos (`9 PHOTOS`), its title, mostly twice, the
slides, `HIDE CAPTION`; and paragraphs again. Lines of navigation and of related articles (`Related: …`) stand in
between. The slides of a second gallery are numbered on, as paragraphs are below a gallery.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from people.sources.article import Numbers, other_sections, related_sections, without_navigation
from people.sources.document import Section, SentenceRole, SourceDocument, make_section
from people.sources.errors import LayoutError, NotThisLayoutError
from people.sources.furniture import hints_at_gallery, is_gallery_end, is_navigation, is_related, photo_count
from people.sources.lines import Line, read_lines, unwrapped
from people.sources.slides import Slide, caption_lines, divide, slide_pieces
from people.text import normalise, plain
from people.vocabulary import DocumentLayout, SectionKind

ARTICLE = "article with a photo gallery"


class GallerySpan(NamedTuple):
    """Where a gallery stands among the lines, and how many photos it announces."""

    start: int
    end: int
    photos: int


class Placed(NamedTuple):
    """A section and the number of its first line."""

    line: int
    section: Section


def read_gallery(text: str) -> SourceDocument:
    """Return the sections and sentences of an article with photo galleries.

    Each line that is not blank ends up in exactly one section, but for the numbers of slides; a gallery's title, which
    the text has twice, is listed once.

    Raises LayoutError for a text that is no such article, or whose lines can't be divided for certain.
    """
    try:
        return _read(unwrapped(read_lines(text), _stands_alone))
    except LayoutError:
        # A separator of Unicode may have been meant for a new line.
        with suppress(LayoutError):
            return _read(unwrapped(read_lines(text, breaks_at_all=True), _stands_alone))
        raise


def _read(lines: list[Line]) -> SourceDocument:
    spans = _spans(lines)
    numbers = Numbers()
    slides, galleries = count(1), count(1)
    placed = [
        Placed(lines[0].number, make_section(SectionKind.HEADLINE, None, [(SentenceRole.HEADING, lines[0].text)]))
    ]
    notes: list[str] = []
    end = 1
    for span in spans:
        placed += map(Placed._make, other_sections(lines[end : span.start], numbers))
        read = _read_one(lines[span.start : span.end], span.photos, slides, next(galleries), notes)
        related = map(Placed._make, related_sections(lines[span.start : span.end], numbers))
        placed += sorted([*read, *related], key=lambda one: one.line)
        end = span.end
    placed += map(Placed._make, other_sections(lines[end:], numbers))
    navigation = [(SentenceRole.NAVIGATION, line.text) for line in lines if is_navigation(line.text)]
    sections = [*(one.section for one in placed), make_section(SectionKind.NAVIGATION, None, navigation)]
    return SourceDocument(DocumentLayout.GALLERY, tuple(sections), tuple(notes))


def _stands_alone(line: Line) -> bool:
    return is_navigation(line.text) or photo_count(line.text) is not None or is_related(line.text)


def _spans(lines: Sequence[Line]) -> list[GallerySpan]:
    """Return where each gallery stands. Raises NotThisLayoutError for a text without any, and LayoutError."""
    counts = [(index, number) for index, line in enumerate(lines) if (number := photo_count(line.text)) is not None]
    if not counts:
        hint = next((f' above "{line.text}" (line {line.number})' for line in lines if hints_at_gallery(line.text)), "")
        raise NotThisLayoutError(ARTICLE, f'a line such as "9 PHOTOS"{hint}')
    if counts[0][0] == 0 or is_navigation(lines[0].text):
        raise NotThisLayoutError(ARTICLE, "a headline above all else", f'"{lines[0].text}" (line {lines[0].number})')
    bounds = [*(index for index, _ in counts[1:]), len(lines)]
    return [
        GallerySpan(start, _end(lines, start, before), photos)
        for (start, photos), before in zip(counts, bounds, strict=True)
    ]


def _end(lines: Sequence[Line], start: int, before: int) -> int:
    """Return the index of the line that ends the slides of the gallery, the last such line there is."""
    for index in range(before - 1, start, -1):
        if is_gallery_end(lines[index].text):
            return index
    announced = f'"{lines[start].text}" (line {lines[start].number})'
    other = f' above "{lines[before].text}" (line {lines[before].number})' if before < len(lines) else ""
    raise NotThisLayoutError(ARTICLE, f'a line "HIDE CAPTION" below {announced}{other}')


def _read_one(
    lines: Sequence[Line], photos: int, slides: Iterator[int], number: int, notes: list[str]
) -> Iterator[Placed]:
    """Yield the section of a gallery and those of its slides, from the lines that begin with the photo count."""
    announcement, *rest = [line for line in without_navigation(lines) if not is_related(line.text)]
    if not rest:
        raise NotThisLayoutError(ARTICLE, f'a title below "{announcement.text}" (line {announcement.number})')
    title, *others = rest
    if others and normalise(plain(others[0].text)) == normalise(plain(title.text)):
        del others[0]
    pieces = [(SentenceRole.TEXT, announcement.text), (SentenceRole.HEADING, title.text)]
    yield Placed(announcement.number, make_section(SectionKind.GALLERY, number if number > 1 else None, pieces))
    line = title.number
    for slide in divide(others, photos, announcement.number):
        section = make_section(SectionKind.SLIDE, next(slides), slide_pieces(slide))
        notes += _notes(section, slide)
        line = slide[0].number if slide else line
        yield Placed(line, section)


def _notes(section: Section, slide: Slide) -> Iterator[str]:
    """Yield what an editor should look at: a slide without heading, and the further paragraphs of one."""
    if section.sentences and section.sentences[0].role is not SentenceRole.HEADING:
        yield f"slide {section.number} (line {slide[0].number}) has no heading"
    for line in caption_lines(slide)[1:]:
        yield f"line {line.number} was read as a further paragraph of slide {section.number}"
