from collections import Counter
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from people.index import entries
from people.index.adjacency import AdjacencyList
from people.index.contacts import Contacts, Ranking, RankingLimits
from people.index.entries import EntryIndex
from people.index.ids import IdMap, PeopleIdMap
from people.index.people import Allegations, PeopleIndex

PEOPLE = 9
subjects = st.lists(st.sets(st.integers(1, PEOPLE), max_size=4), max_size=12)
some = st.sets(st.integers(1, 12))


def make(lists: list[set[int]]) -> EntryIndex:
    """Return the entries, which concern these people."""
    id_map = PeopleIdMap((row, None) for row in range(1, PEOPLE + 1))
    people = PeopleIndex(id_map, {}, Allegations([], [], PEOPLE), Contacts([], PEOPLE))
    return EntryIndex(people, IdMap(range(101, 101 + len(lists))), {}, AdjacencyList.of([[], *map(sorted, lists)]))


@pytest.mark.parametrize("few", [0, 100])
@given(lists=subjects, found=some, inline=st.integers(1, PEOPLE), largest=st.integers(1, PEOPLE))
def test_ranking_has_those_whom_most_entries_concern_and_then_the_first_by_name(
    few: int, lists: list[set[int]], found: set[int], inline: int, largest: int
) -> None:
    numbers = [number for number in range(1, len(lists) + 1) if number in found]
    counted = Counter(person for number in numbers for person in lists[number - 1])
    expected = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    limits = RankingLimits(inline, min(inline, largest))
    is_cut = len(counted) > inline
    with mock.patch.object(entries, "MAX_COUNTED_ENTRIES", few):
        ranking = make(lists).ranking(BitMap(numbers), limits)
    assert ranking.counts == expected[: limits.largest if is_cut else inline]
    assert ranking.is_cut == is_cut or limits.largest == limits.inline


@given(lists=subjects, people=st.sets(st.integers(1, PEOPLE), max_size=3))
def test_concerning_has_what_is_about_any_of_the_people(lists: list[set[int]], people: set[int]) -> None:
    expected = {number for number, about in enumerate(lists, 1) if about & people}
    assert set(make(lists).concerning(people)) == expected


def test_ranking_is_kept_for_who_asks_the_same() -> None:
    index = make([{1, 2}, {2}, {2, 3}])
    with mock.patch.object(index, "ranking", wraps=index.ranking) as ranking:
        found = [index.subject_ranking(index.everything, RankingLimits(2, 2), key=key) for key in ("all", "all")]
        assert (found, ranking.call_count) == ([Ranking([(2, 3), (1, 1)], True)] * 2, 1)
        assert index.subject_ranking(BitMap(), RankingLimits(2, 2), key="none").counts == []
        assert index.subject_ranking(index.everything, RankingLimits(1, 1), key="all").counts == [(2, 3)]


def test_no_more_rankings_are_kept_than_so_many() -> None:
    index = make([{1, 2}])
    with (
        mock.patch.object(entries, "MAX_CACHED_RANKINGS", 2),
        mock.patch.object(index, "ranking", wraps=index.ranking) as ranking,
    ):
        for key in "abca":
            index.subject_ranking(index.everything, RankingLimits(1, 1), key=key)
    assert ranking.call_count == 4
