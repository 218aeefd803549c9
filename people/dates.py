"""Partial dates: EDTF text in, earliest and latest day out, words for people, and their order in time.

Of EDTF (ISO 8601-2) this takes level 0 and the parts of level 1 and 2 that sources need: years, months and
days, decades (199X), centuries (19XX), seasons, intervals with open or unknown ends, and the marks ? (uncertain),
~ (approximate) and % (both), on a whole date or, as in 2016?-12, on its year alone.

"Before 2017" is written as an interval with an open start: ../2017 ends with 2016, in words and in days. A day counts:
../2017-07-14 is "until 14 July 2017". Where the start is only unknown, as in /2017, the end counts too.
"""

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

from django.utils.dates import MONTHS
from django.utils.translation import get_language
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from people.languages import gettext
from people.languages import gettext_lazy as _
from people.logs import warn_once

OPEN_ENDS = ("", "..")
ABOUT = ("~", "%")
SEASONS = {"21": _("spring"), "22": _("summer"), "23": _("autumn"), "24": _("winter")}
WINTER = "24"
# Of decades and centuries there are no months, and a date has one mark at most.
ONE_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?P<year_mark>[?~%])?"
    r"((?<!X)(?<!X.)-(?P<month>0[1-9]|1[0-2]|2[1-4])(-(?P<day>\d{2}))?)?(?P<mark>(?(year_mark)|[?~%]?))",
    re.ASCII,
)
EXAMPLES = "write for example 2016, 2016-03, 2016-03-15, 199X, 2016~, 2016?-12, 2016-03/2016-08 or ../2017"
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# What people write, and what EDTF has for it. The 1900s may be a decade or a century: that is not guessed.
HABITS = (
    (re.compile(r"\s*/\s*"), "/"),
    (re.compile(r"\bopen\b", re.IGNORECASE), ".."),
    (re.compile(r"\bunknown\b", re.IGNORECASE), ""),
    (re.compile(r"(?<=\d\d)T[\d:.]+Z?"), ""),
    (re.compile(r"\b(\d\d[1-9])0s\b"), r"\1X"),
    (re.compile(r"(?<=[\dxX-])x"), "X"),
    (re.compile(r"-(\d)(?![\dX])"), r"-0\1"),
    (re.compile(r"(-[\dX]X)+(?![\dX-])"), ""),
)

Bounds = tuple[dt.date | None, dt.date | None]


class InvalidDateError(ValueError):
    """A text is no date that exists, or none of the forms that we take."""

    def __init__(self, text: str) -> None:
        """Name the `text`, and what to write instead: the form that is meant, if that can be told."""
        if meant := _meant(text):
            left_out = " What isn’t given is left out." if meant.count("-") < text.count("-") else ""
            super().__init__(f"“{text}” is written {meant} here.{left_out}")
        else:
            super().__init__(f"“{text}” is not a date that exists in EDTF; {EXAMPLES}.")


@lru_cache(maxsize=10_000)  # parsing takes milliseconds
def bounds(text: str) -> Bounds:
    """Return the earliest and the latest day that `text` may mean; None where that end is open, unknown or not given.

    Raises InvalidDateError for text that is no such date, and for an interval that ends before it begins.
    """
    found = _bounds(text)
    if not found or _is_reversed(found):
        raise InvalidDateError(text)
    return found


# The name by which a migration imports it.
days = bounds


def time_order(earliest: dt.date | None, latest: dt.date | None) -> tuple[dt.date, dt.date]:
    """Return by what dates are put in order of time: the first day that they may mean, then the last.

    A date of which only the last day is known comes first, and no date at all comes last. In SQL that is
    people.querysets.time.in_time.
    """
    return earliest or (dt.date.min if latest else dt.date.max), latest or dt.date.max


def _bounds(text: str) -> Bounds | None:
    """Return the days, which may be in the wrong order; None for text that is no date."""
    start, separator, end = text.partition("/")
    if not separator:
        return _bounds_of_one(text) if text else (None, None)
    if start in OPEN_ENDS and end in OPEN_ENDS:
        return None
    first, last = (None if one in OPEN_ENDS else _bounds_of_one(one) for one in (start, end))
    if (start not in OPEN_ENDS and not first) or (end not in OPEN_ENDS and not last):
        return None
    if last and _is_before(start, end):
        return _bounds_before(end, last)
    return first and first[0], last and last[1]


def _is_reversed(found: Bounds) -> bool:
    earliest, latest = found
    return earliest is not None and latest is not None and earliest > latest


def _is_before(start: str, end: str) -> bool:
    """Return whether an interval means the time before its end, not the time until its end is over."""
    match = ONE_DATE.fullmatch(end)
    return start == ".." and match is not None and not match["day"]


def _bounds_before(text: str, of_text: tuple[dt.date, dt.date]) -> Bounds | None:
    """Return the days before a date, given the days that it may mean; None if there are none."""
    match = ONE_DATE.fullmatch(text)
    first = of_text[0].replace(month=12) if match and match["month"] == WINTER else of_text[0]
    return (None, first - dt.timedelta(days=1)) if first > dt.date.min else None


