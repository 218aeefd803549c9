from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from people.index import contacts
from people.index.contacts import Contacts, RankingLimits
from people.vocabulary import ContactKind

SIZE = 9
Meetings = list[tuple[str, set[int]]]

meetings = st.lists(
    st.tuples(st.sampled_from(ContactKind.values[:3]), st.sets(st.integers(1, SIZE), max_size=4)), max_size=12
)
kinds = st.lists(st.sampled_from(ContactKind.values[:3]), unique=True, max_size=2).map(tuple)
sets = st.sets(st.integers(1, SIZE))
limits = st.lists(st.integers(1, 4), min_size=2, max_size=2).map(lambda two: RankingLimits(max(two), min(two)))


def make(met: Meetings) -> Contacts:
    """Return the contacts."""
    return Contacts(((key, kind, sorted(people)) for key, (kind, people) in enumerate(met, 1)), SIZE)


def neighbours(met: Meetings, person: int, kinds: tuple[str, ...]) -> set[int]:
    """Return the same as Contacts.neighbours, the slow way."""
    there = (people for kind, people in met if person in people and (not kinds or kind in kinds))
    return set().union(*there) - {person}


@pytest.mark.parametrize("large", [0, 100])
@given(met=meetings, kinds=kinds)
def test_neighbours_were_at_a_meeting_of_the_kinds(large: int, met: Meetings, kinds: tuple[str, ...]) -> None:
    people = range(1, SIZE + 1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "LARGE_MEETING", large)
        found = make(met)
        assert [set(found.neighbours(one, kinds)) for one in people] == [neighbours(met, one, kinds) for one in people]


@given(meetings)
def test_counts_are_the_numbers_of_neighbours(met: Meetings) -> None:
    expected = [len(neighbours(met, person, ())) for person in range(1, SIZE + 1)]
    assert list(make(met).counts[1:]) == expected


@given(meetings)
def test_of_kind_has_who_met_anybody_so(met: Meetings) -> None:
    found = make(met)
    people = range(1, SIZE + 1)
    assert {kind: set(found.of_kind[kind]) for kind in ContactKind.values} == {
        kind: {person for person in people if neighbours(met, person, (kind,))} for kind in ContactKind.values
    }


@pytest.mark.parametrize("few", [0, 5_000])
@given(met=meetings, kinds=kinds, found=sets, limits=limits)
def test_ranking_has_those_with_whom_most_were_in_contact(
    few: int, met: Meetings, kinds: tuple[str, ...], found: set[int], limits: RankingLimits
) -> None:
    rank = list(range(SIZE + 1))[::-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "MAX_COUNTED_PEOPLE", few)
        ranking = make(met).ranking(BitMap(found), kinds, limits, rank)
    counter = Counter(other for person in found for other in neighbours(met, person, kinds))
    is_cut = len(counter) > limits.inline
    expected = sorted(counter.items(), key=lambda one: (-one[1], rank[one[0]]))
    assert ranking.counts == expected[: limits.largest if is_cut else limits.inline]
    assert ranking.is_cut == is_cut or limits.largest == limits.inline
