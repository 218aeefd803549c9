"""Lines between the people of a drawing."""

import pytest
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from people.network.joins import Joins, Met, Tied
from people.network.lines import LINES, PAIRED, TOLD, Gathering, Network, fitting, load_network
from people.network.whole import load_joins
from tests.factories import make_meeting, make_person, make_tie


def told(network: Network) -> list[tuple[str, str, str, list[str]]]:
    return [
        (line.kind, str(line.first), str(line.second), [str(entry) for entry in line.told]) for line in network.lines
    ]


def load(*people: Person) -> Network:
    return load_network([person.pk for person in people], load_joins())


@pytest.mark.django_db
def test_meetings_of_a_kind_are_one_line() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_meeting(ann, bob, title="Second talk", kind="conversation", date="2017")
    make_meeting(ann, bob, title="First talk", kind="conversation", date="2016")
    make_meeting(ann, bob, title="A dinner", kind="dinner")
    assert told(load(ann, bob)) == [
        ("conversation", "Ann Bee", "Bob Cee", ["First talk", "Second talk"]),
        ("dinner", "Ann Bee", "Bob Cee", ["A dinner"]),
    ]


@pytest.mark.django_db
def test_meeting_of_three_is_a_line_for_each_two() -> None:
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_meeting(ann, bob, cat, title="Lunch")
    assert told(load(cat, bob, ann)) == [
        ("in-person", "Ann Bee", "Bob Cee", ["Lunch"]),
        ("in-person", "Ann Bee", "Cat Dee", ["Lunch"]),
        ("in-person", "Bob Cee", "Cat Dee", ["Lunch"]),
    ]


@pytest.mark.django_db
def test_tie_reads_from_its_first_person() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_tie(bob, ann, kind="advised")
    assert told(load(ann, bob)) == [("advised", "Bob Cee", "Ann Bee", ["Bob Cee advised Ann Bee"])]


@pytest.mark.django_db
def test_tie_that_holds_both_ways_reads_by_name() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_tie(bob, ann, kind="friend")
    assert told(load(ann, bob)) == [("friend", "Ann Bee", "Bob Cee", ["Bob Cee friend of Ann Bee"])]


@pytest.mark.django_db
def test_who_is_not_asked_for_is_left_out() -> None:
    ann, bob, cat = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cat Dee")
    make_meeting(ann, bob, cat, title="Lunch")
    make_tie(ann, cat)
    assert told(load(ann, bob)) == [("in-person", "Ann Bee", "Bob Cee", ["Lunch"])]


@pytest.mark.django_db
def test_meetings_beyond_the_first_are_counted() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    for number in range(TOLD + 2):
        make_meeting(ann, bob, title=f"Talk {number}", date=f"201{number}")
    [line] = load(ann, bob).lines
    assert (line.number, [str(entry) for entry in line.told]) == (TOLD + 2, [f"Talk {one}" for one in range(TOLD)])


@pytest.mark.django_db
def test_meeting_of_many_is_a_gathering() -> None:
    people = [make_person(f"Person {number}") for number in range(PAIRED + 1)]
    meeting = make_meeting(*people)
    assert load(*people) == Network(people, [], [Gathering(meeting, people)])


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_network_takes_as_many_queries_for_many_as_for_few(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    everybody = []
    for group in range(number):
        people = [make_person(f"Person {group}-{one}") for one in range(PAIRED + 1)]
        make_meeting(*people)
        make_meeting(*people[:2])
        make_tie(people[0], people[1])
        everybody += [person.pk for person in people]
    joins = load_joins()
    with django_assert_num_queries(7):
        network = load_network(everybody, joins)
        list(network.lines[0].told[0].passages.all())
    assert len(network.people) == number * (PAIRED + 1)


def test_as_many_people_are_drawn_as_their_lines_allow() -> None:
    # Everybody has met the first person, so each of the others adds a line; the last two add a tie more.
    people = range(LINES + 3)
    meetings = tuple(Met(one, "dinner", (0, one)) for one in people[1:])
    ties = (Tied(1, "friend", LINES - 1, LINES - 2),)
    assert fitting(people, Joins(meetings, ties)) == range(LINES)


def test_people_without_lines_are_drawn() -> None:
    assert fitting([1, 2, 3], Joins()) == [1, 2, 3]
