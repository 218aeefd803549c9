"""The whole network is walked along like one that is given in full."""

from itertools import combinations

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from people.index import get_index
from people.network.full_graph import FullGraph, load_full_graph
from people.network.graph import MeetingLink, Subgraph, TieLink
from people.vocabulary import ContactKind, TieKind
from tests.factories import make_meeting, make_passage, make_person, make_tie
from tests.properties import examples

pytestmark = pytest.mark.django_db

PEOPLE = 6
MET = ContactKind.values[:2]
TIED = TieKind.values[:2]
people = st.integers(0, PEOPLE - 1)
meetings = st.lists(st.tuples(st.sampled_from(MET), st.sets(people, min_size=1, max_size=4)), max_size=6)
pairs = st.permutations(range(PEOPLE)).map(lambda some: tuple(sorted(some[:2])))
ties = st.lists(st.tuples(st.sampled_from(TIED), pairs), max_size=4, unique=True)
some_kinds = st.sets(st.sampled_from(MET + TIED), max_size=2)


def build(met: list[tuple[str, set[int]]], tied: list[tuple[str, tuple[int, int]]]) -> tuple[list[int], Subgraph]:
    """Write meetings and ties to the database; return the keys of the people, and what was written."""
    passages = [make_passage()]
    everybody = [make_person(f"Person {number}", passages=passages) for number in range(PEOPLE)]
    keys = [person.pk for person in everybody]
    found = []
    for kind, there in met:
        present = (everybody[one] for one in sorted(there))
        meeting = make_meeting(*present, title="Meeting", kind=kind, passages=passages)
        found.append(MeetingLink(meeting.pk, kind, tuple(keys[one] for one in sorted(there))))
    edges = []
    for kind, (first, second) in tied:
        tie = make_tie(everybody[first], everybody[second], kind=kind, passages=passages)
        edges.append(TieLink(tie.pk, kind, keys[first], keys[second]))
    return keys, Subgraph(tuple(one for one in found if len(one.people) > 1), tuple(edges))


def differences(whole: FullGraph, graph: Subgraph, keys: list[int]) -> list[object]:
    """Return where the whole network tells another thing than the joins."""
    pairs = list(combinations(keys, 2))
    shown = [
        (
            [network.between(*pair) for pair in pairs],
            [network.has_neighbours(key) for key in keys],
            [network.neighbours(key) for key in keys],
            [network.distances([key], 2) for key in keys],
            [network.among(some) for some in (keys, keys[:3], keys[2:], [])],
        )
        for network in (whole, graph)
    ]
    return [pair for pair in zip(*shown, strict=True) if pair[0] != pair[1]]


@examples(25)
@given(met=meetings, tied=ties, kinds=some_kinds)
def test_whole_network_is_what_was_written(
    met: list[tuple[str, set[int]]], tied: list[tuple[str, tuple[int, int]]], kinds: set[str]
) -> None:
    with transaction.atomic():
        keys, graph = build(met, tied)
        found = differences(load_full_graph().of_kinds(kinds), graph.of_kinds(kinds), keys)
        transaction.set_rollback(True)
    assert found == []


def test_joined_are_all_who_have_a_line_of_the_kinds() -> None:
    ann, bob, cat, _ = (make_person(name) for name in ("Ann", "Bob", "Cat", "Dan"))
    make_meeting(ann, bob, kind="dinner")
    make_tie(bob, cat, kind="advised")
    whole = load_full_graph()
    pages = [
        get_index().page(one.connected) for one in (whole, whole.of_kinds(["dinner"]), whole.of_kinds(["advised"]))
    ]
    assert [set(page) for page in pages] == [
        {person.pk for person in some} for some in ([ann, bob, cat], [ann, bob], [bob, cat])
    ]
