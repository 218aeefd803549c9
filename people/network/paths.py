"""The shortest ways from one person to another.

Equal ways are counted without being listed, which igraph can't: there may be millions of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from people.network.joins import Walkable

LISTED = 10
# A search that has gone past so many people stops: a reader would wait for longer than they read.
MOST = 100_000


class Stopped(NamedTuple):
    """How far a search went before it stopped: steps from the start, steps from the goal, and people gone past."""

    from_start: int
    from_goal: int
    people: int


class Ways(NamedTuple):
    """How many shortest ways there are, and the first of them, each as the keys of the people along it.

    `stopped` says how far the search went where it stopped before it knew.
    """

    number: int
    listed: list[tuple[int, ...]]
    stopped: Stopped | None = None


def shortest_ways(joins: Walkable, start: int, goal: int, most: int = LISTED, limit: int = MOST) -> Ways:
    """Return the shortest ways from `start` to `goal`; of many equal ones, `most` are listed, in order of keys.

    Goes past no more people than some more than `limit`.
    """
    near, far = _meet(joins, start, goal, limit)
    if not near[-1] & far[-1]:
        out_of_reach = not near[-1] or not far[-1]
        seen = sum(map(len, (*near, *far)))
        return Ways(0, [], None if out_of_reach else Stopped(len(near) - 1, len(far) - 1, seen))
    onward = _onward(joins, _along(joins, near, far))
    return Ways(_count(onward, start, goal), list(islice(_walk(onward, start, goal), most)))


def _meet(joins: Walkable, start: int, goal: int, limit: int) -> tuple[list[set[int]], list[set[int]]]:
    """Return the people at each distance from the start, and from the goal, until some are at the last of both."""
    near, far = [{start}], [{goal}]
    while near[-1] and far[-1] and not near[-1] & far[-1] and sum(map(len, (*near, *far))) <= limit:
        smaller = min(near, far, key=lambda levels: (len(levels[-1]), len(levels)))
        smaller.append(joins.next_to(smaller[-1]).difference(*smaller))
    return near, far


def _along(joins: Walkable, near: Sequence[set[int]], far: Sequence[set[int]]) -> list[set[int]]:
    """Return the people at each step of the shortest ways, the two ends included."""
    middle = near[-1] & far[-1]
    before, after = [middle], [middle]
    for level in reversed(near[:-1]):
        before.append(joins.next_to(before[-1]) & level)
    for level in reversed(far[:-1]):
        after.append(joins.next_to(after[-1]) & level)
    return [*reversed(before), *after[1:]]


def _onward(joins: Walkable, steps: Sequence[set[int]]) -> dict[int, list[int]]:
    """Return to whom each person on a shortest way leads next, those furthest from the goal first."""
    return {one: sorted(joins.beside(one) & nearer) for level, nearer in pairwise(steps) for one in sorted(level)}


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
