"""Where a day stands from left to right.

A year of which only the year matters is narrow, one in which something begins or ends within the year has its
months, and years between which nothing begins or ends share one place. The scale thus changes from year to year,
which its labels show; within a year it is even.
"""

import calendar
import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

# Widths in units of the drawing: CSS pixels.
YEAR_WIDTH = 40
YEARS_WIDTH = 62
MONTH_WIDTH = 14
# With more years of months than these, a month is narrower and has no letter.
MAX_YEARS_WITH_WIDE_MONTHS = 6
NARROW_MONTH_WIDTH = 8

DateSpan = tuple[dt.date | None, dt.date | None]


class YearColumn(NamedTuple):
    """A year or several, from the first day to the last, and its place. `months` are letters and their places."""

    label: str
    first: dt.date
    last: dt.date
    x: int
    width: int
    months: list[tuple[str, int]]


class Axis(NamedTuple):
    """The columns from left to right, and their width together."""

    columns: list[YearColumn]
    width: int

    def start(self, day: dt.date) -> int:
        """Return where the day begins."""
        column = self.columns[max(0, bisect_right([one.first for one in self.columns], day) - 1)]
        share = (day - column.first).days / ((column.last - column.first).days + 1)
        return column.x + round(share * column.width)

    def end(self, day: dt.date) -> int:
        """Return where the day ends."""
        return self.width if day >= self.columns[-1].last else self.start(day + dt.timedelta(days=1))


def make_axis(spans: Iterable[DateSpan]) -> Axis:
    """Return the axis with room for all of the spans, each a first and a last day, either of which may be open."""
    known = list(spans)
    starts = {start for start, _ in known if start}
    ends = {end for _, end in known if end}
    edges = {day.year for day in starts | ends}
    if not edges:
        return Axis([], 0)
    detailed = {day.year for day in starts if (day.month, day.day) != (1, 1)}
    detailed |= {day.year for day in ends if (day.month, day.day) != (12, 31)}
    columns: list[YearColumn] = []
    for years in _grouped_years(edges):
        x = columns[-1].x + columns[-1].width if columns else 0
        columns.append(
            _column(
                years,
                x,
                years[0] in detailed,
                MONTH_WIDTH if len(detailed) <= MAX_YEARS_WITH_WIDE_MONTHS else NARROW_MONTH_WIDTH,
            )
        )
    return Axis(columns, columns[-1].x + columns[-1].width)


def _grouped_years(edges: set[int]) -> Iterator[list[int]]:
    """Yield the years that share a column: each year in which something begins or ends alone."""
    for _, years in groupby(range(min(edges), max(edges) + 1), lambda year: year if year in edges else None):
        yield list(years)


def _column(years: list[int], x: int, detailed: bool, month: int) -> YearColumn:
    first, last = dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31)
    if detailed:
        letters = [name[:1] for name in calendar.month_abbr[1:]] if month == MONTH_WIDTH else []
        places = [(letter, x + month * number) for number, letter in enumerate(letters)]
        return YearColumn(str(years[0]), first, last, x, 12 * month, places)
    label = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1] % 100:02}"
    return YearColumn(label, first, last, x, YEAR_WIDTH if len(years) == 1 else YEARS_WIDTH, [])
