"""The timeline as shapes: each date as long as its uncertainty."""

import pytest

from people.models import Meeting, Person, Role, Statement
from people.timeline.axis import MONTH_WIDTH, YEAR_WIDTH
from people.timeline.drawing import (
    BAND_HEADER_HEIGHT,
    FOOTER_HEIGHT,
    HEADER_HEIGHT,
    LETTER_WIDTH,
    MIN_BAR_WIDTH,
    MIN_WIDTH,
    ROW_HEIGHT,
    TimelineBar,
    draw,
)
from people.timeline.entries import TimelineEntry
from people.vocabulary import RoleCategory, TimelineKind

ANN = Person(pk=1, name="Ann Bee", slug="ann-bee")
BEFORE = Role(person=ANN, title="Aide", start="2015", end="2015")


def dated(row: Meeting | Role | Statement) -> Meeting | Role | Statement:
    """Return the row with the days that its dates may mean, as saving would fill them in."""
    for field in row._meta.concrete_fields:
        if hasattr(field, "fill"):
            field.fill(row)
    return row


def role(start: str = "", end: str = "", **fields: str) -> TimelineEntry:
    return TimelineEntry(TimelineKind.ROLE, dated(Role(person=ANN, title="Adviser", start=start, end=end, **fields)))


def meeting(date: str) -> TimelineEntry:
    return TimelineEntry(TimelineKind.MEETING, dated(Meeting(title="Lunch", date=date)))


def bars(entry: TimelineEntry) -> list[TimelineBar]:
    """Return the shapes of the entry, drawn after one of the whole of 2014."""
    first, second = draw([role("2014", "2014", category="media"), entry]).bands[0].rows[:1] + [
        row for band in draw([role("2014", "2014"), entry]).bands for row in band.rows if row.entry is entry
    ]
    assert first.entry.category == "media"
    return second.bars


@pytest.mark.parametrize(
    ("entry", "drawn"),
    [
        # the day: 1 of 366 of a year that has its months
        (meeting("2015-01-01"), [TimelineBar("sure", YEAR_WIDTH, MIN_BAR_WIDTH)]),
        (meeting("2015-03"), [TimelineBar("maybe", YEAR_WIDTH + round(59 / 365 * 12 * MONTH_WIDTH), 14)]),
        (meeting("2015"), [TimelineBar("maybe", YEAR_WIDTH, YEAR_WIDTH)]),
        (meeting("2015?"), [TimelineBar("maybe", YEAR_WIDTH, YEAR_WIDTH)]),
        (role("2015-01-01", "2015-12-31"), [TimelineBar("sure", YEAR_WIDTH, 12 * MONTH_WIDTH)]),
        (
            role("2015", "2017"),
            [TimelineBar("maybe", YEAR_WIDTH, 3 * YEAR_WIDTH), TimelineBar("sure", 2 * YEAR_WIDTH, YEAR_WIDTH)],
        ),
        (role("2015", "2015"), [TimelineBar("maybe", YEAR_WIDTH, YEAR_WIDTH)]),
        (role("2015"), [TimelineBar("open", 2 * YEAR_WIDTH, 0), TimelineBar("maybe", YEAR_WIDTH, YEAR_WIDTH)]),
        (role("", "2015"), [TimelineBar("open", 0, YEAR_WIDTH), TimelineBar("maybe", YEAR_WIDTH, YEAR_WIDTH)]),
    ],
    ids=["day", "month", "year", "doubted", "two-days", "years", "within-a-year", "no-end", "no-start"],
)
def test_date_is_drawn_as_long_as_it_is_uncertain(entry: TimelineEntry, drawn: list[TimelineBar]) -> None:
    assert bars(entry) == drawn


def test_entries_stand_under_each_other_by_kind() -> None:
    entries = [meeting("2016"), role("2016"), meeting("2017")]
    drawing = draw(entries)
    assert [(band.label, band.y, [row.y for row in band.rows]) for band in drawing.bands] == [
        ("Roles", HEADER_HEIGHT, [HEADER_HEIGHT + BAND_HEADER_HEIGHT]),
        (
            "Meetings",
            HEADER_HEIGHT + BAND_HEADER_HEIGHT + ROW_HEIGHT,
            [
                HEADER_HEIGHT + 2 * BAND_HEADER_HEIGHT + ROW_HEIGHT,
                HEADER_HEIGHT + 2 * BAND_HEADER_HEIGHT + 2 * ROW_HEIGHT,
            ],
        ),
    ]
    assert (drawing.width, drawing.height) == (
        MIN_WIDTH,
        HEADER_HEIGHT + 2 * BAND_HEADER_HEIGHT + 3 * ROW_HEIGHT + FOOTER_HEIGHT,
    )


def test_words_stand_above_their_shape_unless_they_would_stick_out() -> None:
    [band] = draw(
        [role("2014", "2014"), TimelineEntry(TimelineKind.ROLE, dated(Role(person=ANN, title="A" * 79, start="2016")))]
    ).bands
    room = round(LETTER_WIDTH * len("Ann Bee: " + "A" * 79))
    assert [(row.x, row.x + row.width <= MIN_WIDTH) for row in band.rows] == [(0, True), (MIN_WIDTH - room, True)]


def test_words_that_are_too_long_are_cut() -> None:
    [band] = draw([TimelineEntry(TimelineKind.ROLE, dated(Role(person=ANN, title="A" * 200, start="2016")))]).bands
    assert (len(band.rows[0].label), band.rows[0].label[-2:]) == (88, "A…")


def test_legend_names_the_categories_there_are() -> None:
    drawing = draw([role("2016", category="media"), role("2016", category="campaign"), meeting("2016")])
    assert drawing.categories == [RoleCategory.CAMPAIGN, RoleCategory.MEDIA]


def test_same_entries_are_drawn_the_same() -> None:
    entries = [meeting("2016"), role("2016", "2017-03")]
    assert draw(entries) == draw(entries)


def test_nothing_is_drawn_of_nothing() -> None:
    assert (draw([]).columns, draw([]).bands) == ([], [])