def _bounds_of_one(text: str) -> tuple[dt.date, dt.date] | None:
    match = ONE_DATE.fullmatch(text)
    if not match:
        return None
    try:
        parsed = parse_edtf(text)
        earliest, latest = (dt.date(*day[:3]) for day in (parsed.lower_strict(), parsed.upper_strict()))
        if match["month"] == WINTER:  # which may be the one that begins or the one that ends in its year
            february = calendar.monthrange(earliest.year + 1, 2)[1]
            return dt.date(earliest.year, 1, 1), dt.date(earliest.year + 1, 2, february)
    except (EDTFParseException, ValueError):
        return None
    return earliest, latest


def _meant(text: str) -> str:
    """Return the date that somebody meant who wrote it in a way that isn't EDTF's, or isn't ours; empty if unclear."""
    meant = unicodedata.normalize("NFKC", text).translate(DASHES).strip()
    for habit, form in HABITS:
        meant = habit.sub(form, meant)
    found = _bounds(meant)
    return meant if meant and found and not _is_reversed(found) else ""


def humanize(text: str) -> str:
    """Return the EDTF date `text` as people say it in the current language: "March to August 2016", "in the 1990s".

    Empty text gives "no date given". Takes what `bounds` takes, without reading it again: a page prints many dates.
    Other text, which only another program can have put into the database, is returned as it is, and logged.
    """
    return _humanized(text, get_language())


def in_words(text: str) -> str:
    """Return the single EDTF date `text` as a heading names it, without what joins it to a sentence: "the 1990s"."""
    return "".join(_said(text))


@lru_cache(10_000)
def _humanized(text: str, _language: str | None) -> str:
    start, separator, end = text.partition("/")
    if not separator:
        said = "".join(_said(text))
        return gettext("in %(date)s") % {"date": said} if _is_in_years(text) else said
    if start in OPEN_ENDS:
        return _until("".join(_said(end)), is_before=_is_before(start, end), is_open=bool(start))
    if end in OPEN_ENDS:
        words = gettext("from %(date)s on") if end else gettext("from %(date)s, end unknown")
        return words % {"date": "".join(_said(start))}
    return humanize_period(start, end)


def _until(date: str, *, is_before: bool, is_open: bool) -> str:
    if is_before:
        words = gettext("before %(date)s") if is_open else gettext("before %(date)s, start unknown")
    else:
        words = gettext("until %(date)s") if is_open else gettext("until %(date)s, start unknown")
    return words % {"date": date}


def _is_in_years(text: str) -> bool:
    """Return whether the date is some time in a decade or a century, and not only about then."""
    match = ONE_DATE.fullmatch(text)
    return match is not None and match["year"].endswith("X") and not text.endswith(ABOUT)


def humanize_period(start: str, end: str) -> str:
    """Return in words the period from the EDTF date `start` to `end`, either of which may be empty."""
    return _humanized_period(start, end, get_language())


@lru_cache(10_000)
def _humanized_period(start: str, end: str, _language: str | None) -> str:
    if start == end:
        return humanize(start)
    (first, first_mark), (last, last_mark) = _said(start), _said(end)
    if not end:
        return gettext("from %(date)s") % {"date": f"{first}{first_mark}"}
    if not start:
        return gettext("until %(date)s") % {"date": f"{last}{last_mark}"}
    year = _in_year("", start[:4].lstrip("0"))
    if first.endswith(year) and last.endswith(year) and first_mark == last_mark:
        first, first_mark = first.removesuffix(year), ""
    return gettext("%(start)s to %(end)s") % {"start": f"{first}{first_mark}", "end": f"{last}{last_mark}"}


def beginning(text: str) -> str:
    """Return the month, season, year, decade or century in which the EDTF date begins, as an EDTF date without marks.

    Empty where it has no beginning, as for a date before 2017, and for text that is no date.
    """
    match = ONE_DATE.fullmatch(text.partition("/")[0])
    return "-".join(part for part in (match["year"], match["month"]) if part) if match else ""


def _said(text: str) -> tuple[str, str]:
    if not text:
        return gettext("no date given"), ""
    match = ONE_DATE.fullmatch(text)
    if not match:
        warn_once(f"“{text}” stands as a date in the database, but is none.")
        return text, ""
    mark = match["mark"] or match["year_mark"]
    words = _calendar_words(match)
    said = gettext("about %(date)s") % {"date": words} if mark in ABOUT else words
    inferred = match["year_mark"] == "?" and match["month"]
    doubt = gettext("(year inferred)") if inferred else gettext("(uncertain)") if mark in ("?", "%") else ""
    return said, f" {doubt}" if doubt else ""


def _calendar_words(match: re.Match[str]) -> str:
    year = match["year"].lstrip("0")
    if year.endswith("X"):
        return _years_words(year)
    if not match["month"]:
        return year
    month = str(SEASONS.get(match["month"]) or MONTHS[int(match["month"])])
    if match["day"]:
        month = gettext("%(day)s %(month)s") % {"day": int(match["day"]), "month": month}
    return _in_year(month, year)


def _in_year(month: str, year: str) -> str:
    return gettext("%(month)s %(year)s") % {"month": month, "year": year}


def _years_words(years: str) -> str:
    """Return a decade or a century in words. "The 1900s" may be either, so those are told by their years."""
    if not years.endswith("0X") and not years.endswith("XX"):
        return gettext("the %(decade)ss") % {"decade": years.replace("X", "0")}
    words = (
        gettext("the century %(first)s–%(last)s") if years.endswith("XX") else gettext("the decade %(first)s–%(last)s")
    )
    return words % {"first": years.replace("X", "0"), "last": years.replace("X", "9")}
