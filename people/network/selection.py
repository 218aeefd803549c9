"""Whom of many people a drawing shows: a neighbourhood, never all of them at once; and whom it can't show."""

from collections.abc import Sequence
from typing import NamedTuple

from pyroaring import BitMap

from people.index import PeopleIndex
from people.models import Person
from people.network.edges import Network, fitting
from people.network.graph import ContactGraph
from people.vocabulary import PersonSort

MAX_DRAWN_PEOPLE = 100
# So many people without a connection are named; the others are counted.
MAX_NAMED_UNCONNECTED = 20


class Selection(NamedTuple):
    """The keys of the people to draw, and around whom.

    `left_out` is the number of those joined to somebody who are not drawn. The `central` people are not counted, unless
    they were `chosen` for the reader, who had asked for too many.
    """

    people: Sequence[int]
    central: list[Person]
    left_out: int
    chosen: bool


class Unconnected(NamedTuple):
    """The first people by name whom nothing joins to anybody else listed, and how many more there are."""

    people: list[Person]
    others: int


def select(index: PeopleIndex, joined: BitMap, graph: ContactGraph, central: Sequence[Person], steps: int) -> Selection:
    """Return whom to draw of the people whom the index found, the nearest to the `central` ones first.

    Something joins each of them to somebody. Where nobody is central and they are too many for one drawing, that is the
    first of them in the gallery, or else by name.
    """
    asked = [person.pk for person in central]
    chosen = [] if asked or len(joined) <= MAX_DRAWN_PEOPLE else list(index.page(joined, PersonSort.GALLERY)[:1])
    start, by_name = asked or chosen, index.page(joined, PersonSort.NAME)
    drawn = fitting((_nearest(index, joined, graph, start, steps) if start else by_name)[:MAX_DRAWN_PEOPLE], graph)
    shown = Person.public.told_apart().with_place().in_bulk(chosen).values() if chosen else central
    left_out = len(joined) - len(joined & index.bitmap(drawn))
    return Selection(drawn, list(shown), left_out, bool(chosen))


def _nearest(index: PeopleIndex, joined: BitMap, graph: ContactGraph, central: list[int], steps: int) -> list[int]:
    distances = graph.distances(central, steps)
    near = index.page(index.bitmap(distances) & joined, PersonSort.NAME)
    return sorted(dict.fromkeys([*central, *near]), key=lambda person: distances[person])


def unconnected(
    index: PeopleIndex, matches: BitMap, joined: BitMap, drawn: Network, selected: Selection
) -> Unconnected:
    """Return those of the matches who are not drawn because nothing joins them, or nothing to anybody selected."""
    among = index.bitmap(selected.people) - index.bitmap([person.pk for person in drawn.people])
    found = matches & ((matches - joined) | among)
    named = list(index.page(found, PersonSort.NAME)[:MAX_NAMED_UNCONNECTED])
    people = Person.public.told_apart().in_order(named) if named else []
    return Unconnected(people, len(found) - len(named))
