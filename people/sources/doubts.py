"""Where a division of a gallery's lines among its figures may be wrong although the number of slides is right.

Of two mistakes, one that makes a slide too many and one that makes one too few, the number shows nothing. So where
lines invite both, they are refused, however likely either is: no text may stand under another figure's name.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from people.sources.lines import Line
from people.sources.shapes import Shape, shape_of, speaks_of


class LineInContext(NamedTuple):
    """A line among others: whether it begins a slide, the shapes around it, and the headings of its slide and above.

    `is_caption` says that it stands right below its slide's heading.
    """

    text: str
    shape: Shape
    above: Shape | None
    below: Shape | None
    begins: bool
    is_caption: bool
    heading: str
    heading_above: str

    @property
    def is_extra(self) -> bool:
        """Whether it may be a further paragraph, or a caption that looks like a title, and no slide of its own."""
        if self.shape is Shape.PROSE:
            return self.begins and self.above is Shape.PROSE and bool(self.heading_above)
        return self.begins and self.shape is Shape.EITHER and self.above is Shape.NAME

    @property
    def is_foreign(self) -> bool:
        """Whether it may be the caption of a figure without heading, and not that of the heading above."""
        return self.shape is Shape.PROSE and self.is_caption and not speaks_of(self.text, self.heading)

    @property
    def is_merged(self) -> bool:
        """Whether it may be the caption of a figure without heading, and no further paragraph."""
        goes_on = self.shape is Shape.PROSE and not self.begins and not self.is_caption
        return goes_on and not speaks_of(self.text, self.heading)

    @property
    def is_second_half(self) -> bool:
        """Whether it may be the second line of a heading, and no heading of its own."""
        return self.begins and self.shape is self.above is Shape.NAME and self.below is Shape.PROSE


def doubtful_lines(lines: Sequence[Line], starts: Sequence[int]) -> list[int]:
    """Return the indices of lines that may be a slide too many in one place and one too few in another."""
    placed = _placed(lines, set(starts))
    extra = [index for index, one in enumerate(placed) if one.is_extra]
    foreign = [index for index, one in enumerate(placed) if one.is_foreign]
    merged = [index for index, one in enumerate(placed) if one.is_merged]
    halves = [index for index, one in enumerate(placed) if one.is_second_half]
    pairs = [pair for pair in ((extra, foreign), (merged, halves)) if all(pair)]
    return sorted(set(chain.from_iterable(chain.from_iterable(pairs))))


def _placed(lines: Sequence[Line], starts: set[int]) -> list[LineInContext]:
    shapes = [shape_of(line.text) for line in lines]
    placed: list[LineInContext] = []
    heading = heading_above = ""
    for index, (line, shape) in enumerate(zip(lines, shapes, strict=True)):
        above = shapes[index - 1] if index else None
        below = shapes[index + 1] if index + 1 < len(shapes) else None
        begins = index in starts
        if begins:
            heading, heading_above = "" if shape in (Shape.PROSE, Shape.CREDIT) else line.text, heading
        is_caption = bool(heading) and not begins and index - 1 in starts
        placed.append(LineInContext(line.text, shape, above, below, begins, is_caption, heading, heading_above))
    return placed
