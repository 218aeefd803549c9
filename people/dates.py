"""Partial dates: EDTF text in, earliest and latest day out, words for people.

Of EDTF (ISO 8601-2) this takes level 0 and the parts of level 1 and 2 that sources need: years, months and
days, decades (199X), seasons, intervals with open or unknown ends, and the marks ? (uncertain), ~ (approximate)
and % (both), on a whole date or, as in 2016?-12, on its year alone.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from people.logs import warn_once

OPEN_ENDS = ("", "..")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
# Of decades and centuries there are no months, and a date has one mark at most.
ONE_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?P<year_mark>[?~%])?"
    r"((?<!X)(?<!X.)-(?P<month>0[1-9]|1[0-2]|2[1-4])(-(?P<day>\d{2}))?)?(?P<mark>(?(year_mark)|[?~%]?))",
    re.ASCII,
)
EXAMPLES = "write for example 2016, 2016-03, 2016-03-15, 199X, 2016~, 2016?-12, 2016-03/2016-08 or ../2017"


class InvalidDateError(ValueError):
    """A text is no date that exists, or none of the forms that we take."""

    def __init__(self, text: str) -> None:
        """Name the `text` and the forms that would do."""
        super().__init__(f"“{text}” is not a date that exists in EDTF; {EXAMPLES}.")


@lru_cache(maxsize=10_000)  # parsing takes milliseconds
def days(text: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the earliest and the latest day that `text` may mean; None where that end is open, unknown or not given.

    Raises InvalidDateError for text that is no such date, and for an interval that ends before it begins.
    """
    start, separator, end = text.partition("/")
    if not separator:
        return _days_of_one(text) if text else (None, None)
    if start in OPEN_ENDS and end in OPEN_ENDS:
        raise InvalidDateError(text)
    earliest = None if start in OPEN_ENDS else _days_of_one(start)[0]
    latest = None if end in OPEN_ENDS else _days_of_one(end)[1]
    if earliest and latest and earliest > latest:
        raise InvalidDateError(text)
    return earliest, latest


def _days_of_one(text: str) -> tuple[dt.date, dt.date]:
    match = ONE_DATE.fullmatch(text)
    if not match:
        raise InvalidDateError(text)
    try:
        parsed = parse_edtf(text)
        earliest, latest = (dt.date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
        if match["month"] == "24":  # a winter may be the one that begins or the one that ends in its year
            february = calendar.monthrange(earliest.year + 1, 2)[1]
            return dt.date(earliest.year, 1, 1), dt.date(earliest.year + 1, 2, february)
    except (EDTFParseException, ValueError) as error:
        raise InvalidDateError(text) from error
    return earliest, latest


def words(text: str) -> str:
    """Return the EDTF date `text` as a person would say it: "March to August 2016", "in the 1990s", "before 2017".

    Empty text gives "date not given". Takes what `days` takes, without reading it again: a page prints many dates.
    Other text, which only another program can have put into the database, is returned as it is, and logged.
    """
    start, separator, end = text.partition("/")
    if separator and start in OPEN_ENDS:
        return f"before {''.join(_said(end))}"
    if separator:
        return period_words(start, end.strip("."))
    said, mark = _said(text)
    return f"in {said}{mark}" if said.startswith("the ") else f"{said}{mark}"


def period_words(start: str, end: str) -> str:
    """Return in words the period from the EDTF date `start` to `end`, either of which may be empty."""
    if start == end:
        return words(start)
    (first, first_mark), (last, last_mark) = _said(start), _said(end)
    if not end:
        return f"from {first}{first_mark}"
    if not start:
        return f"until {last}{last_mark}"
    year = f" {start[:4]}"
    if first.endswith(year) and last.endswith(year) and first_mark == last_mark:
        return f"{first.removesuffix(year)} to {last}{last_mark}"
    return f"{first}{first_mark} to {last}{last_mark}"


def _said(text: str) -> tuple[str, str]:
    if not text:
        return "date not given", ""
    match = ONE_DATE.fullmatch(text)
    if not match:
        warn_once(f"“{text}” stands as a date in the database, but is none.")
        return text, ""
    mark = match["mark"] or match["year_mark"]
    about = "about " if mark in ("~", "%") else ""
    inferred = match["year_mark"] == "?" and match["month"]
    doubt = " (year inferred)" if inferred else " (uncertain)" if mark in ("?", "%") else ""
    return f"{about}{_calendar_words(match)}", doubt


def _calendar_words(match: re.Match[str]) -> str:
    year = match["year"]
    if year.endswith("X"):
        return f"the {year.replace('X', '0')}s"
    if not match["month"]:
        return year
    month = SEASONS.get(match["month"]) or calendar.month_name[int(match["month"])]
    return f"{int(match['day'])} {month} {year}" if match["day"] else f"{month} {year}"
