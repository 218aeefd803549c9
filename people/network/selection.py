"""Whom of many people a drawing shows: a neighbourhood, never all of them at once."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pyroaring import BitMap

from people.index import PeopleIndex
from people.models import Person
from people.network.edges import fitting
from people.network.graph import ContactGraph
from people.vocabulary import PersonSort

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


def select(
    index: PeopleIndex, matches: BitMap, graph: ContactGraph, central: Sequence[Person], steps: int
) -> Selection:
    """Return whom to draw of the people whom the index found, the nearest to the `central` ones first.

    Where nobody is central and there are too many people for one drawing, that is the first of them in the gallery,
    or else by name, to whom something joins another.
    """
    asked = [person.pk for person in central]
    chosen = [] if asked or len(matches) <= MAX_DRAWN_PEOPLE else _beginning(index, matches, graph)
    start, by_name = asked or chosen, index.page(matches, PersonSort.NAME)
    drawn = fitting((_nearest(index, matches, graph, start, steps) if start else by_name)[:MAX_DRAWN_PEOPLE], graph)
    shown = Person.public.told_apart().with_place().in_bulk(chosen).values() if chosen else central
    left_out = len(matches) - len(matches & index.bitmap(drawn))
    return Selection(drawn, list(shown), len(matches), left_out, bool(chosen))


def _beginning(index: PeopleIndex, matches: BitMap, graph: ContactGraph) -> list[int]:
    """Return the first in the gallery's order."""
    return list(islice(filter(graph.has_neighbours, index.page(matches, PersonSort.GALLERY)), 1))


def _nearest(index: PeopleIndex, matches: BitMap, graph: ContactGraph, central: list[int], steps: int) -> list[int]:
    distances = graph.distances(central, steps)
    near = index.page(index.bitmap(distances) & matches, PersonSort.NAME)
    return sorted(dict.fromkeys([*central, *near]), key=lambda person: distances[person])
