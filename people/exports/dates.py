"""Partial dates in formats that know no EDTF: as exact as they are, or not at all."""

import datetime as dt
from typing import NamedTuple

from people.dates import ONE_DATE, SEASONS, InvalidDateError, bounds


class Span(NamedTuple):
    """The two ends of a date in ISO 8601, as exact as they are given; empty where an end is open or can't be said so.

    Of a date that is no interval, `end` is empty: it says when, not how long.
    """

    start: str
    end: str


def iso(text: str) -> str:
    """Return the EDTF date as ISO 8601 of the same precision: 2016?-12 as 2016-12.

    Empty for what ISO has no form for (decades, centuries, seasons): a year would claim more than the source does.
    That a date is uncertain or approximate is lost; whoever writes it down puts the EDTF text beside it.
    """
    match = ONE_DATE.fullmatch(text)
    if not match or match["year"].endswith("X") or match["month"] in SEASONS:
        return ""
    return "-".join(part for part in (match["year"], match["month"], match["day"]) if part)


def span(text: str) -> Span:
    """Return the ends of the EDTF date. What is before 2017 ends in 2016."""
    start, separator, end = text.partition("/")
    if not separator:
        return Span(iso(start), "")
    try:
        latest = bounds(text)[1]
    except InvalidDateError:
        return Span(iso(start), iso(end))
    return Span(iso(start), latest.isoformat()[: len(iso(end))] if latest else "")


def on_timeline(text: str) -> dict[str, dict[str, int]]:
    """Return `start_date` and, where there is one, `end_date` of the EDTF date as TimelineJS takes them.

    They have the parts that the source gives. A decade and a season run from their first to their last month or year,
    and what has only an end stands there: it is the words beside that say what is meant. Raises InvalidDateError for
    text that says no day at all.
    """
    earliest, latest = bounds(text)
    start, separator, end = text.partition("/")
    ends = ((start, earliest), (end if separator else start, latest))
    dates = [_parts(one, day) for one, day in ends if day]
    if not dates:
        raise InvalidDateError(text)
    return dict(zip(("start_date", "end_date"), dates if separator or not iso(start) else dates[:1], strict=False))


def _parts(text: str, day: dt.date) -> dict[str, int]:
    """Return as much of the day as the EDTF date gives; of a decade the year, of a season the month."""
    precision = iso(text).count("-") + 1 if iso(text) else 1 if text[3] == "X" else 2
    return dict(zip(("year", "month", "day"), (day.year, day.month, day.day)[:precision], strict=False))
