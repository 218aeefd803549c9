"""Where days stand from left to right."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.timeline.axis import MAX_YEARS_WITH_MONTHS, Axis, DateSpan, make_axis

Day = dt.date.fromisoformat
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days))), min_size=1, max_size=8)
JULY = (Day("2016-07-01"), Day("2016-07-31"))
MARCH_TO_AUGUST = (Day("2016-03-01"), Day("2016-08-31"))


def year(first: int, last: int | None = None) -> DateSpan:
    return dt.date(first, 1, 1), dt.date(last or first, 12, 31)


def labels(axis: Axis) -> list[str]:
    return [one.label for one in axis.stretches]


@pytest.mark.parametrize(
    ("spans", "period", "found", "breaks"),
    [
        ([year(2014), year(2015)], (None, None), ["2014–15"], 0),
        ([year(1990, 1999), year(2001)], (None, None), ["1990–99", "2001"], 1),
        ([year(1999), year(2000)], (None, None), ["1999–2000"], 0),
        ([MARCH_TO_AUGUST, year(2017)], (None, None), ["2016", "2017"], 1),
        ([MARCH_TO_AUGUST, JULY, (Day("2017-02-01"), None)], (None, None), ["2016", "2017"], 0),
        ([MARCH_TO_AUGUST, (Day("2018-02-01"), None)], (None, None), ["2016", "2018"], 1),
        ([MARCH_TO_AUGUST], JULY, ["July 2016"], 0),
        ([year(2010, 2017)], (Day("2016-07-14"), Day("2016-07-14")), ["14 July 2016"], 0),
        ([year(1990), MARCH_TO_AUGUST], (Day("2015-01-01"), None), ["2016"], 0),
        ([MARCH_TO_AUGUST], year(2014, 2016), ["2014", "2016"], 1),
        ([(None, Day("2016-08-31")), (Day("2016-03-01"), None)], (None, None), ["2016"], 0),
    ],
    ids=["years", "gap", "centuries", "scale", "months", "months-gap", "month", "day", "from", "period", "open"],
)
def test_years_that_matter_stand_on_the_axis_which_breaks_where_the_scale_changes(
    spans: list[DateSpan], period: DateSpan, found: list[str], breaks: int
) -> None:
    axis = make_axis(spans, period)
    assert (labels(axis), len(axis.breaks)) == (found, breaks)


def test_year_within_which_something_begins_has_its_months() -> None:
    [stretch] = make_axis([MARCH_TO_AUGUST]).stretches
    assert stretch.months[:3] == [("J", 0), ("F", 8.33), ("M", 16.67)]


def test_years_without_months_are_narrower() -> None:
    years, months = make_axis([year(2005, 2009), MARCH_TO_AUGUST]).stretches
    assert years.width == pytest.approx(months.width * 4 / 12, abs=0.01)


def test_many_years_of_months_are_narrower_and_have_no_letters() -> None:
    spans = [(dt.date(2000 + one, 5, 1), dt.date(2000 + one, 5, 31)) for one in range(MAX_YEARS_WITH_MONTHS + 1)]
    axis = make_axis(spans)
    assert ({tuple(one.months) for one in axis.stretches}, axis.min_width) == ({()}, 224)


@pytest.mark.parametrize("spans", [[], [(None, None)]])
def test_axis_of_no_days_has_no_stretch(spans: list[DateSpan]) -> None:
    assert make_axis(spans) == Axis([], [], 0)


def test_day_stands_in_its_month() -> None:
    axis = make_axis([MARCH_TO_AUGUST])
    assert [axis.start(Day("2016-01-01")), axis.start(Day("2016-07-02")), axis.end(Day("2016-12-31"))] == [0, 50, 100]


def test_day_before_or_after_the_axis_stands_at_its_end() -> None:
    axis = make_axis([], JULY)
    days = [Day("2015-01-01"), Day("2017-01-01")]
    assert [[axis.start(day), axis.end(day)] for day in days] == [[0, 0], [100, 100]]


def test_line_is_cut_by_the_breaks_it_crosses() -> None:
    axis = make_axis([year(1990, 1999), MARCH_TO_AUGUST])
    [gap] = axis.breaks
    assert list(axis.pieces(0, 100)) == [
        (0, gap.x),
        (pytest.approx(gap.x + gap.width), pytest.approx(100 - gap.x - gap.width)),
    ]
    assert list(axis.pieces(0, gap.x)) == [(0, gap.x)]


@given(SPANS, DAYS, DAYS)
def test_later_days_stand_further_right(spans: list[DateSpan], one: dt.date, other: dt.date) -> None:
    axis = make_axis(spans)
    first, second = sorted((one, other))
    assert 0 <= axis.start(first) <= axis.start(second) <= 100.01
    assert axis.end(first) <= axis.end(second) <= 100.01


@given(SPANS)
def test_stretches_and_breaks_fill_the_width(spans: list[DateSpan]) -> None:
    axis = make_axis(spans)
    taken = sum(one.width for one in axis.stretches) + sum(one.width for one in axis.breaks)
    assert taken == pytest.approx(100, abs=0.01 * len(axis.stretches) * 2)
