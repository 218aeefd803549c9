"""Lines between the people of a drawing."""

import pytest
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from people.network.edges import (
    MAX_EDGES,
    MAX_PAIRED_MEETING_SIZE,
    MAX_SHOWN_PER_EDGE,
    GroupMeeting,
    Network,
    fitting,
    load_network,
)
from people.network.full_graph import load_full_graph
from people.network.graph import MeetingLink, Subgraph, TieLink
from tests.factories import make_meeting, make_person, make_tie


def shown(network: Network) -> list[tuple[str, str, str, list[str]]]:
    return [
        (edge.kind, str(edge.first), str(edge.second), [str(entry) for entry in edge.shown]) for edge in network.edges
    ]


def load(*people: Person) -> Network:
    return load_network([person.pk for person in people], load_full_graph())


@pytest.mark.django_db
def test_meetings_of_a_kind_are_one_line() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_meeting(ann, bob, title="Second talk", kind="conversation", date="2017")
    make_meeting(ann, bob, title="First talk", kind="conversation", date="2016")
    make_meeting(ann, bob, title="A dinner", kind="dinner")
    assert shown(load(ann, bob)) == [
        ("conversation", "Ann Bee", "Bob Cee", ["First talk", "Second talk"]),
        ("dinner", "Ann Bee", "Bob Cee", ["A dinner"]),
    ]


@pytest.mark.django_db
def test_meeting_of_three_is_a_line_for_each_two() -> None:
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_meeting(ann, bob, cat, title="Lunch")
    assert shown(load(cat, bob, ann)) == [
        ("in-person", "Ann Bee", "Bob Cee", ["Lunch"]),
        ("in-person", "Ann Bee", "Cat Dee", ["Lunch"]),
        ("in-person", "Bob Cee", "Cat Dee", ["Lunch"]),
    ]


@pytest.mark.django_db
def test_tie_reads_from_its_first_person() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_tie(bob, ann, kind="advised")
    assert shown(load(ann, bob)) == [("advised", "Bob Cee", "Ann Bee", ["Bob Cee advised Ann Bee"])]


@pytest.mark.django_db
def test_tie_that_holds_both_ways_reads_by_name() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_tie(bob, ann, kind="friend")
    assert shown(load(ann, bob)) == [("friend", "Ann Bee", "Bob Cee", ["Bob Cee is a friend of Ann Bee"])]


@pytest.mark.django_db
def test_who_is_not_asked_for_is_left_out() -> None:
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_meeting(ann, bob, cat, title="Lunch")
    make_tie(ann, cat)
    assert shown(load(ann, bob)) == [("in-person", "Ann Bee", "Bob Cee", ["Lunch"])]


@pytest.mark.django_db
def test_meetings_beyond_the_first_are_counted() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    for number in range(MAX_SHOWN_PER_EDGE + 2):
        make_meeting(ann, bob, title=f"Talk {number}", date=f"201{number}")
    [edge] = load(ann, bob).edges
    assert (edge.number, [str(entry) for entry in edge.shown]) == (
        MAX_SHOWN_PER_EDGE + 2,
        [f"Talk {one}" for one in range(MAX_SHOWN_PER_EDGE)],
    )


@pytest.mark.django_db
def test_meeting_of_many_is_a_gathering() -> None:
    people = [make_person(f"Person {number}") for number in range(MAX_PAIRED_MEETING_SIZE + 1)]
    meeting = make_meeting(*people)
    assert load(*people) == Network(people, [], [GroupMeeting(meeting, people)])


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_network_takes_as_many_queries_for_many_as_for_few(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    everybody = []
    for group in range(number):
        people = [make_person(f"Person {group}-{one}") for one in range(MAX_PAIRED_MEETING_SIZE + 1)]
        make_meeting(*people)
        make_meeting(*people[:2])
        make_tie(people[0], people[1])
        everybody += [person.pk for person in people]
    graph = load_full_graph()
    with django_assert_num_queries(7):
        network = load_network(everybody, graph)
        list(network.edges[0].shown[0].passages.all())
    assert len(network.people) == number * (MAX_PAIRED_MEETING_SIZE + 1)


def test_as_many_people_are_drawn_as_their_lines_allow() -> None:
    # Everybody has met the first person, so each of the others adds a line; the last two add a tie more.
    people = range(MAX_EDGES + 3)
    meetings = tuple(MeetingLink(one, "dinner", (0, one)) for one in people[1:])
    ties = (TieLink(1, "friend", MAX_EDGES - 1, MAX_EDGES - 2),)
    assert fitting(people, Subgraph(meetings, ties)) == range(MAX_EDGES)


def test_people_without_lines_are_drawn() -> None:
    assert fitting([1, 2, 3], Subgraph()) == [1, 2, 3]
