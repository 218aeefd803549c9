"""The shortest ways, against igraph's own on random networks."""

from itertools import combinations, pairwise
from typing import Any

import igraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.network.joins import Joins, Met, Tied
from people.network.paths import LISTED, Stopped, Ways, shortest_ways

PEOPLE = 9
MEETINGS = st.lists(st.sets(st.integers(0, PEOPLE - 1), min_size=2, max_size=4), max_size=10)
TIES = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.integers(0, PEOPLE - 1)).filter(lambda tie: tie[0] != tie[1]), max_size=6
)
DIFFERENT = st.permutations(range(PEOPLE)).map(lambda people: people[:2])


def joins_of(*meetings: tuple[int, ...]) -> Joins:
    return Joins(tuple(Met(key, "dinner", people) for key, people in enumerate(meetings)))


@given(MEETINGS, TIES, DIFFERENT)
def test_ways_are_those_that_igraph_finds(
    meetings: list[set[int]], ties: list[tuple[int, int]], ends: list[int]
) -> None:
    start, goal = ends
    edges = {pair for people in meetings for pair in combinations(sorted(people), 2)} | {
        (min(tie), max(tie)) for tie in ties
    }
    found = igraph.Graph(n=PEOPLE, edges=sorted(edges)).get_all_shortest_paths(start, goal)
    joins = Joins(
        tuple(Met(key, "dinner", tuple(sorted(people))) for key, people in enumerate(meetings)),
        tuple(Tied(key, "friend", *tie) for key, tie in enumerate(ties)),
    )
    ways = shortest_ways(joins, start, goal, most=1000)
    assert ways == Ways(len(found), sorted(map(tuple, found)))


def test_no_way_leads_to_who_is_joined_to_nobody() -> None:
    assert shortest_ways(joins_of((0, 1)), 0, 2) == Ways(0, [])


def test_two_meetings_of_the_same_people_are_one_way() -> None:
    assert shortest_ways(joins_of((0, 1), (0, 1)), 0, 1) == Ways(1, [(0, 1)])


def test_a_way_does_not_lead_through_a_longer_one() -> None:
    assert shortest_ways(joins_of((0, 1), (1, 2), (0, 2)), 0, 2) == Ways(1, [(0, 2)])


def test_equal_ways_beyond_the_first_are_counted() -> None:
    between = range(2, 2 + LISTED + 3)
    listed: Any = [(0, one, 1) for one in between][:LISTED]
    joins = joins_of(*((0, one) for one in between), *((one, 1) for one in between))
    assert shortest_ways(joins, 0, 1) == Ways(LISTED + 3, listed)


def test_more_ways_than_could_be_listed_are_counted_at_once() -> None:
    # A ladder of 40 rungs with two people each: 2⁴⁰ ways from its foot to its head.
    rungs = [(0, 0), *((2 * rung + 1, 2 * rung + 2) for rung in range(40)), (100, 100)]
    steps = {(low, high) for below, above in pairwise(rungs) for low in below for high in above}
    ways = shortest_ways(joins_of(*sorted(steps)), 0, 100)
    assert (ways.number, len(ways.listed)) == (2**40, LISTED)


@pytest.mark.parametrize("size", [2, 500])
def test_a_meeting_of_many_is_one_step_for_each_of_them(size: int) -> None:
    assert shortest_ways(joins_of(tuple(range(size))), 0, size - 1) == Ways(1, [(0, size - 1)])


def test_search_stops_once_it_has_gone_past_too_many_people() -> None:
    line = joins_of(*pairwise(range(20)))
    assert shortest_ways(line, 0, 19, limit=8) == Ways(0, [], Stopped(4, 3, 9))


def test_way_that_is_found_before_is_no_reason_to_stop() -> None:
    line = joins_of(*pairwise(range(5)))
    assert shortest_ways(line, 0, 4, limit=5) == Ways(1, [(0, 1, 2, 3, 4)])
