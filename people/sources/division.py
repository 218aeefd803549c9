"""How the lines of a gallery are divided among its figures, where no line says where a slide begins.

A name begins a slide; prose right below a name belongs to it, and so does a photo credit. All else may begin a slide or
go on with the one above. The number of photos that the gallery announces decides, and where it leaves more than one
way, the lines are refused.
"""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple, TypeVar

from people.sources.lines import Line
from people.sources.shapes import Shape, continues, shape_of

One = TypeVar("One")
Division = tuple[int, ...]
"""The indices of the lines that begin a slide."""


class Above(Enum):
    """What the slide has above a line."""

    NOTHING = auto()
    LONE_CREDIT = auto()
    HEADING = auto()
    HEADING_AND_CREDIT = auto()
    PROSE = auto()


class DivisionStep(NamedTuple):
    """What a line may do: begin a slide or not, and what stands above the next line then."""

    begins: bool
    above: Above


def natural(lines: Sequence[Line], *, credits_first: bool) -> Division:
    """Return the division by what each line looks like, without counting: what an editor would try first."""
    starts: list[int] = []
    above = Above.NOTHING
    for index, line in enumerate(lines):
        steps = _steps(shape_of(line.text), above, credits_first=credits_first)
        heading = lines[starts[-1]].text if starts and shape_of(lines[starts[-1]].text) is not Shape.PROSE else ""
        step = steps[-1] if len(steps) > 1 and _belongs(line, above, heading) else steps[0]
        starts += [index] * step.begins
        above = step.above
    return tuple(starts)


def divisions(lines: Sequence[Line], slides: int, *, credits_first: bool) -> list[Division]:
    """Return up to two of the divisions into that many slides."""
    shapes = [shape_of(line.text) for line in lines]
    names_below = shapes.count(Shape.NAME)
    found: dict[tuple[Above, int], list[Division]] = {(Above.NOTHING, 0): [()]}
    for index, shape in enumerate(shapes):
        names_below -= shape is Shape.NAME
        following: dict[tuple[Above, int], list[Division]] = {}
        for (above, number), ways in found.items():
            for step in _steps(shape, above, credits_first=credits_first):
                begun = number + step.begins
                if begun + names_below <= slides:
                    kept = following.setdefault((step.above, begun), [])
                    kept += [(*way, index) if step.begins else way for way in ways[: 2 - len(kept)]]
        found = following
    return [way for (_, number), ways in found.items() if number == slides for way in ways][:2]


def by_gaps(lines: Sequence[Line], slides: int) -> list[Division]:
    """Return the divisions at blank lines, or at more of them than stand inside slides, that have so many slides.

    Where no slide has more than one line, blank lines show nothing.
    """
    sizes = sorted({line.gap for line in lines[1:]} - {0})
    found = [tuple(index for index, line in enumerate(lines) if not index or line.gap >= size) for size in sizes]
    shapes = [shape_of(line.text) for line in lines]
    fitting = [way for way in found if len(way) == slides < len(lines)]
    return [way for way in fitting if all(map(_is_slide, cut(shapes, way)))]


def cut(many: Sequence[One], starts: Iterable[int]) -> list[Sequence[One]]:
    """Return the parts of a sequence that begin at the indices."""
    bounds = [*starts, len(many)]
    return [many[start:end] for start, end in pairwise(bounds)]


def _steps(shape: Shape, above: Above, *, credits_first: bool) -> list[DivisionStep]:
    """Return what a line of the shape may do below what stands above it, what is most natural first."""
    if shape is Shape.CREDIT:
        return [_credit_step(above, credits_first=credits_first)]
    if above is Above.LONE_CREDIT:
        return [DivisionStep(False, Above.PROSE if shape is Shape.PROSE else Above.HEADING_AND_CREDIT)]
    begins = DivisionStep(True, Above.PROSE if shape is Shape.PROSE else Above.HEADING)
    goes_on = DivisionStep(False, Above.PROSE)
    if above is Above.NOTHING or shape is Shape.NAME:
        return [begins]
    if shape is Shape.PROSE and above is Above.HEADING:
        return [goes_on]
    return [begins, goes_on]


def _credit_step(above: Above, *, credits_first: bool) -> DivisionStep:
    if above is Above.NOTHING or (credits_first and above is not Above.LONE_CREDIT):
        return DivisionStep(True, Above.LONE_CREDIT)
    return DivisionStep(False, Above.HEADING_AND_CREDIT if above is Above.HEADING else above)


def _belongs(line: Line, above: Above, heading: str) -> bool:
    """Whether prose that may begin a slide seems to go on with the one above."""
    if shape_of(line.text) is not Shape.PROSE:
        return False
    return above is Above.HEADING_AND_CREDIT or continues(line.text, heading)


def _is_slide(shapes: Sequence[Shape]) -> bool:
    """Whether lines of these shapes can be one slide: no name below another line, but a credit."""
    texts = [shape for shape in shapes if shape is not Shape.CREDIT]
    return bool(texts) and Shape.NAME not in texts[1:]
