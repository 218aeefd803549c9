"""Where days stand from left to right."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.timeline.axis import (
    MAX_YEARS_WITH_WIDE_MONTHS,
    MONTH_WIDTH,
    NARROW_MONTH_WIDTH,
    YEAR_WIDTH,
    YEARS_WIDTH,
    Axis,
    DateSpan,
    make_axis,
)

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days))), min_size=1, max_size=8)


def year(first: int, last: int | None = None) -> DateSpan:
    return dt.date(first, 1, 1), dt.date(last or first, 12, 31)


def labels(*spans: DateSpan) -> list[tuple[str, int]]:
    return [(column.label, column.width) for column in make_axis(spans).columns]


def test_year_of_which_only_the_year_matters_is_narrow() -> None:
    assert labels(year(2014), year(2015)) == [("2014", YEAR_WIDTH), ("2015", YEAR_WIDTH)]


def test_year_within_which_something_begins_has_its_months() -> None:
    [column] = make_axis([(dt.date(2016, 3, 1), dt.date(2016, 12, 31))]).columns
    assert (column.width, column.months[:3]) == (
        12 * MONTH_WIDTH,
        [("J", 0), ("F", MONTH_WIDTH), ("M", 2 * MONTH_WIDTH)],
    )


def test_year_within_which_something_ends_has_its_months() -> None:
    assert labels((dt.date(2015, 1, 1), dt.date(2016, 3, 1))) == [("2015", YEAR_WIDTH), ("2016", 12 * MONTH_WIDTH)]


def test_years_in_which_nothing_begins_or_ends_share_a_place() -> None:
    assert labels(year(1990, 1999), year(2001)) == [
        ("1990", YEAR_WIDTH),
        ("1991–98", YEARS_WIDTH),
        ("1999", YEAR_WIDTH),
        ("2000", YEAR_WIDTH),
        ("2001", YEAR_WIDTH),
    ]


def test_many_years_of_months_are_narrower_and_have_no_letters() -> None:
    spans = [(dt.date(2000 + one, 5, 1), dt.date(2000 + one, 5, 31)) for one in range(MAX_YEARS_WITH_WIDE_MONTHS + 1)]
    columns = make_axis(spans).columns
    assert {(column.width, tuple(column.months)) for column in columns} == {(12 * NARROW_MONTH_WIDTH, ())}


@pytest.mark.parametrize("span", [(None, dt.date(2016, 12, 31)), (dt.date(2016, 1, 1), None)])
def test_open_end_takes_no_room(span: DateSpan) -> None:
    assert labels(span) == [("2016", YEAR_WIDTH)]


@pytest.mark.parametrize("spans", [[], [(None, None)]])
def test_nothing_dated_has_no_axis(spans: list[DateSpan]) -> None:
    assert make_axis(spans) == Axis([], 0)


def test_day_stands_in_its_year() -> None:
    axis = make_axis([year(2015), year(2016)])
    assert [axis.start(dt.date(2016, 1, 1)), axis.start(dt.date(2016, 7, 1)), axis.end(dt.date(2016, 12, 31))] == [
        YEAR_WIDTH,
        YEAR_WIDTH + YEAR_WIDTH // 2,
        2 * YEAR_WIDTH,
    ]


@given(SPANS)
def test_every_day_stands_on_the_axis_and_later_days_not_before_earlier_ones(spans: list[DateSpan]) -> None:
    axis = make_axis(spans)
    days = sorted({day for span in spans for day in span if day})
    places = [place for day in days for place in (axis.start(day), axis.end(day))]
    assert (places, places[0] >= 0, places[-1] <= axis.width) == (sorted(places), True, True)


@given(SPANS)
def test_columns_follow_each_other_without_a_gap(spans: list[DateSpan]) -> None:
    columns = make_axis(spans).columns
    assert [(one.last + dt.timedelta(days=1), one.x + one.width) for one in columns[:-1]] == [
        (one.first, one.x) for one in columns[1:]
    ]
