"""The network as a table."""

import pytest

from people.models import Meeting, Person, Tie
from people.network.edges import Edge, GroupMeeting, Network
from people.network.table import EdgeText, Neighbour, NetworkRow, table
from people.vocabulary import NetworkSort

ANN = Person(pk=1, name="Ann", sort_name="Ann", slug="ann")
BOB = Person(pk=2, name="Bob", sort_name="Bob", slug="bob")
CAT = Person(pk=3, name="Cat", sort_name="Cat", slug="cat")
DINNER = Edge("dinner", ANN, BOB, [Meeting(title="a dinner")], 3)
ADVICE = Edge("advised", BOB, ANN, [Tie(summary="advice")], 1)
TALK = Edge("conversation", BOB, CAT, [Meeting(title="a talk")], 1)
NETWORK = Network([ANN, BOB, CAT], [DINNER, ADVICE, TALK], [])


def test_row_has_everybody_to_whom_lines_lead_by_name() -> None:
    assert table(NETWORK) == [
        NetworkRow(ANN, 2, [Neighbour(BOB, [EdgeText("dinner", DINNER), EdgeText("advised by", ADVICE)])], []),
        NetworkRow(
            BOB,
            3,
            [
                Neighbour(ANN, [EdgeText("dinner", DINNER), EdgeText("advised", ADVICE)]),
                Neighbour(CAT, [EdgeText("conversation", TALK)]),
            ],
            [],
        ),
        NetworkRow(CAT, 1, [Neighbour(BOB, [EdgeText("conversation", TALK)])], []),
    ]


def test_row_has_the_gatherings_of_its_person() -> None:
    gathering = GroupMeeting("the party", [ANN, BOB])  # type: ignore[arg-type]
    assert table(Network([ANN, CAT], [], [gathering])) == [
        NetworkRow(ANN, 1, [], [gathering]),
        NetworkRow(CAT, 0, [], []),
    ]


def test_meetings_that_are_not_told_are_counted() -> None:
    assert [EdgeText("", edge).more for edge in (DINNER, TALK)] == [2, 0]


@pytest.mark.parametrize(
    ("order", "people"),
    [
        (NetworkSort.NAME, [ANN, BOB, CAT]),
        (NetworkSort.NAME_BACK, [CAT, BOB, ANN]),
        (NetworkSort.LINES, [CAT, ANN, BOB]),
        (NetworkSort.LINES_BACK, [BOB, ANN, CAT]),
    ],
)
def test_rows_come_in_the_order_asked_for(order: str, people: list[Person]) -> None:
    assert [row.person for row in table(NETWORK, order)] == people


@pytest.mark.parametrize("order", [NetworkSort.LINES, NetworkSort.LINES_BACK])
def test_people_with_as_many_lines_come_by_name(order: str) -> None:
    rows = table(Network([ANN, BOB, CAT], [], []), order)
    assert [row.person for row in rows] == [ANN, BOB, CAT]
