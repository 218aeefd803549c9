"""Whom of many people a drawing shows."""

from typing import Any

import pytest
from django.db import connection

from people.index import get_index
from people.models import Person
from people.network.edges import Network, load_network, without_unconnected
from people.network.full_graph import load_full_graph
from people.network.graph import ContactGraph, MeetingLink, Subgraph
from people.network.selection import (
    MAX_DRAWN_PEOPLE,
    MAX_NAMED_UNCONNECTED,
    Selection,
    Unconnected,
    select,
    unconnected,
)
from tests.factories import make_meeting, make_passage, make_person, make_tie

pytestmark = pytest.mark.django_db


def make_many(number: int, *, first: int = 0) -> list[Person]:
    """Return so many public people, made at once."""
    people = Person.objects.bulk_create(
        Person(name=f"P {one:05}", sort_name=f"P {one:05}", slug=f"p-{one:05}", status="published")
        for one in range(first, first + number)
    )
    links = Person.passages.through
    passage = make_passage()
    links.objects.bulk_create(links(person_id=person.pk, passage_id=passage.pk) for person in people)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # which databases do by themselves, but not at once
    return people


def everybody(graph: ContactGraph, *central: Person, steps: int = 1) -> Selection:
    return selected(Person.public.all(), graph, *central, steps=steps)


def selected(listed: Any, graph: ContactGraph, *central: Person, steps: int = 1) -> Selection:
    index = get_index()
    return select(index, index.bitmap(listed.values_list("pk", flat=True)), graph, central, steps)


def keys(*people: Person) -> list[int]:
    return [person.pk for person in people]


def test_few_people_are_all_drawn_by_name() -> None:
    bob, ann = make_person("Bob"), make_person("Ann")
    assert everybody(Subgraph()) == Selection(keys(ann, bob), [], 0, chosen=False)


def test_people_around_somebody_are_drawn_with_them_and_not_counted_with() -> None:
    ann, bob, cat = make_person("Ann"), make_person("Bob"), make_person("Cat")
    make_meeting(ann, cat)
    listed = Person.public.exclude(pk=ann.pk).exclude(pk=bob.pk)
    assert selected(listed, load_full_graph(), ann) == Selection(keys(ann, cat), [ann], 0, chosen=False)


def test_nearest_people_are_drawn_first() -> None:
    ann, bob, cat = make_person("Ann"), make_person("Bob"), make_person("Cat")
    make_meeting(cat, bob)
    make_meeting(bob, ann)
    assert everybody(load_full_graph(), cat, steps=2).people == keys(cat, bob, ann)


def test_of_too_many_people_the_first_in_the_gallery_and_those_next_to_them_are_drawn() -> None:
    people = make_many(MAX_DRAWN_PEOPLE)
    second, first = make_person("Ann", slide=9), make_person("Zoe", slide=2)
    make_meeting(first, people[5], people[2])
    make_tie(second, people[7])
    assert everybody(load_full_graph()) == Selection(
        keys(first, people[2], people[5]), [first], MAX_DRAWN_PEOPLE - 1, chosen=True
    )


def test_without_a_gallery_the_first_by_name_is_drawn() -> None:
    people = make_many(MAX_DRAWN_PEOPLE + 1)
    graph = Subgraph((MeetingLink(1, "dinner", (people[9].pk, people[0].pk)),))
    assert everybody(graph) == Selection(keys(people[0], people[9]), [people[0]], MAX_DRAWN_PEOPLE - 1, chosen=True)


def test_people_next_to_somebody_are_left_out_beyond_a_number() -> None:
    people = make_many(MAX_DRAWN_PEOPLE + 5)
    graph = Subgraph(tuple(MeetingLink(one.pk, "dinner", (people[0].pk, one.pk)) for one in people[1:]))
    listed = Person.public.exclude(pk=people[0].pk)
    assert selected(listed, graph, people[0]) == Selection(
        keys(*people[:MAX_DRAWN_PEOPLE]), [people[0]], 5, chosen=False
    )


def test_people_whom_nothing_joins_to_those_listed_are_named() -> None:
    ann, bob, cat, dan = (make_person(name) for name in ("Ann", "Bob", "Cat", "Dan"))
    make_meeting(ann, bob)
    make_meeting(cat, dan)
    make_person("Eve")
    graph = load_full_graph()
    matches = graph.index.bitmap(Person.public.exclude(pk=dan.pk).values_list("pk", flat=True))
    joined = matches & graph.connected
    selection = select(graph.index, joined, graph, [], 1)
    drawn = without_unconnected(load_network(selection.people, graph))
    found = unconnected(graph.index, matches, joined, drawn, selection)
    assert (drawn.people, [str(one) for one in found.people], found.others) == ([ann, bob], ["Cat", "Eve"], 0)


def test_people_whom_nothing_joins_are_counted_beyond_a_number() -> None:
    people = make_many(MAX_NAMED_UNCONNECTED + 2)
    index = get_index()
    selection = Selection([], [], 0, chosen=False)
    found = unconnected(index, index.bitmap(keys(*people)), index.bitmap([]), Network([], [], []), selection)
    assert found == Unconnected(people[:MAX_NAMED_UNCONNECTED], 2)
