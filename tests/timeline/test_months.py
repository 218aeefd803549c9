"""The timeline as a list, of which what is far from most of it is folded."""

import datetime as dt

import pytest

from people.timeline.entries import TimelineEntry
from people.timeline.months import EntryGroup, by_kind, by_month, folded_list, main_period
from tests.timeline.rows import meeting, role, statement


def headings(groups: list[EntryGroup]) -> list[tuple[str, str]]:
    return [(group.heading, group.month) for group in groups]


def test_entries_stand_under_the_month_or_the_years_in_which_they_begin() -> None:
    entries = [
        statement("../2009"),
        statement("199X~"),
        meeting("2014"),
        role("2016-02", "2016-08"),
        meeting("2016?-02"),
        meeting("2016-02-14/2016-03"),
        role("", "2017?-02"),
        meeting("2017-22"),
    ]
    groups = list(by_month(entries))
    assert headings(groups) == [
        ("Before 2009", ""),
        ("The 1990s", "199X"),
        ("2014", "2014"),
        ("February 2016", "2016-02"),
        ("February 2017", "2017-02"),
        ("Summer 2017", "2017-22"),
    ]
    assert [group.entries for group in groups] == [
        *([entry] for entry in entries[:3]),
        entries[3:6],
        [entries[6]],
        [entries[7]],
    ]


def test_undated_entries_stand_under_their_kind() -> None:
    entries = [role(), role(), meeting(""), statement("")]
    assert headings(list(by_kind(entries))) == [("Jobs", ""), ("Meetings", ""), ("Other facts", "")]


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        (["1990", "2016", "2017"], (2016, 2017)),
        (["2014", "2016", "2016-03", "2018"], None),
        (["2014", "2015", "2016"], (2014, 2016)),
        ([], None),
    ],
    ids=["most", "half", "all", "none"],
)
def test_main_period_is_the_years_on_end_in_which_most_entries_begin(
    dates: list[str], years: tuple[int, int] | None
) -> None:
    period = main_period([meeting(date) for date in dates])
    assert period == (years and (dt.date(years[0], 1, 1), dt.date(years[1], 12, 31)))


def test_entries_outside_of_the_main_period_are_folded() -> None:
    first, second, third, *main, last = entries = [
        statement("199X"),
        role("2005", "2009"),
        role("2010", "2016-03"),
        meeting("2016-02"),
        meeting("2016-07"),
        meeting("2016-07"),
        meeting("2017"),
        role("2017-03"),
        meeting("2019"),
    ]
    listed = folded_list(entries)
    assert listed.earlier
    assert listed.later
    assert (listed.earlier.label, listed.earlier.number) == ("the 1990s to 2005", 2)
    assert (listed.later.label, listed.later.number) == ("2019", 1)
    assert entries_of(listed.earlier.groups) == [first, second]
    assert entries_of(listed.months) == listed.entries == [third, *main]
    assert entries_of(listed.later.groups) == [last]


def entries_of(groups: list[EntryGroup]) -> list[TimelineEntry]:
    return [entry for group in groups for entry in group.entries]
