"""Whom of many people a drawing shows: a neighbourhood, never all of them at once."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pyroaring import BitMap

from people.models import Person
from people.network.edges import fitting
from people.network.graph import ContactGraph
from people.sets.people import PeopleSets

MAX_DRAWN_PEOPLE = 100


class Selection(NamedTuple):
    """The keys of the people to draw, and around whom.

    `listed` is the number of those whom the reader asked for, and `left_out` of those of them who are not drawn. The
    `central` people are not counted, unless they were chosen for the reader, who had asked for too many.
    """

    people: Sequence[int]
    central: list[Person]
    listed: int
    left_out: int
    chosen: bool


def select(sets: PeopleSets, listed: BitMap, graph: ContactGraph, central: Sequence[Person], steps: int) -> Selection:
    """Return whom to draw of the people `listed`, given by their numbers, the nearest to the `central` ones first.

    Where nobody is central and there are too many people for one drawing, that is the first of them in the gallery,
    or else by name, to whom something joins another.
    """
    asked = [person.pk for person in central]
    chosen = [] if asked or len(listed) <= MAX_DRAWN_PEOPLE else _beginning(sets, listed, graph)
    people = _nearest(sets, listed, graph, asked or chosen, steps) if asked or chosen else _first(sets, listed)
    drawn = fitting(people[:MAX_DRAWN_PEOPLE], graph)
    shown = Person.public.told_apart().with_place().in_bulk(chosen).values() if chosen else central
    left_out = len(listed) - len(listed & BitMap(sets.numbering.numbers(drawn)))
    return Selection(drawn, list(shown), len(listed), left_out, bool(chosen))


def _beginning(sets: PeopleSets, listed: BitMap, graph: ContactGraph) -> list[int]:
    """Return the first in the order of the numbers, which is that of the gallery, and then of names."""
    return list(islice(filter(graph.has_neighbours, map(sets.numbering.keys.__getitem__, listed)), 1))


def _first(sets: PeopleSets, listed: BitMap) -> list[int]:
    return [sets.numbering.keys[number] for number in sets.by_name.part(listed, 0, MAX_DRAWN_PEOPLE)]


def _nearest(sets: PeopleSets, listed: BitMap, graph: ContactGraph, central: list[int], steps: int) -> list[int]:
    distances = graph.distances(central, steps)
    near = BitMap(sets.numbering.numbers(distances)) & listed
    by_name = [sets.numbering.keys[number] for number in sets.by_name.part(near, 0, len(near))]
    return sorted(dict.fromkeys([*central, *by_name]), key=lambda person: distances[person])
