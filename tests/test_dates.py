"""Partial dates. The forms stand in tables: EDTF text, what it means or what a person would say."""

import calendar
import datetime as dt
import re
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from people.dates import InvalidDateError, beginning, bounds, time_order
from tests.properties import examples

Day = dt.date.fromisoformat

# The EDTF library takes milliseconds for a date, and far more for its first or where the machine is busy.
patiently = examples(50)

SPANS = [
    ("2016", "2016-01-01", "2016-12-31"),
    ("2016-03", "2016-03-01", "2016-03-31"),
    ("2016-03-15", "2016-03-15", "2016-03-15"),
    ("2016?", "2016-01-01", "2016-12-31"),
    ("2016~", "2016-01-01", "2016-12-31"),
    ("2016%", "2016-01-01", "2016-12-31"),
    ("2016-03~", "2016-03-01", "2016-03-31"),
    ("2016-03-15?", "2016-03-15", "2016-03-15"),
    ("2016?-12", "2016-12-01", "2016-12-31"),
    ("2016~-12", "2016-12-01", "2016-12-31"),
    ("2016%-12-08", "2016-12-08", "2016-12-08"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("199X~", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2016-21", "2016-03-01", "2016-05-31"),
    ("2016-22", "2016-06-01", "2016-08-31"),
    ("2016-23", "2016-09-01", "2016-11-30"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999", "9999-01-01", "9999-12-31"),
]
INTERVALS = [
    ("2016-03/2016-08", "2016-03-01", "2016-08-31"),
    ("2016/2016", "2016-01-01", "2016-12-31"),
    ("2016-03/2016", "2016-03-01", "2016-12-31"),
    ("2016/2016-03", "2016-01-01", "2016-03-31"),
    ("2016-03/2016-03-01", "2016-03-01", "2016-03-01"),
    ("199X/2003", "1990-01-01", "2003-12-31"),
    ("2016?-12/2017-01~", "2016-12-01", "2017-01-31"),
]
LEAP_DAYS = [("2016-02", 29), ("2015-02", 28), ("1900-02", 28), ("2000-02", 29)]
BEFORE = [
    ("../2017", "2016-12-31"),
    ("../2017?", "2016-12-31"),
    ("../2017-07", "2017-06-30"),
    ("../2017-21", "2017-02-28"),
    ("../2017-24", "2017-11-30"),
    ("../199X", "1989-12-31"),
    ("../20XX", "1999-12-31"),
    ("../2017-07-14", "2017-07-14"),
    ("/2017", "2017-12-31"),
    ("/2017-07", "2017-07-31"),
    ("/2017-07-14", "2017-07-14"),
]
REFUSED = [
    *("../0001", "-0044", "Y-12345", "[2016,2017]", "{2016,2017}", "1900s", "XXXX", "2016-XX-15"),
    *("2015-02-29", "1900-02-29", "2016-04-31", "2016-13", "2016-00", "2016-01-00", "2016-01-32", "0000", "9999-24"),
    *("2016-20", "2016-25", "2016-41", "2016-21-05", "199X-05", "19XX-05-03", "199X?-05", "2016-XX", "2016-1X"),
    *("2016?-12?", "2016??", "~2016", "-2016", "+2016", "Y20160", "12016", "201", "2016-3", "20160315"),
    *("March 2016", "2016-03-15T12:00:00", "unknown", "open", "[2016]", "{2016}", "2016..2017", "２０１６"),
    *(" 2016", "2016 ", "2016\n", "2016\0", "/", "//", "..", "../..", "/..", "../", "//2016", "2016/2017/2018"),
    *("2016/2015", "2016-03/2016-02", "2016-03/2015", "2016/..x", "2016/unknown", "2016-13/..", "../2015-02-29"),
]
MEANT = [
    ("2016-XX", "2016"),
    ("2016-xx-xx", "2016"),
    ("2016-03-XX", "2016-03"),
    ("2016-1X", "2016"),
    ("2016-XX?", "2016?"),
    ("../2016-XX", "../2016"),
    ("2016-XX/2017-XX", "2016/2017"),
    ("199x", "199X"),
    ("1990s", "199X"),
    ("2016–03", "2016-03"),
    ("2016-3-5", "2016-03-05"),
    (" 2016 / 2017 ", "2016/2017"),
    ("2016/open", "2016/.."),
    ("unknown/2016", "/2016"),
    ("2016-03-15T12:00:00Z", "2016-03-15"),
    ("２０１６", "2016"),
]
IN_ORDER = ["../2016", "/2016", "../2017-07-14", "199X", "2016-01-01", "2016-01", "2016", "2016/..", "2016-03", ""]


@pytest.mark.parametrize(("text", "earliest", "latest"), SPANS)
def test_bounds_of_one_date_span_all_that_it_may_mean(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (Day(earliest), Day(latest))


@pytest.mark.parametrize(("text", "earliest", "latest"), INTERVALS)
def test_bounds_of_an_interval_span_both_ends(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (Day(earliest), Day(latest))


def test_bounds_of_a_winter_span_both_winters_of_the_year() -> None:
    assert bounds("2015-24") == (dt.date(2015, 1, 1), dt.date(2016, 2, 29))


@pytest.mark.parametrize(("month", "last"), LEAP_DAYS)
def test_bounds_of_a_february_know_leap_years(month: str, last: int) -> None:
    assert bounds(month) == (Day(f"{month}-01"), Day(f"{month}-{last}"))


@pytest.mark.parametrize("text", ["2016-03/..", "2016-03/"])
def test_bounds_of_an_interval_without_end_have_no_latest(text: str) -> None:
    assert bounds(text) == (dt.date(2016, 3, 1), None)


@pytest.mark.parametrize(("text", "latest"), BEFORE)
def test_bounds_of_an_interval_without_start_end_where_its_words_say(text: str, latest: str) -> None:
    assert bounds(text) == (None, Day(latest))


def test_bounds_of_no_text_are_none() -> None:
    assert bounds("") == (None, None)


@pytest.mark.parametrize("text", REFUSED)
def test_bounds_refuse_what_is_no_date(text: str) -> None:
    with pytest.raises(InvalidDateError):
        bounds(text)


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_refusal_says_what_is_meant_where_that_is_clear(text: str, meant: str) -> None:
    with pytest.raises(InvalidDateError, match=f"^“{re.escape(text)}” is written {re.escape(meant)} here"):
        bounds(text)


def test_refusal_says_that_what_is_not_given_is_left_out() -> None:
    with pytest.raises(InvalidDateError) as refusal:
        bounds("2016-03-XX")
    assert str(refusal.value) == "“2016-03-XX” is written 2016-03 here. What isn’t given is left out."


@pytest.mark.parametrize("text", ["2015-02-29", "2016/2015", "1900s", "March 2016"])
def test_refusal_names_the_whole_text_and_forms_that_would_do(text: str) -> None:
    with pytest.raises(InvalidDateError) as refusal:
        bounds(text)
    forms = "2016, 2016-03, 2016-03-15, 199X, 2016~, 2016?-12, 2016-03/2016-08 or ../2017"
    assert str(refusal.value) == f"“{text}” is not a date that exists in EDTF; write for example {forms}."


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, dt.date, dt.date]:
    """Draw a year, a month or a day, marked or not, and the days that it spans."""
    day = draw(st.dates())
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    year, mark = f"{day.year:04}", draw(st.sampled_from("?~%"))
    marked_year, end_mark = draw(st.sampled_from([(year, ""), (year, mark), (year + mark, "")]))
    return draw(
        st.sampled_from(
            [
                (f"{year}{end_mark}", day.replace(month=1, day=1), day.replace(month=12, day=31)),
                (f"{marked_year}-{day:%m}{end_mark}", day.replace(day=1), last),
                (f"{marked_year}-{day:%m-%d}{end_mark}", day, day),
            ]
        )
    )


@patiently
@given(dates())
def test_bounds_of_any_date_agree_with_its_components(date: tuple[str, dt.date, dt.date]) -> None:
    text, earliest, latest = date
    assert bounds(text) == (earliest, latest)


@patiently
@given(dates(), dates())
def test_bounds_of_any_interval_are_those_of_its_ends(
    first: tuple[str, dt.date, dt.date], last: tuple[str, dt.date, dt.date]
) -> None:
    assume(first[1] <= last[2])
    assert bounds(f"{first[0]}/{last[0]}") == (first[1], last[2])


@patiently
@given(dates(), dates())
def test_bounds_refuse_any_interval_that_ends_before_it_begins(
    first: tuple[str, dt.date, dt.date], last: tuple[str, dt.date, dt.date]
) -> None:
    assume(first[1] > last[2])
    with pytest.raises(InvalidDateError):
        bounds(f"{first[0]}/{last[0]}")


def test_time_order_begins_with_what_may_be_earliest_and_ends_with_what_has_no_date() -> None:
    assert sorted(sorted(IN_ORDER), key=lambda text: time_order(*bounds(text))) == IN_ORDER


@patiently
@given(st.one_of(st.text(), st.text(alphabet="0129X-/.?~% \n")))
def test_bounds_of_any_text_are_days_or_a_refusal(text: str) -> None:
    with suppress(InvalidDateError):
        earliest, latest = bounds(text)
        assert isinstance(earliest, dt.date | None)
        assert isinstance(latest, dt.date | None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2016", "2016"),
        ("199X~", "199X"),
        ("2016?-12", "2016-12"),
        ("2016-03-15?", "2016-03"),
        ("2016-21", "2016-21"),
        ("2016-03-15/2017", "2016-03"),
        ("2016/..", "2016"),
        ("../2017", ""),
        ("/2017", ""),
        ("", ""),
        ("spring", ""),
    ],
)
def test_date_begins_in_a_month_or_in_years(text: str, found: str) -> None:
    assert beginning(text) == found
