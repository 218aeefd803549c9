"""Where a day stands from left to right, in percent of the drawing's width.

A year within which something begins or ends has its months. Years of which only the years matter share a narrower
place, and years in which nothing is recorded have none. Wherever that changes the scale, the axis is broken.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from django.utils.dates import MONTHS

from people.dates import humanize

# Of the drawing, in percent.
FULL_WIDTH = 100
# Widths, in months of a year that has its months.
BREAK_WIDTH = 0.8
MIN_YEARS_WIDTH, YEAR_WIDTH, MAX_YEARS_WIDTH = 3.5, 0.8, 8.0
# With more years of months than these, they are narrower, and their months are not marked.
MAX_YEARS_WITH_MONTHS = 6
NARROW_YEAR_WIDTH = 4.0
# With a wider axis than this there is no room for the letters of months.
MAX_WIDTH_WITH_LETTERS = 38
# CSS pixels of a month. The drawing is scrolled where there is less room.
MIN_MONTH_WIDTH = 8

DateSpan = tuple[dt.date | None, dt.date | None]


class Stretch(NamedTuple):
    """Days on one scale, from the first to the last, and their place; `months` are letters and their places."""

    label: str
    first: dt.date
    last: dt.date
    x: float
    width: float
    months: list[tuple[str, float]]


class AxisBreak(NamedTuple):
    """A place between two stretches at which the scale changes, or years are left out."""

    x: float
    width: float


class _Run(NamedTuple):
    """Days that are to have one scale."""

    first: dt.date
    last: dt.date
    is_detailed: bool

    def continues(self, before: "_Run") -> bool:
        """Return whether the days are the next ones, on the same scale."""
        return self.is_detailed and before.is_detailed and before.last + dt.timedelta(days=1) == self.first


class Axis(NamedTuple):
    """The stretches from left to right, what breaks them, and the CSS pixels that all of them need."""

    stretches: list[Stretch]
    breaks: list[AxisBreak]
    min_width: int

    def shows(self, first: dt.date, last: dt.date) -> bool:
        """Return whether any day from the first to the last lies between the ends of the axis."""
        return first <= self.stretches[-1].last and last >= self.stretches[0].first

    def start(self, day: dt.date) -> float:
        """Return where the day begins: at the left end, if it lies before the axis."""
        one = self.stretches[max(0, bisect_right([one.first for one in self.stretches], day) - 1)]
        share = (day - one.first).days / ((one.last - one.first).days + 1)
        return round(one.x + one.width * min(max(share, 0), 1), 2)

    def end(self, day: dt.date) -> float:
        """Return where the day ends: at the right end, if it lies after the axis."""
        return FULL_WIDTH if day >= self.stretches[-1].last else self.start(day + dt.timedelta(days=1))

    def pieces(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """Yield the places and widths of the pieces into which the breaks cut the line from start to end."""
        for x, width in self.breaks:
            if start <= x and end >= x + width:
                yield start, round(x - start, 2)
                start = x + width
        yield round(start, 2), round(end - start, 2)


def make_axis(spans: Iterable[DateSpan], period: DateSpan = (None, None)) -> Axis:
    """Return the axis of the spans, as far as they lie in the period; of a period with both ends, from end to end.

    Spans and period are a first and a last day, either of which may be open.
    """
    lying = [found for found in (_within(span, period) for span in spans) if found]
    shown = [*lying, *([period] if all(period) else [])]
    starts = {start for start, _ in shown if start}
    ends = {end for _, end in shown if end}
    years = {day.year for day in starts | ends}
    for start, end in lying:
        years.update(range(start.year, end.year) if start and end else ())
    detailed = {day.year for day in starts if (day.month, day.day) != (1, 1)}
    detailed |= {day.year for day in ends if (day.month, day.day) != (12, 31)}
    return _lay_out(list(_runs(years, detailed, period)))


def _within(span: DateSpan, period: DateSpan) -> DateSpan | None:
    """Return what of the span lies in the period, if anything does."""
    (first, last), (begins, ends) = span, period
    if (first and ends and first > ends) or (last and begins and last < begins):
        return None
    return max(first, begins) if first and begins else first, min(last, ends) if last and ends else last


def _runs(years: set[int], detailed: set[int], period: DateSpan) -> Iterator[_Run]:
    """Yield what of the years lies in the period: each of the detailed ones alone, others with those that follow."""
    for _, group in groupby(enumerate(sorted(years)), lambda one: (one[1] in detailed and one[1], one[1] - one[0])):
        run = [year for _, year in group]
        first, last = dt.date(run[0], 1, 1), dt.date(run[-1], 12, 31)
        yield _Run(max(first, period[0] or first), min(last, period[1] or last), run[0] in detailed)


def _lay_out(runs: list[_Run]) -> Axis:
    """Return the axis of these days, of which those in detail have their months."""
    month = 1 if sum(run.is_detailed for run in runs) <= MAX_YEARS_WITH_MONTHS else NARROW_YEAR_WIDTH / 12
    widths = [_width(run, month) for run in runs]
    gaps = [0.0, *(0.0 if after.continues(before) else BREAK_WIDTH for before, after in pairwise(runs))]
    total = sum(widths) + sum(gaps)
    has_letters = month == 1 and total <= MAX_WIDTH_WITH_LETTERS
    axis, x = Axis([], [], round(total * MIN_MONTH_WIDTH)), 0.0
    for run, width, gap in zip(runs, widths, gaps, strict=False):
        if gap:
            axis.breaks.append(AxisBreak(_percent(x, total), _percent(gap, total)))
        x += gap
        months = _months(run, x, total) if has_letters and run.is_detailed else []
        axis.stretches.append(
            Stretch(
                _label(run.first, run.last), run.first, run.last, _percent(x, total), _percent(width, total), months
            )
        )
        x += width
    return axis


def _percent(x: float, total: float) -> float:
    return round(FULL_WIDTH * x / total, 2)


def _width(run: _Run, month: float) -> float:
    """Return the width of these days, given that of a month in detail."""
    if run.is_detailed:
        return month * (run.last.month - run.first.month + 1)
    return min(max(MIN_YEARS_WIDTH, YEAR_WIDTH * (run.last.year - run.first.year + 1)), MAX_YEARS_WIDTH)


def _months(run: _Run, x: float, total: float) -> list[tuple[str, float]]:
    """Return the letters of the months, if there are several, and their places."""
    letters = [str(MONTHS[month])[:1].upper() for month in range(run.first.month, run.last.month + 1)]
    places = [(letter, _percent(x + place, total)) for place, letter in enumerate(letters)]
    return places if len(places) > 1 else []


def _label(first: dt.date, last: dt.date) -> str:
    if first == last:
        return humanize(first.isoformat())
    if (first.year, first.month) == (last.year, last.month):
        return humanize(f"{first:%Y-%m}")
    if first.year == last.year:
        return str(first.year)
    same_century = first.year // 100 == last.year // 100
    return f"{first.year}–{last.year % 100:02}" if same_century else f"{first.year}–{last.year}"
