"""Who is joined to whom, as it is read from the database and walked along."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import QuerySet
from pytest_django import DjangoAssertNumQueries

from people.index import get_index
from people.models import Person
from people.network.full_graph import load_full_graph
from people.network.graph import MeetingLink, Subgraph, TieLink
from tests.factories import make_meeting, make_person, make_tie

# Ann met Bob, Bob and Cat and Dan sat at a dinner, Dan advised Eve; Fay is joined to nobody.
ANN, BOB, CAT, DAN, EVE, FAY = range(6)
GRAPH = Subgraph(
    (MeetingLink(1, "in-person", (ANN, BOB)), MeetingLink(2, "dinner", (BOB, CAT, DAN))),
    (TieLink(1, "advised", DAN, EVE),),
)


def test_who_is_joined_has_a_meeting_or_a_tie() -> None:
    assert [GRAPH.has_neighbours(person) for person in range(6)] == [True, True, True, True, True, False]


@pytest.mark.parametrize(
    ("person", "neighbours"), [(ANN, {BOB}), (BOB, {ANN, CAT, DAN}), (DAN, {BOB, CAT, EVE}), (EVE, {DAN}), (FAY, set())]
)
def test_neighbours_are_all_whom_one_line_joins(person: int, neighbours: set[int]) -> None:
    assert GRAPH.neighbours(person) == neighbours


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (0, {ANN: 0}),
        (1, {ANN: 0, BOB: 1}),
        (2, {ANN: 0, BOB: 1, CAT: 2, DAN: 2}),
        (9, {ANN: 0, BOB: 1, CAT: 2, DAN: 2, EVE: 3}),
    ],
)
def test_distances_go_no_further_than_the_steps(steps: int, found: dict[int, int]) -> None:
    assert GRAPH.distances([ANN], steps) == found


def test_distances_are_those_from_the_nearest() -> None:
    assert GRAPH.distances([ANN, EVE], 9) == {ANN: 0, EVE: 0, BOB: 1, DAN: 1, CAT: 2}


def test_kinds_keep_meetings_and_ties_of_those_kinds() -> None:
    assert GRAPH.of_kinds(["dinner", "friend"]) == Subgraph((MeetingLink(2, "dinner", (BOB, CAT, DAN)),), ())


def test_no_kinds_keep_all() -> None:
    assert GRAPH.of_kinds([]) == GRAPH


def test_among_keeps_what_joins_two_of_the_people() -> None:
    assert GRAPH.among([ANN, CAT, DAN, EVE]) == Subgraph(
        (MeetingLink(2, "dinner", (CAT, DAN)),), (TieLink(1, "advised", DAN, EVE),)
    )


def test_between_keeps_what_joins_these_two() -> None:
    assert GRAPH.between(DAN, BOB) == Subgraph((MeetingLink(2, "dinner", (DAN, BOB)),), ())


@pytest.mark.django_db
def test_loaded_joins_are_contacts_and_ties(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    later = make_meeting(ann, bob, kind="dinner", date="2017")
    earlier = make_meeting(cat, ann, date="2016-05")
    tie = make_tie(bob, cat)
    get_index()
    with django_assert_num_queries(2):
        graph = load_full_graph()
    assert graph.among([ann.pk, bob.pk, cat.pk]) == Subgraph(
        (MeetingLink(earlier.pk, "in-person", (ann.pk, cat.pk)), MeetingLink(later.pk, "dinner", (ann.pk, bob.pk))),
        (TieLink(tie.pk, "friend", bob.pk, cat.pk),),
    )


def hide(person: Person) -> bool:
    return bool(QuerySet(Person).filter(pk=person.pk).update(status="draft"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "hidden",
    [
        lambda ann, bob: make_meeting(ann, bob, kind="hearing"),
        lambda ann, bob: make_meeting(ann, bob, published=False),
        lambda ann, bob: make_meeting(ann, bob, sourced=False),
        lambda ann, bob: make_meeting(ann),
        lambda ann, bob: make_tie(ann, bob, published=False),
        lambda ann, bob: (make_meeting(ann, bob), make_tie(ann, bob), hide(bob)),
    ],
    ids=["hearing", "draft-meeting", "unsourced-meeting", "meeting-of-one", "draft-tie", "draft-person"],
)
def test_loaded_joins_leave_out_what_readers_do_not_see_and_hearings(
    hidden: Callable[[Person, Person], Any],
) -> None:
    hidden(make_person("Ann Bee"), make_person("Bob Cee"))
    graph = load_full_graph()
    assert (len(graph.connected), graph.among([person.pk for person in Person.objects.all()])) == (0, Subgraph())
