from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from people.sets import contacts
from people.sets.contacts import Contacts
from people.vocabulary import ContactKind

SIZE = 9
Meetings = list[tuple[str, set[int]]]

meetings = st.lists(
    st.tuples(st.sampled_from(ContactKind.values[:3]), st.sets(st.integers(1, SIZE), max_size=4)), max_size=12
)
kinds = st.lists(st.sampled_from(ContactKind.values[:3]), unique=True, max_size=2).map(tuple)
sets = st.sets(st.integers(1, SIZE))


def make(met: Meetings) -> Contacts:
    """Return the contacts."""
    return Contacts(((key, kind, sorted(people)) for key, (kind, people) in enumerate(met, 1)), SIZE)


def beside(met: Meetings, person: int, kinds: tuple[str, ...]) -> set[int]:
    """Return the same as Contacts.beside, the slow way."""
    there = (people for kind, people in met if person in people and (not kinds or kind in kinds))
    return set().union(*there) - {person}


@given(meetings, kinds)
def test_beside_has_who_was_at_a_meeting_of_the_kinds(met: Meetings, kinds: tuple[str, ...]) -> None:
    found = make(met)
    people = range(1, SIZE + 1)
    assert [set(found.beside(person, kinds)) for person in people] == [beside(met, one, kinds) for one in people]


@given(meetings)
def test_count_is_the_number_of_people_beside(met: Meetings) -> None:
    found = make(met)
    people = range(1, SIZE + 1)
    expected = [len(beside(met, person, ())) for person in people]
    assert [found.count(person) for person in people] == expected
    assert list(found.counts[1:]) == expected


@given(meetings)
def test_of_kind_has_who_met_anybody_so(met: Meetings) -> None:
    found = make(met)
    people = range(1, SIZE + 1)
    assert {kind: set(found.of_kind[kind]) for kind in ContactKind.values} == {
        kind: {person for person in people if beside(met, person, (kind,))} for kind in ContactKind.values
    }


@pytest.mark.parametrize("few", [0, 5_000])
@given(met=meetings, kinds=kinds, found=sets, number=st.integers(1, 4))
def test_largest_are_those_with_whom_most_were_in_contact(
    few: int, met: Meetings, kinds: tuple[str, ...], found: set[int], number: int
) -> None:
    place = list(range(SIZE + 1))[::-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "FEW", few)
        largest = make(met).largest(BitMap(found), kinds, number, place)
    counter = Counter(other for person in found for other in beside(met, person, kinds))
    assert largest == sorted(counter.items(), key=lambda one: (-one[1], place[one[0]]))[:number]
