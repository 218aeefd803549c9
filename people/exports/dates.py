"""Partial dates in formats that know no EDTF: as exact as they are, or not at all."""

from typing import NamedTuple

from people.dates import ONE_DATE, OPEN_ENDS, SEASONS, InvalidDateError, days


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
    """Return the ends of the EDTF date."""
    start, separator, end = text.partition("/")
    return Span(iso(start), iso(end)) if separator else Span(iso(start), "")


def on_timeline(text: str) -> dict[str, dict[str, int]]:
    """Return `start_date` and, where there is one, `end_date` of the EDTF date as TimelineJS takes them.

    They have the parts that the source gives. A decade and a season run from their first to their last month or year,
    and what has only an end stands there: it is the words beside that say what is meant. Raises InvalidDateError for
    text that says no day at all.
    """
    start, separator, end = text.partition("/")
    ends = [end] if start in OPEN_ENDS else [start] if end in OPEN_ENDS else [start, end]
    dates = [_parts(ends[0], last=start in OPEN_ENDS)]
    if len(ends) > 1 or not (separator or iso(start)):
        dates.append(_parts(ends[-1], last=True))
    return dict(zip(("start_date", "end_date"), dates, strict=False))


def _parts(text: str, *, last: bool) -> dict[str, int]:
    exact = iso(text)
    if exact:
        return dict(zip(("year", "month", "day"), map(int, exact.split("-")), strict=False))
    day = days(text)[1 if last else 0]
    if day is None:
        raise InvalidDateError(text)
    return {"year": day.year} if text[3] == "X" else {"year": day.year, "month": day.month}
