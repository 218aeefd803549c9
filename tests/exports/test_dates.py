import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.dates import InvalidDateError, bounds
from people.exports.dates import Span, iso, on_timeline, span

YEAR_2016, DECEMBER = {"year": 2016}, {"year": 2016, "month": 12}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", "2016"),
        ("2016-12", "2016-12"),
        ("2016-12-24", "2016-12-24"),
        ("2016?-12", "2016-12"),
        ("2016~", "2016"),
        ("2016-12-24%", "2016-12-24"),
        ("199X", ""),
        ("19XX", ""),
        ("2016-21", ""),
        ("", ""),
    ],
)
def test_iso_date_is_as_exact_as_the_edtf_one(text: str, expected: str) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-03", Span("2016-03", "")),
        ("2016-03/2016-08", Span("2016-03", "2016-08")),
        ("../2017", Span("", "2016")),
        ("../2017-03", Span("", "2017-02")),
        ("../2017-07-14", Span("", "2017-07-14")),
        ("/2017", Span("", "2017")),
        ("2016-12/..", Span("2016-12", "")),
        ("199X/2003", Span("", "2003")),
        ("", Span("", "")),
    ],
)
def test_span_has_the_ends_that_can_be_said(text: str, expected: Span) -> None:
    assert span(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016", {"start_date": YEAR_2016}),
        ("2016?-12", {"start_date": DECEMBER}),
        ("2016-12-24", {"start_date": DECEMBER | {"day": 24}}),
        ("2016/2016-12", {"start_date": YEAR_2016, "end_date": DECEMBER}),
        ("../2017", {"start_date": YEAR_2016}),
        ("/2016", {"start_date": YEAR_2016}),
        ("/2016-12", {"start_date": DECEMBER}),
        ("2016-12/..", {"start_date": DECEMBER}),
        ("199X", {"start_date": {"year": 1990}, "end_date": {"year": 1999}}),
        ("../199X", {"start_date": {"year": 1989}}),
        ("19XX", {"start_date": {"year": 1900}, "end_date": {"year": 1999}}),
        ("2016-21", {"start_date": {"year": 2016, "month": 3}, "end_date": {"year": 2016, "month": 5}}),
    ],
)
def test_timeline_has_the_parts_that_the_source_gives(text: str, expected: dict[str, dict[str, int]]) -> None:
    assert on_timeline(text) == expected


def test_timeline_has_no_place_for_no_date() -> None:
    with pytest.raises(InvalidDateError):
        on_timeline("")


ONE = st.from_regex(r"\A(19|20)\d\d([?~%]?-(0[1-9]|1[0-2]|2[1-4])|-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])[?~%]?|[?~%]?)\Z")


@given(ONE)
def test_iso_date_means_the_same_days(text: str) -> None:
    assert iso(text) == "" or bounds(iso(text)) == bounds(text)
