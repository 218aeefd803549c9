"""Whom something joins to somebody directly: what is offered where no path leads on."""

from collections.abc import Sequence
from typing import NamedTuple

from people.models import Person
from people.network.edges import load_edges, pairs
from people.network.full_graph import FullGraph
from people.network.table import Neighbour, row
from people.vocabulary import PersonSort

MAX_NEAREST = 8


class Nearest(NamedTuple):
    """A person, the first of their neighbours by name, and how many more there are."""

    person: Person
    neighbours: list[Neighbour]
    others: int


def load_nearest(graph: FullGraph, people: Sequence[Person]) -> list[Nearest]:
    """Return the nearest to each of the people, with the edges to them. Takes at most six queries."""
    around = {person: graph.neighbours(person.pk) for person in people}
    order = {
        person: graph.index.page(graph.index.bitmap(near), PersonSort.NAME)[:MAX_NEAREST]
        for person, near in around.items()
    }
    found = Person.public.told_apart().in_bulk({one for near in order.values() for one in near})
    found |= {person.pk: person for person in people}
    among = {person: graph.among([person.pk, *near]) for person, near in order.items()}
    between = {
        key: keys
        for person, near in order.items()
        for other in near
        if other in found
        for key, keys in pairs(among[person].between(person.pk, other)).items()
    }
    edges = load_edges(found, between)
    rows = [row(person, [edge for edge in edges if person in (edge.first, edge.second)], []) for person in people]
    return [Nearest(one.person, one.neighbours, len(around[one.person]) - len(one.neighbours)) for one in rows]
