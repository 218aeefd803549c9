"""The shortest ways from one person to another.

Equal ways are counted without being listed, which igraph can't: there may be millions of them.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from people.network.joins import Joins

LISTED = 10


class Ways(NamedTuple):
    """How many shortest ways there are, and the first of them, each as the keys of the people along it."""

    number: int
    listed: list[tuple[int, ...]]


def shortest_ways(joins: Joins, start: int, goal: int, most: int = LISTED) -> Ways:
    """Return the shortest ways from `start` to `goal`; of many equal ones, `most` are listed, in order of keys."""
    distances = joins.distances([goal], until=start)
    if start not in distances:
        return Ways(0, [])
    onward = _onward(joins, start, distances)
    return Ways(_count(onward, start, goal), list(islice(_walk(onward, start, goal), most)))


def _onward(joins: Joins, start: int, distances: Mapping[int, int]) -> dict[int, list[int]]:
    """Return to whom each person on a shortest way leads next, those furthest from the goal first."""
    onward: dict[int, list[int]] = {}
    level = [start]
    for distance in range(distances[start] - 1, -1, -1):
        nearer = {one: [next_ for next_ in joins.beside(one) if distances.get(next_) == distance] for one in level}
        onward |= {one: sorted(following) for one, following in nearer.items()}
        level = sorted(set().union(*nearer.values()))
    return onward


def _count(onward: dict[int, list[int]], start: int, goal: int) -> int:
    numbers = {goal: 1}
    for person in reversed(onward):
        numbers[person] = sum(numbers[one] for one in onward[person])
    return numbers[start]


def _walk(onward: Mapping[int, list[int]], start: int, goal: int) -> Iterator[tuple[int, ...]]:
    ways: list[tuple[int, ...]] = [(start,)]
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            yield way
        else:
            ways += [(*way, following) for following in reversed(onward[way[-1]])]
