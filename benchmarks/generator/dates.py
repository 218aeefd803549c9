"""Partial dates, and the days that they may mean; days and times as text, in which both databases take them."""

import datetime as dt
import random
from functools import cache

from people.dates import bounds

Day = str | None
FIRST, LAST = 2012, 2018
FORMS = ("{y}", "{y}-{m:02}", "{y}-{m:02}-{d:02}", "{y}~", "{y}?-{m:02}", "{y}-21", "{y}-{m:02}?")
PLAIN = ("", "199X", "../2017", "20XX")
BEGUN = dt.datetime(2018, 1, 1)  # in UTC


def partial_dates(rng: random.Random, number: int) -> list[tuple[str, Day, Day]]:
    """Return EDTF dates of all kinds, each with its earliest and latest day; one in six is not given."""
    return [(text, *days_of(text)) for text in (_one(rng) for _ in range(number))]


def _one(rng: random.Random) -> str:
    year, month, day = rng.randint(FIRST, LAST), rng.randint(1, 11), rng.randint(1, 28)
    if rng.random() < 0.25:
        return rng.choice(("", "", *PLAIN))
    form = rng.choice(FORMS)
    if rng.random() < 0.1:
        return f"{year}-{month:02}/{year}-{month + 1:02}"
    return form.format(y=year, m=month, d=day)


def terms(rng: random.Random, number: int) -> list[tuple[str, Day, Day, str, Day, Day]]:
    """Return starts and ends of posts: text, earliest and latest day of each; either may be not given."""
    return [(start, *days_of(start), end, *days_of(end)) for start, end in (_term(rng) for _ in range(number))]


def _term(rng: random.Random) -> tuple[str, str]:
    year, length = rng.randint(FIRST, LAST), rng.randint(0, 3)
    start = rng.choice(("", f"{year}", f"{year}-{rng.randint(1, 5):02}", f"{year}?-02", "199X"))
    end = rng.choice(("", "", f"{year + length}", f"{year + length}-{rng.randint(6, 12):02}"))
    return start, end


@cache
def days_of(text: str) -> tuple[Day, Day]:
    """Return the earliest and the latest day of `text`; the parser takes its time, so each text is read once."""
    earliest, latest = (day.isoformat() if day else None for day in bounds(text))
    return earliest, latest


def changed(number: int) -> str:
    """Return when the row of that number was last changed, in UTC."""
    return str(BEGUN + dt.timedelta(seconds=7 * number))
