"""Numbers as bars, each with its words and the list that the number is the length of. Colours are the stylesheet's."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

# The longest bar, or a whole of parts, in units of the drawing, which is as wide as there is room.
WIDTH = 1000
SHORTEST = 4


class Figure(NamedTuple):
    """How many are counted, and the address of the list of them. `kind` is what the stylesheet calls them."""

    label: str
    address: str
    number: int
    kind: str = ""


class Bar(NamedTuple):
    """A stretch from `x` that is as long as its figure."""

    figure: Figure
    x: int
    width: int


class Whole(NamedTuple):
    """Parts side by side, which together are all that is counted."""

    label: str
    address: str
    number: int
    parts: list[Bar]


def draw_bars(figures: Iterable[Figure]) -> list[Bar]:
    """Return a bar for each figure in the order given, the largest as long as there is room, none for nothing."""
    drawn = list(figures)
    most = max((figure.number for figure in drawn), default=0)
    return [Bar(figure, 0, _length(figure.number, most)) for figure in drawn]


def _length(number: int, most: int) -> int:
    return max(SHORTEST, round(WIDTH * number / most)) if number else 0


def draw_whole(label: str, address: str, figures: Iterable[Figure]) -> Whole:
    """Return the figures as parts of their sum, side by side in the order given, without a gap."""
    drawn = list(figures)
    number = sum(figure.number for figure in drawn)
    ends = [round(WIDTH * end / number) if number else 0 for end in accumulate(figure.number for figure in drawn)]
    parts = [Bar(figure, x, end - x) for figure, x, end in zip(drawn, [0, *ends[:-1]], ends, strict=True)]
    return Whole(label, address, number, parts)
