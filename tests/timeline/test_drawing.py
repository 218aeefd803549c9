"""The timeline as shapes: a lane for each person, and each date as long as its uncertainty."""

import datetime as dt

import pytest

from people.models import Person
from people.timeline.axis import Axis, DateSpan
from people.timeline.drawing import MAX_LANES_OF_AN_ENTRY, MIN_BAR_WIDTH, OPEN_WIDTH, TimelineBar, TimelineRow, draw
from people.timeline.entries import TimelineEntry
from people.vocabulary import RoleCategory
from tests.timeline.rows import ANN, BOB, OTHER_SENTENCE, meeting, role, statement

Day = dt.date.fromisoformat
YEARS = (Day("2013-01-01"), Day("2014-12-31"))
ALL = (None, None)
JULY = (Day("2016-07-01"), Day("2016-07-31"))


def rows(*entries: TimelineEntry, period: DateSpan = YEARS) -> list[TimelineRow]:
    return [row for lane in draw(entries, period).lanes for row in lane.rows]


@pytest.mark.parametrize(
    ("entry", "drawn"),
    [
        (meeting("2013-01-01"), [TimelineBar("sure", 0, MIN_BAR_WIDTH)]),
        (meeting("2014-12-31"), [TimelineBar("sure", 98.8, MIN_BAR_WIDTH)]),
        (meeting("2013"), [TimelineBar("maybe", 0, 50)]),
        (meeting("2013?"), [TimelineBar("maybe", 0, 50)]),
        (meeting("../2014"), [TimelineBar("open", 0, 49.86), TimelineBar("maybe", 49.86, MIN_BAR_WIDTH)]),
        (role("2013-01-01", "2013-12-31"), [TimelineBar("sure", 0, 73.62)]),
        (role("2012", "2014"), [TimelineBar("maybe", 0, 100), TimelineBar("sure", 0, 50.14)]),
        (role("2013", "2013"), [TimelineBar("maybe", 0, 50)]),
        (role("2013"), [TimelineBar("open", 59.26, 40.74), TimelineBar("maybe", 0, 50)]),
        (role("", "2014"), [TimelineBar("open", 50 - OPEN_WIDTH, OPEN_WIDTH), TimelineBar("maybe", 50, 50)]),
    ],
    ids=["day", "last-day", "year", "doubted", "before", "days", "years", "within-a-year", "no-end", "no-start"],
)
def test_date_is_drawn_as_long_as_it_is_uncertain(entry: TimelineEntry, drawn: list[TimelineBar]) -> None:
    [row] = rows(entry)
    assert row.bars == drawn


def test_people_stand_under_each_other_in_order_of_time() -> None:
    drawing = draw([meeting("2015", BOB, ANN), role("2016", "2016", ANN), statement("2016", person=BOB)])
    assert [(lane.person, [row.entry.label for row in lane.rows]) for lane in drawing.lanes] == [
        (BOB, ["Lunch", "Resigned."]),
        (ANN, ["Lunch", "Adviser"]),
    ]


def test_statement_about_two_is_drawn_with_both() -> None:
    drawing = draw([statement("2016", "Ann Bee hired Bob Cee.", others=[BOB])])
    assert [(lane.person, [row.entry.label for row in lane.rows]) for lane in drawing.lanes] == [
        (ANN, ["Ann Bee hired Bob Cee."]),
        (BOB, ["Ann Bee hired Bob Cee."]),
    ]


def test_only_lanes_of_the_people_asked_for_are_drawn() -> None:
    assert [lane.person for lane in draw([meeting("2015", BOB, ANN)], people=[ANN]).lanes] == [ANN]


def test_entry_of_very_many_is_drawn_with_the_first_of_them() -> None:
    crowd = [Person(pk=number, name=f"P {number}") for number in range(1, 9)]
    drawing = draw([meeting("2015", *crowd)])
    assert ([lane.person for lane in drawing.lanes], drawing.is_cut) == (crowd[:MAX_LANES_OF_AN_ENTRY], True)


@pytest.mark.parametrize("date", ["2016-03", "2016-08"], ids=["beginning", "end"])
def test_statement_of_how_a_role_begins_or_ends_stands_with_the_role(date: str) -> None:
    [row] = rows(role("2016-03", "2016-08"), statement(date, "Signed or resigned."), period=ALL)
    assert (row.entry.label, [one.label for one in row.joined], row.label.text) == (
        "Adviser",
        ["Signed or resigned."],
        "Adviser. Signed or resigned",
    )


@pytest.mark.parametrize(
    "other",
    [statement("2016-05"), statement("2016-08", passages=[OTHER_SENTENCE]), statement("2016-08", person=BOB)],
    ids=["date", "sentence", "person"],
)
def test_other_statement_has_a_row_of_its_own(other: TimelineEntry) -> None:
    assert [row.joined for row in rows(role("2016-03", "2016-08"), other)] == [[], []]


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (meeting("2013"), ("Lunch", 51, "start", False)),
        (meeting("2014-12"), ("Lunch", 92.75, "end", False)),
        (role("2013", "2014"), ("Adviser", 1, "start", True)),
    ],
    ids=["after", "before", "above"],
)
def test_words_stand_beside_their_bar_or_above_one_that_leaves_no_room(
    entry: TimelineEntry, label: tuple[str, float, str, bool]
) -> None:
    [row] = rows(entry)
    assert row.label == label


def test_words_that_are_too_long_are_cut() -> None:
    [row] = rows(role("2013", "2013", title="A" * 99))
    assert row.label.text == "A" * 40 + "…"


def test_words_tell_when_that_was_where_the_drawing_shows_a_part_of_it() -> None:
    assert [row.label.text for row in rows(role("2016-02"), meeting("2016?-07"), period=JULY)] == [
        "Adviser, from February 2016",
        "Lunch",
    ]


def test_bar_is_broken_with_the_axis() -> None:
    [row] = rows(role("2005", "2016-08"), period=ALL)
    assert [bar.name for bar in row.bars] == ["maybe", "maybe", "sure", "sure"]


def test_legend_names_the_categories_there_are() -> None:
    drawing = draw([role("2016", category="media"), role("2016", category="campaign"), meeting("2016")])
    assert drawing.categories == [RoleCategory.CAMPAIGN, RoleCategory.MEDIA]


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw([]) == (Axis([], [], 0), [], False)
