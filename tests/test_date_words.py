"""Partial dates as a person would say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.dates import ONE_DATE, InvalidDateError, bounds, humanize, humanize_period
from tests.properties import examples

SAID = [
    ("", "no date given"),
    ("2016", "2016"),
    ("2016-03", "March 2016"),
    ("2016-03-05", "5 March 2016"),
    ("2016-21", "spring 2016"),
    ("2016-22", "summer 2016"),
    ("2016-23", "autumn 2016"),
    ("2016-24", "winter 2016"),
    ("2016-21?", "spring 2016 (uncertain)"),
    ("2016?-21", "spring 2016 (year inferred)"),
    ("199X", "in the 1990s"),
    ("190X", "in the decade 1900–1909"),
    ("19XX", "in the century 1900–1999"),
    ("200X", "in the decade 2000–2009"),
    ("20XX", "in the century 2000–2099"),
    ("200X~", "about the decade 2000–2009"),
    ("0800", "800"),
    ("2016~", "about 2016"),
    ("2016-03~", "about March 2016"),
    ("199X~", "about the 1990s"),
    ("2016?", "2016 (uncertain)"),
    ("2016-03?", "March 2016 (uncertain)"),
    ("199X?", "in the 1990s (uncertain)"),
    ("2016%", "about 2016 (uncertain)"),
    ("2016?-12", "December 2016 (year inferred)"),
    ("2016?-12-08", "8 December 2016 (year inferred)"),
    ("2016~-12", "about December 2016"),
    ("2016%-12", "about December 2016 (uncertain)"),
    ("2016-03/2016-08", "March to August 2016"),
    ("2016-03/2017-08", "March 2016 to August 2017"),
    ("2016/2016", "2016"),
    ("2016-03/..", "from March 2016 on"),
    ("2016-03/", "from March 2016, end unknown"),
    ("2016~/..", "from about 2016 on"),
    ("../2017", "before 2017"),
    ("../2017-07", "before July 2017"),
    ("../2017-21", "before spring 2017"),
    ("../200X", "before the decade 2000–2009"),
    ("../2017-07-14", "until 14 July 2017"),
    ("/2017", "until 2017, start unknown"),
    ("/2017-07-14", "until 14 July 2017, start unknown"),
    ("../2016?-12", "before December 2016 (year inferred)"),
    ("199X/..", "from the 1990s on"),
    ("199X/2003", "the 1990s to 2003"),
]
PERIODS = [
    ("", "", "no date given"),
    ("2016-03", "", "from March 2016"),
    ("", "2016-08", "until August 2016"),
    ("2016", "2016", "2016"),
    ("199X", "199X", "in the 1990s"),
    ("2016-03", "2016-08", "March to August 2016"),
    ("2016-21", "2016-23", "spring to autumn 2016"),
    ("2016-03-05", "2016-08-09", "5 March to 9 August 2016"),
    ("2016", "2017", "2016 to 2017"),
    ("2016", "2016-03", "2016 to March 2016"),
    ("2016-03", "2017-03", "March 2016 to March 2017"),
    ("2016?-11", "2016?-12", "November to December 2016 (year inferred)"),
    ("2016-03", "2016?-12", "March 2016 to December 2016 (year inferred)"),
    ("2016~", "2017?", "about 2016 to 2017 (uncertain)"),
]


@pytest.mark.parametrize(
    "text", ["March 2016", " 2016", "2016-13", "199X-03", "199X?-03", "2016?-03?", "２０１６", "2016/2017/2018"]
)
def test_humanize_say_what_is_no_date_as_it_stands(text: str) -> None:
    assert text.strip(" 1234567890/") in humanize(text)


def test_what_is_no_date_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(2):
        humanize("no day at all")
    assert caplog.messages == ["“no day at all” stands as a date in the database, but is none."]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_humanize_say_a_date_as_a_person_would(text: str, said: str) -> None:
    assert humanize(text) == said


@pytest.mark.parametrize(("start", "end", "said"), PERIODS)
def test_period_words_say_a_period_as_a_person_would(start: str, end: str, said: str) -> None:
    assert humanize_period(start, end) == said


ONE = st.from_regex(ONE_DATE, fullmatch=True)
ENDS = st.one_of(ONE, st.sampled_from(["", ".."]))


@examples(50)
@given(st.one_of(ONE, st.tuples(ENDS, ENDS).map("/".join)))
def test_humanize_never_fail_on_a_date_that_has_days(text: str) -> None:
    try:
        earliest, latest = bounds(text)
    except InvalidDateError:
        return
    assert humanize(text)
    assert earliest is None or latest is None or earliest <= latest


@examples(50)
@given(st.tuples(ENDS.filter(bool), ENDS.filter(bool)).filter(lambda ends: ".." not in ends))
def test_period_words_never_fail_on_dates_that_have_days(ends: tuple[str, str]) -> None:
    try:
        for end in ends:
            bounds(end)
    except InvalidDateError:
        return
    assert humanize_period(*ends)
