"""The small drawing of a profile."""

import pytest
from pytest_django import DjangoAssertNumQueries

from people.models import Meeting, Person, Tie
from people.network.ego import LABEL_DEPTH, MAX_NEIGHBOURS_DRAWN, ROW_HEIGHT, TOP_MARGIN, WIDTH, Ego, draw_around
from people.vocabulary import RoleCategory
from tests.factories import make_meeting, make_person, make_tie

pytestmark = pytest.mark.django_db


def around(person: Person, meetings: list[Meeting], ties: list[Tie], connected: int) -> Ego | None:
    return draw_around(person, meetings, ties, connected, lambda _: [RoleCategory.CAMPAIGN])


def people(number: int) -> list[Person]:
    return [make_person(f"Person {one:02}") for one in range(number)]


def test_drawing_shows_with_whom_the_person_met_and_is_tied() -> None:
    ann, bob, cat, dan = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cat Dee", "Dan Eff"))
    meeting = make_meeting(ann, bob, cat, kind="dinner")
    ties = [make_tie(dan, ann, kind="opposed"), make_tie(ann, bob, kind="friend")]
    ego = around(ann, [meeting], ties, 3)
    assert ego is not None
    assert [(str(node.person), node.central) for node in ego.drawing.nodes] == [
        ("Ann Bee", True),
        ("Bob Cee", False),
        ("Cat Dee", False),
        ("Dan Eff", False),
    ]
    assert [edge_path.words for edge_path in ego.drawing.edge_paths] == [
        "Ann Bee and Bob Cee attended a dinner",
        "Ann Bee is a friend of Bob Cee",
        "Ann Bee and Cat Dee attended a dinner",
        "Dan Eff opposed Ann Bee",
    ]


def test_who_is_joined_to_nobody_has_no_drawing() -> None:
    assert around(make_person(), [], [], 0) is None


@pytest.mark.parametrize(("number", "left_out"), [(1, 0), (MAX_NEIGHBOURS_DRAWN, 0), (MAX_NEIGHBOURS_DRAWN + 3, 3)])
def test_people_beyond_the_first_are_counted(number: int, left_out: int) -> None:
    ann, *others = people(number + 1)
    ego = around(ann, [make_meeting(ann, other) for other in others], [], number)
    assert ego is not None
    drawn = [node.person for node in ego.drawing.nodes]
    assert (drawn, ego.shown, ego.left_out) == ([ann, *others[:MAX_NEIGHBOURS_DRAWN]], number - left_out, left_out)


@pytest.mark.parametrize("number", range(1, MAX_NEIGHBOURS_DRAWN + 1))
def test_no_two_people_stand_in_the_same_place_and_all_inside(number: int) -> None:
    ann, *others = people(number + 1)
    ego = around(ann, [make_meeting(ann, *others)], [], number)
    assert ego is not None
    places = [(node.x, node.y) for node in ego.drawing.nodes]
    close = [
        (one, other)
        for place, one in enumerate(places)
        for other in places[:place]
        if abs(one[0] - other[0]) < 60 and abs(one[1] - other[1]) < ROW_HEIGHT
    ]
    outside = [
        (x, y) for x, y in places if not (44 <= x <= WIDTH - 44 and TOP_MARGIN <= y <= ego.drawing.height - LABEL_DEPTH)
    ]
    assert (close, outside) == ([], [])


def test_drawing_needs_no_query_where_all_is_at_hand(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ann, bob = people(2)
    make_meeting(ann, bob)
    make_tie(ann, bob)
    meetings = list(Meeting.public.for_list())
    ties = list(Tie.public.for_profile())
    with django_assert_num_queries(0):
        around(ann, meetings, ties, 1)
