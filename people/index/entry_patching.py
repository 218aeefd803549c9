"""Lists kept up: of the entries that have changed since a list was read, numbers, place and choices are made anew."""

from array import array
from collections.abc import Iterable, Sequence
from copy import copy
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from pyroaring import BitMap

from people.index.entries import MAX_CACHED_PEOPLE, EntryIndex
from people.index.ids import ListIndex
from people.index.orders import KeysOf, keyed, rearranged
from people.index.people import PeopleIndex

List = TypeVar("List", bound=ListIndex)


class ChangedEntries(NamedTuple):
    """Entries of a list that have changed, by id.

    Attributes:
        ids: Those; some may be gone.
        present: Those of them that the list lists.
        moved: Those whose own rows have changed, so that they may stand elsewhere.
        keys_of: What returns by what any are put in order.
    """

    ids: set[int]
    present: Sequence[int]
    moved: set[int]
    keys_of: KeysOf


def patch_list(former: List, changed: ChangedEntries) -> tuple[List, BitMap]:
    """Return the list with the entries at their places, and the numbers of those that have changed.

    What its choices list is not made anew.
    """
    found = copy(former)
    before = former.id_map.bitmap(changed.ids)
    new = {row for row in changed.present if not former.id_map.number(row)}
    found.id_map = former.id_map.patched(changed.present, changed.ids.difference(changed.present))
    now = found.id_map.bitmap(changed.present)
    found.everything = former.everything - before | now
    keys = changed.keys_of((changed.moved | new).intersection(changed.present))
    arriving = {found.id_map.number(row): key for row, key in keys.items()}
    leaving = {*(before - now), *arriving}
    found.natural_order = former.natural_order.patched(leaving, arriving, keyed(found.id_map.ids, changed.keys_of))
    found._cache = {}
    return found, before | now


def patch_subjects(
    found: EntryIndex, former: EntryIndex, people: PeopleIndex, changed: BitMap, pairs: Iterable[tuple[int, int]]
) -> EntryIndex:
    """Return the entries, concerning these people: those changed are paired with whom they concern; 0 is no number."""
    subjects = {number: array("I") for number in changed}
    for number, person in pairs:
        if number and person:
            subjects[number].append(person)
    known = former.subjects.patched({})
    affected = BitMap(chain.from_iterable(known[number] for number in changed))
    affected |= BitMap(chain.from_iterable(subjects.values()))
    concerning = former.by_person.patched({})
    entries = {person: [one for one in concerning[person] if one not in changed] for person in affected}
    for number, concerned in subjects.items():
        for person in concerned:
            entries[person].append(number)
    found.people, found.subjects, found.by_person = people, known.patched(subjects), concerning.patched(entries)
    found.of_person = lru_cache(MAX_CACHED_PEOPLE)(found._of_person)
    found._rankings = {}
    _count_anew(found, former, affected)
    return found


def _count_anew(found: EntryIndex, former: EntryIndex, affected: BitMap) -> None:
    """Have what was counted of the former entries, if anything was, follow those people."""
    found.__dict__.pop("totals", None)
    found.__dict__.pop("most", None)
    if not {"totals", "most"} <= former.__dict__.keys():
        return
    before, totals = former.totals, former.totals[:]
    totals.frombytes(bytes(4 * max(0, len(found.people.id_map) + 1 - len(totals))))
    for person in affected:
        totals[person] = found.by_person.length(person)
    found.totals = totals
    found.most = rearranged(
        former.most,
        [person for person in affected if person < len(before) and before[person]],
        [person for person in affected if totals[person]],
        lambda one: (-before[one], one),
        lambda one: (-totals[one], one),
    )
