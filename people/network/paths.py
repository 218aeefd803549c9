"""The shortest paths from one person to another.

Equal paths are counted without being listed, which igraph can't: there may be millions of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from people.network.graph import ContactGraph

MAX_LISTED_PATHS = 5
# A search that has gone past so many people stops: a reader would wait for longer than they read.
MAX_VISITED_PEOPLE = 100_000


class StoppedSearch(NamedTuple):
    """How far a search went before it stopped: steps from the start, steps from the goal, and people gone past."""

    from_start: int
    from_goal: int
    people: int


class ShortestPaths(NamedTuple):
    """How many shortest paths there are, and the first of them, each as the keys of the people along it.

    `stopped` says how far the search went where it stopped before it knew.
    """

    number: int
    listed: list[tuple[int, ...]]
    stopped: StoppedSearch | None = None


def shortest_paths(
    graph: ContactGraph, start: int, goal: int, most: int = MAX_LISTED_PATHS, limit: int = MAX_VISITED_PEOPLE
) -> ShortestPaths:
    """Return the shortest paths from `start` to `goal`; of many equal ones, `most` are listed, in order of keys.

    Goes past no more people than some more than `limit`.
    """
    near, far = _meet(graph, start, goal, limit)
    if not near[-1] & far[-1]:
        out_of_reach = not near[-1] or not far[-1]
        seen = sum(map(len, (*near, *far)))
        return ShortestPaths(0, [], None if out_of_reach else StoppedSearch(len(near) - 1, len(far) - 1, seen))
    onward = _onward(graph, _along(graph, near, far))
    return ShortestPaths(_count(onward, start, goal), list(islice(_walk(onward, start, goal), most)))


def _meet(graph: ContactGraph, start: int, goal: int, limit: int) -> tuple[list[set[int]], list[set[int]]]:
    """Return the people at each distance from the start, and from the goal, until some are at the last of both."""
    near, far = [{start}], [{goal}]
    while near[-1] and far[-1] and not near[-1] & far[-1] and sum(map(len, (*near, *far))) <= limit:
        smaller = min(near, far, key=lambda levels: (len(levels[-1]), len(levels)))
        smaller.append(graph.with_neighbours(smaller[-1]).difference(*smaller))
    return near, far


def _along(graph: ContactGraph, near: Sequence[set[int]], far: Sequence[set[int]]) -> list[set[int]]:
    """Return the people at each step of the shortest paths, the two ends included."""
    middle = near[-1] & far[-1]
    before, after = [middle], [middle]
    for level in reversed(near[:-1]):
        before.append(graph.with_neighbours(before[-1]) & level)
    for level in reversed(far[:-1]):
        after.append(graph.with_neighbours(after[-1]) & level)
    return [*reversed(before), *after[1:]]


def _onward(graph: ContactGraph, steps: Sequence[set[int]]) -> dict[int, list[int]]:
    """Return to whom each person on a shortest path leads next, those furthest from the goal first."""
    return {one: sorted(graph.neighbours(one) & nearer) for level, nearer in pairwise(steps) for one in sorted(level)}


def _count(onward: dict[int, list[int]], start: int, goal: int) -> int:
    numbers = {goal: 1}
    for person in reversed(onward):
        numbers[person] = sum(numbers[one] for one in onward[person])
    return numbers[start]


def _walk(onward: Mapping[int, list[int]], start: int, goal: int) -> Iterator[tuple[int, ...]]:
    paths: list[tuple[int, ...]] = [(start,)]
    while paths:
        path = paths.pop()
        if path[-1] == goal:
            yield path
        else:
            paths += [(*path, following) for following in reversed(onward[path[-1]])]
