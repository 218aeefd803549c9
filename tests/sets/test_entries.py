from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from people.sets import entries
from people.sets.allegations import Allegations
from people.sets.contacts import Contacts
from people.sets.entries import Entries
from people.sets.groups import Groups
from people.sets.numbering import Numbering, PeopleNumbering
from people.sets.people import PeopleSets

PEOPLE = 9
concerned = st.lists(st.sets(st.integers(1, PEOPLE), max_size=4), max_size=12)
some = st.sets(st.integers(1, 12))


def make(lists: list[set[int]]) -> Entries:
    """Return the entries, which concern these people."""
    numbering = PeopleNumbering((key, None) for key in range(1, PEOPLE + 1))
    people = PeopleSets("1", numbering, {}, Allegations([], PEOPLE), Contacts([], PEOPLE))
    return Entries(people, Numbering(range(101, 101 + len(lists))), {}, Groups.of([[], *map(sorted, lists)]))


@contextmanager
def few(number: int) -> Iterator[None]:
    """Go through the people whom many entries concern where more entries than that are found."""
    with mock.patch.object(entries, "FEW", number):
        yield


@pytest.mark.parametrize("number", [0, 100])
@given(lists=concerned, found=some, most=st.integers(1, PEOPLE))
def test_largest_are_those_whom_most_entries_concern_and_then_the_first_by_name(
    number: int, lists: list[set[int]], found: set[int], most: int
) -> None:
    numbers = [number for number in range(1, len(lists) + 1) if number in found]
    counted = Counter(person for number in numbers for person in lists[number - 1])
    expected = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most]
    with few(number):
        assert make(lists).largest(BitMap(numbers), most) == expected


@given(lists=concerned, people=st.sets(st.integers(1, PEOPLE), max_size=3))
def test_concerning_has_what_is_about_any_of_the_people(lists: list[set[int]], people: set[int]) -> None:
    expected = {number for number, about in enumerate(lists, 1) if about & people}
    assert set(make(lists).concerning(people)) == expected


@given(lists=concerned, number=st.integers(0, PEOPLE))
def test_entries_concern_more_people_than_a_number_if_there_are_more(lists: list[set[int]], number: int) -> None:
    found = make(lists)
    assert found.concern_more_than(number, found.everything) == (len(set().union(*lists)) > number)


def test_answer_is_kept_for_who_asks_the_same() -> None:
    lists = make([{1, 2}, {2}, {2, 3}])
    found = mock.Mock(return_value=lists.everything)
    answers = [lists.largest_kept(asked, found, 2) for asked in ("all", "all")]
    assert (answers, found.call_count) == ([[(2, 3), (1, 1)]] * 2, 1)
    assert lists.largest_kept("none", BitMap, 2) == []
    assert lists.largest_kept("all", found, 1) == [(2, 3)]


def test_no_more_answers_are_kept_than_so_many() -> None:
    lists = make([{1, 2}])
    found = mock.Mock(return_value=lists.everything)
    with mock.patch.object(entries, "ANSWERS", 2):
        for asked in "abca":
            lists.largest_kept(asked, found, 1)
    assert found.call_count == 4
