"""The shortest ways, against igraph's own on random networks."""

from itertools import combinations, pairwise
from typing import Any

import igraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.network.graph import MeetingLink, Subgraph, TieLink
from people.network.paths import MAX_LISTED_PATHS, ShortestPaths, StoppedSearch, shortest_paths

PEOPLE = 9
MEETINGS = st.lists(st.sets(st.integers(0, PEOPLE - 1), min_size=2, max_size=4), max_size=10)
TIES = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1)).filter(lambda tie: tie[0] != tie[1]), max_size=6
)
DIFFERENT = st.permutations(range(PEOPLE)).map(lambda people: people[:2])


def graph_of(*meetings: tuple[int, ...]) -> Subgraph:
    return Subgraph(tuple(MeetingLink(key, "dinner", people) for key, people in enumerate(meetings)))


@given(MEETINGS, TIES, DIFFERENT)
def test_ways_are_those_that_igraph_finds(
    meetings: list[set[int]], ties: list[tuple[int, int]], ends: list[int]
) -> None:
    start, goal = ends
    edges = {pair for people in meetings for pair in combinations(sorted(people), 2)} | {
        (min(tie), max(tie)) for tie in ties
    }
    found = igraph.Graph(n=PEOPLE, edges=sorted(edges)).get_all_shortest_paths(start, goal)
    graph = Subgraph(
        tuple(MeetingLink(key, "dinner", tuple(sorted(people))) for key, people in enumerate(meetings)),
        tuple(TieLink(key, "friend", *tie) for key, tie in enumerate(ties)),
    )
    paths = shortest_paths(graph, start, goal, most=1000)
    assert paths == ShortestPaths(len(found), sorted(map(tuple, found)))


def test_no_way_leads_to_who_is_joined_to_nobody() -> None:
    assert shortest_paths(graph_of((0, 1)), 0, 2) == ShortestPaths(0, [])


def test_two_meetings_of_the_same_people_are_one_way() -> None:
    assert shortest_paths(graph_of((0, 1), (0, 1)), 0, 1) == ShortestPaths(1, [(0, 1)])


def test_a_way_does_not_lead_through_a_longer_one() -> None:
    assert shortest_paths(graph_of((0, 1), (1, 2), (0, 2)), 0, 2) == ShortestPaths(1, [(0, 2)])


def test_equal_ways_beyond_the_first_are_counted() -> None:
    between = range(2, 2 + MAX_LISTED_PATHS + 3)
    listed: Any = [(0, one, 1) for one in between][:MAX_LISTED_PATHS]
    graph = graph_of(*((0, one) for one in between), *((one, 1) for one in between))
    assert shortest_paths(graph, 0, 1) == ShortestPaths(MAX_LISTED_PATHS + 3, listed)


def test_more_ways_than_could_be_listed_are_counted_at_once() -> None:
    # A ladder of 40 rungs with two people each: 2⁴⁰ ways from its foot to its head.
    rungs = [(0, 0), *((2 * rung + 1, 2 * rung + 2) for rung in range(40)), (100, 100)]
    steps = {(low, high) for below, above in pairwise(rungs) for low in below for high in above}
    paths = shortest_paths(graph_of(*sorted(steps)), 0, 100)
    assert (paths.number, len(paths.listed)) == (2**40, MAX_LISTED_PATHS)


@pytest.mark.parametrize("size", [2, 500])
def test_a_meeting_of_many_is_one_step_for_each_of_them(size: int) -> None:
    assert shortest_paths(graph_of(tuple(range(size))), 0, size - 1) == ShortestPaths(1, [(0, size - 1)])


def test_search_stops_once_it_has_gone_past_too_many_people() -> None:
    graph = graph_of(*pairwise(range(20)))
    assert shortest_paths(graph, 0, 19, limit=8) == ShortestPaths(0, [], StoppedSearch(4, 3, 9))


def test_way_that_is_found_before_is_no_reason_to_stop() -> None:
    graph = graph_of(*pairwise(range(5)))
    assert shortest_paths(graph, 0, 4, limit=5) == ShortestPaths(1, [(0, 1, 2, 3, 4)])
