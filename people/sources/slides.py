"""The slides of a photo gallery."""

from collections import Counter
from collections.abc import Sequence

from people.sources.division import Division, by_gaps, cut, divisions, natural
from people.sources.document import SentenceRole
from people.sources.doubts import doubtful_lines
from people.sources.errors import AmbiguousSlidesError, PhotoCountError
from people.sources.furniture import ends_in_credit
from people.sources.lines import Line
from people.sources.markers import marked_slides
from people.sources.sentences import split_sentences
from people.sources.shapes import Shape, shape_of

SHOWN_LINE_WORDS = 6
"""How many words of a line stand for it in a message."""

Slide = Sequence[Line]
Pieces = list[tuple[SentenceRole, str]]


def divide(lines: Sequence[Line], slides: int, announced: int) -> list[Slide]:
    """Return the lines of each slide.

    Args:
        lines: The lines of all slides.
        slides: How many there are.
        announced: The number of the line that says so.

    Raises:
        PhotoCountError: The lines can't be divided among so many slides.
        AmbiguousSlidesError: They can in more than one way.
        LayoutError: The slides are numbered, but not from 1 without a gap.
    """
    marked = marked_slides(lines, slides, announced)
    if marked is not None:
        return marked
    shapes = [shape_of(line.text) for line in lines]
    credits_first = shapes[:1] == [Shape.CREDIT] and shapes[-1] is not Shape.CREDIT
    likely = natural(lines, credits_first=credits_first)
    spaced = set(by_gaps(lines, slides))
    ways = spaced or {way for way in (likely,) if len(way) == slides}
    ways = ways or set(divisions(lines, slides, credits_first=credits_first))
    if not ways:
        raise PhotoCountError(slides, announced, _beginnings(lines, likely))
    starts = Counter(start for way in ways for start in way)
    doubtful = sorted(start for start, number in starts.items() if number < len(ways))
    if not spaced:
        doubtful = doubtful or doubtful_lines(lines, *ways)
    if doubtful:
        raise AmbiguousSlidesError(slides, _beginnings(lines, doubtful), _beginnings(lines, likely))
    return cut(lines, ways.pop())


def slide_pieces(slide: Slide) -> Pieces:
    """Return the sentences of a slide with what each is; a heading comes first, also where a credit stands above."""
    heading = _heading(slide)
    others = [piece for line in slide if line is not heading for piece in _pieces(line)]
    return [(SentenceRole.HEADING, heading.text), *others] if heading else others


def caption_lines(slide: Slide) -> list[Line]:
    """Return the lines of a slide that are neither heading nor photo credit."""
    heading = _heading(slide)
    return [line for line in slide if line is not heading and shape_of(line.text) is not Shape.CREDIT]


def _heading(slide: Slide) -> Line | None:
    first = next((line for line in slide if shape_of(line.text) is not Shape.CREDIT), None)
    return first if first and shape_of(first.text) is not Shape.PROSE else None


def _pieces(line: Line) -> Pieces:
    if shape_of(line.text) is Shape.CREDIT:
        return [(SentenceRole.CREDIT, line.text)]
    sentences = split_sentences(line.text)
    roles = [SentenceRole.CAPTION] * len(sentences)
    if ends_in_credit(sentences):
        roles[-1] = SentenceRole.CREDIT
    return list(zip(roles, sentences, strict=True))


def _beginnings(lines: Sequence[Line], starts: Sequence[int] | Division) -> list[tuple[int, str]]:
    return [_beginning(lines[start:]) for start in starts]


def _beginning(slide: Slide) -> tuple[int, str]:
    """Return the number of a slide's first line, and its words: a name whole, of prose the first ones."""
    line = slide[0]
    words = line.text.split()
    if shape_of(line.text) is Shape.NAME or len(words) <= SHOWN_LINE_WORDS:
        return line.number, line.text
    return line.number, f"{' '.join(words[:SHOWN_LINE_WORDS])} …"
