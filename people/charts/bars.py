"""Numbers as bars, each with its words and the list that the number is the length of. Colours are the stylesheet's."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

# The longest bar, or a whole of parts, in units of the drawing, which is as wide as there is room.
CHART_WIDTH = 1000
MIN_BAR_WIDTH = 4


class ChartValue(NamedTuple):
    """How many are counted, and the address of the list of them. `kind` is what the stylesheet calls them."""

    label: str
    address: str
    number: int
    kind: str = ""


class Bar(NamedTuple):
    """A stretch from `x` that is as long as its figure."""

    value: ChartValue
    x: int
    width: int


class StackedBar(NamedTuple):
    """Parts side by side, which together are all that is counted."""

    label: str
    address: str
    number: int
    parts: list[Bar]


def draw_bars(values: Iterable[ChartValue]) -> list[Bar]:
    """Return a bar for each figure in the order given, the largest as long as there is room, none for nothing."""
    drawn = list(values)
    most = max((value.number for value in drawn), default=0)
    return [Bar(value, 0, _length(value.number, most)) for value in drawn]


def _length(number: int, most: int) -> int:
    return max(MIN_BAR_WIDTH, round(CHART_WIDTH * number / most)) if number else 0


def draw_stacked_bar(label: str, address: str, values: Iterable[ChartValue]) -> StackedBar:
    """Return the figures as parts of their sum, side by side in the order given, without a gap."""
    drawn = list(values)
    number = sum(value.number for value in drawn)
    ends = [round(CHART_WIDTH * end / number) if number else 0 for end in accumulate(value.number for value in drawn)]
    parts = [Bar(value, x, end - x) for value, x, end in zip(drawn, [0, *ends[:-1]], ends, strict=True)]
    return StackedBar(label, address, number, parts)
