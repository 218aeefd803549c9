"""A partial date is listed exactly where it may lie.

Which days a date may mean is worked out here from its text, day by day, and not by people.dates.
"""

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
from django.http import QueryDict
from hypothesis import assume, example, given
from hypothesis import strategies as st

from people.filters import TimelineFilter
from people.models import Meeting, Role, Statement
from people.vocabulary import TimelineKind
from tests.factories import make_meeting, make_person, make_role, make_statement
from tests.properties import examples

pytestmark = pytest.mark.django_db

# Every day that a test asks for, from before the earliest that a date begins with; dates may mean later ones too, which
# no period of a test reaches.
FIRST = dt.date(1999, 1, 1)
DAYS = [FIRST + dt.timedelta(days=number) for number in range(24 * 365)]
SEASONS = {"21": (3, 4, 5), "22": (6, 7, 8), "23": (9, 10, 11)}

years = st.integers(2010, 2019).map(str)
months = st.dates(dt.date(2010, 1, 1), dt.date(2019, 12, 31)).map(lambda day: f"{day:%Y-%m}")
whole_days = st.dates(dt.date(2010, 1, 1), dt.date(2019, 12, 31)).map(dt.date.isoformat)
seasons = st.builds("{}-{}".format, years, st.sampled_from(["21", "22", "23", "24"]))
unmarked = st.one_of(years, months, whole_days, seasons, st.sampled_from(["200X", "201X", "20XX"]))
marked = st.builds("{}{}".format, st.one_of(years, months, whole_days), st.sampled_from("?~%"))
inferred = months.map(lambda month: month.replace("-", "?-", 1))
single = st.one_of(unmarked, marked, inferred)
ends = st.one_of(single, st.just(".."), st.just(""))
intervals = st.builds("{}/{}".format, ends, ends).filter(lambda text: text.strip("./") and in_order(*text.split("/")))
periods = st.tuples(single | st.just(""), single | st.just("")).filter(lambda period: in_order(*period))


def is_of(day: dt.date, text: str) -> bool:
    """Whether the single date may mean that day; its marks only say how sure that is."""
    plain = text.translate(str.maketrans("", "", "?~%"))
    if plain[5:] in SEASONS:
        return str(day.year) == plain[:4] and day.month in SEASONS[plain[5:]]
    if plain[5:] == "24":  # the winter that ends in that year, or the one that begins
        return (str(day.year) == plain[:4] and day.month in (1, 2, 12)) or (
            str(day.year - 1) == plain[:4] and day.month in (1, 2)
        )
    return day.isoformat().startswith(plain.rstrip("X"))


@cache
def meant(text: str) -> list[dt.date]:
    """The first and the last day that the single date may mean, of those asked for."""
    found = [day for day in DAYS if is_of(day, text)]
    return [found[0], found[-1]]


@cache
def between(start: str, end: str) -> frozenset[dt.date]:
    """The days that are none before the start may be and none after the end may be; either may be open."""
    first = meant(start)[0] if is_given(start) else DAYS[0]
    last = meant(end)[1] if is_given(end) else DAYS[-1]
    return frozenset(day for day in DAYS if first <= day <= last)


@cache
def before(end: str) -> frozenset[dt.date]:
    """The days before a year, a month and the like; a day itself is one of them. A winter may begin in December."""
    first, last = meant(f"{end[:4]}-12" if end.rstrip("?~%")[4:] == "-24" else end)
    return frozenset(day for day in DAYS if day < first or day == first == last)


def is_given(text: str) -> bool:
    return text not in ("", "..")


def in_order(start: str, end: str) -> bool:
    return not is_given(start) or not is_given(end) or meant(start)[0] <= meant(end)[1]


def may_lie(start: str, end: str, period: tuple[str, str]) -> bool:
    """Whether on some day what lasts from start to end may be, and the period is."""
    return not between(start, end).isdisjoint(between(*period))


def listed(period: tuple[str, str]) -> set[TimelineKind]:
    """The kinds of the entries that the timeline lists for the period."""
    query = QueryDict(mutable=True)
    query["from"], query["to"] = period
    found = TimelineFilter(query)
    assert found.is_valid(), found.errors
    return {one.kind for one in found.ids}


@pytest.fixture
def date_all() -> Callable[[str], None]:
    """A function that gives a meeting, a hearing and a statement that date."""
    ann = make_person("Ann")
    rows: list[Meeting | Statement] = [
        make_meeting(ann, make_person("Bob")),
        make_meeting(ann, kind="hearing"),
        make_statement(ann),
    ]

    def date_all(text: str) -> None:
        for row in rows:
            row.date = text
            row.save()

    return date_all


DATED = {TimelineKind.MEETING, TimelineKind.HEARING, TimelineKind.STATEMENT}


def test_date_is_listed_exactly_where_it_may_lie(date_all: Callable[[str], None]) -> None:
    @examples(25)
    @given(single, periods)
    def check(date: str, period: tuple[str, str]) -> None:
        date_all(date)
        assert listed(period) == (DATED if may_lie(date, date, period) else set())

    check()


def test_interval_is_listed_exactly_where_it_may_lie(date_all: Callable[[str], None]) -> None:
    @examples(25)
    @example("../200X", ("", ""))
    @given(intervals, periods)
    def check(date: str, period: tuple[str, str]) -> None:
        date_all(date)
        start, end = date.split("/")
        lasting = before(end) if start == ".." else between(start, end)
        assert listed(period) == (set() if lasting.isdisjoint(between(*period)) else DATED)

    check()


def test_what_has_no_date_is_listed_only_where_no_period_is_asked_for(date_all: Callable[[str], None]) -> None:
    date_all("")

    @examples(25)
    @given(periods)
    def check(period: tuple[str, str]) -> None:
        assert listed(period) == (set() if any(period) else DATED)

    check()


def test_role_is_listed_exactly_where_it_may_have_been_held() -> None:
    role: Role = make_role(make_person("Ann"))

    @examples(25)
    @given(single | st.just(""), single | st.just(""), periods)
    def check(start: str, end: str, period: tuple[str, str]) -> None:
        assume(in_order(start, end))
        role.start, role.end = start, end
        role.save()
        # How long a role of which only the end is known had been held nobody says: it is listed at its end.
        is_listed = may_lie(start or end, end, period) if start or end else not any(period)
        assert listed(period) == ({TimelineKind.ROLE} if is_listed else set())

    check()
