"""A way from one person to another, step by step, with the lines on which each step rests."""

from itertools import pairwise
from typing import NamedTuple

from people.models import Person
from people.network.joins import Walkable
from people.network.lines import Edge, load_lines, name_order, pairs
from people.network.paths import Ways


class Step(NamedTuple):
    """Two people who follow each other on a way, and what joins them."""

    first: Person
    second: Person
    lines: list[Edge]


class Way(NamedTuple):
    """The people along a way, from one end to the other, and the steps between them."""

    people: list[Person]
    steps: list[Step]


def load_ways(joins: Walkable, ways: Ways) -> list[Way]:
    """Return the listed ways, by the names of those along them. Takes at most five queries."""
    found = Person.public.told_apart().in_bulk({person for way in ways.listed for person in way})
    along = {frozenset(step) for way in ways.listed for step in pairwise(way)}
    lines = load_lines(found, {key: keys for step in along for key, keys in pairs(joins.between(*step)).items()})
    between: dict[frozenset[int], list[Edge]] = {}
    for line in lines:
        between.setdefault(frozenset((line.first.pk, line.second.pk)), []).append(line)
    # Somebody on a way, or what joined two of them, may have been withdrawn since the keys were read.
    listed = (
        Way(
            [found[person] for person in way],
            [Step(found[one], found[other], between[frozenset((one, other))]) for one, other in pairwise(way)],
        )
        for way in ways.listed
        if found.keys() >= set(way) and all(frozenset(step) in between for step in pairwise(way))
    )
    return sorted(listed, key=lambda way: [name_order(person) for person in way.people])
