"""Contacts kept up: meetings that have changed are read anew, and whoever takes or took part in them counted anew."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pyroaring import BitMap, BitMap64

from people.index.contacts import CONTACT_KINDS, LARGE_MEETING, MAX_CACHED_NEIGHBOURS, Contacts, MeetingRow
from people.index.numbering import number_in, patched_numbers
from people.index.orders import Key, KeysOf, keyed, rearranged


class ChangedMeetings(NamedTuple):
    """Meetings that have changed.

    Attributes:
        ids: Their ids; some may be gone.
        rows: Those that there are, with the numbers of those who took part.
        keys: By what those are sorted that may stand elsewhere now.
        keys_of: What returns that of any, by id.
    """

    ids: set[int]
    rows: Sequence[MeetingRow]
    keys: Mapping[int, Key]
    keys_of: KeysOf


class PatchedContacts(Contacts):
    """Contacts of which some have changed since all were read, which are the `root`; `affected` is whose."""

    root: Contacts
    affected: BitMap

    def __init__(self, former: Contacts, changed: ChangedMeetings, last: int) -> None:
        """Take the contacts as they were, the meetings that have changed, and the last number of a person."""
        self.root = former.root if isinstance(former, PatchedContacts) else former
        self.affected = former.affected if isinstance(former, PatchedContacts) else BitMap()
        rows = {row: (kind, people) for row, kind, people in changed.rows if len(people) > 1}
        numbers = former.numbers_by_id
        known = {row: number - 1 for row in changed.ids if (number := number_in(numbers, row))}
        new = {row: len(former.ids) + place for place, row in enumerate(one for one in rows if one not in known)}
        places = known | new
        self.numbers_by_id = patched_numbers(
            numbers, dict.fromkeys(known.keys() - rows.keys(), 0) | {row: place + 1 for row, place in new.items()}
        )
        self.ids, self.kinds = former.ids[:], former.kinds + bytes(len(new))
        self.ids.extend(new)
        for row, (kind, _) in rows.items():
            self.kinds[places[row]] = CONTACT_KINDS.index(kind)
        self.meeting_ids = former.meeting_ids - BitMap64(changed.ids) | BitMap64(rows)
        present = {places[row]: people for row, (_, people) in rows.items()}
        self.people = former.people.patched({place: present.get(place, ()) for place in places.values()})
        moved = {places[row]: key for row, key in changed.keys.items() if row in rows}
        leaving = moved.keys() | {place for row, place in known.items() if row not in rows}
        self.order = former.order.patched(leaving, moved, keyed(self.ids, changed.keys_of))
        self._patch_lists(former, BitMap(places.values()), BitMap(known.values()), last)
        self.neighbours = lru_cache(MAX_CACHED_NEIGHBOURS)(self._current_neighbours)

    def _patch_lists(self, former: Contacts, touched: BitMap, known: BitMap, last: int) -> None:
        """Follow the meetings at the places touched, of which some were known before."""
        affected = BitMap(chain.from_iterable(former.people[place] for place in known))
        affected |= BitMap(chain.from_iterable(self.people[place] for place in touched))
        meetings = former.meetings.patched({})
        lists = {person: [place for place in meetings[person] if place not in touched] for person in affected}
        for place in touched:
            for person in self.people[place]:
                lists[person].append(place)
        self.meetings = meetings.patched(lists)
        self.large = {place: people for place, people in former.large.items() if place not in touched}
        self.large |= {place: BitMap(some) for place in touched if len(some := self.people[place]) > LARGE_MEETING}
        self.affected = self.affected | affected
        self._patch_kinds(former, touched, affected)
        self._patch_counts(former, affected, last)

    def _patch_kinds(self, former: Contacts, touched: BitMap, affected: BitMap) -> None:
        there = [place for place in touched if len(self.people[place])]
        self.places_of_kind = {
            kind: former.places_of_kind[kind] - touched | BitMap(one for one in there if self.kinds[one] == number)
            for number, kind in enumerate(CONTACT_KINDS)
        }
        kinds = {person: {self.kinds[place] for place in self.meetings[person]} for person in affected}
        self.of_kind = {
            kind: former.of_kind[kind] - affected | BitMap(person for person in affected if number in kinds[person])
            for number, kind in enumerate(CONTACT_KINDS)
        }

    def _patch_counts(self, former: Contacts, affected: BitMap, last: int) -> None:
        self.counts, before = former.counts[:], former.counts
        self.counts.frombytes(bytes(4 * (last + 1 - len(self.counts))))
        for person in affected:
            self.counts[person] = self._count(person)
        now = BitMap(person for person in affected if self.counts[person])
        self.most = rearranged(
            former.most,
            former.having & affected,
            now,
            lambda one: (-before[one], one),
            lambda one: (-self.counts[one], one),
        )
        self.having = former.having - affected | now

    def _current_neighbours(self, person: int, kinds: tuple[str, ...] = ()) -> BitMap:
        """Return the person's neighbours, which those that are not affected have in common with the root."""
        if person in self.affected or person >= len(self.root.meetings):
            return self._neighbours(person, kinds)
        return self.root.neighbours(person, kinds)
