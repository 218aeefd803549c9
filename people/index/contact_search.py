"""The meetings by which people are on a list that is filtered by contact or by its kind, found without a query."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from pyroaring import BitMap

from people.index.contacts import CONTACT_KINDS
from people.index.ids import union
from people.index.people import PeopleIndex


class SharedMeeting(NamedTuple):
    """A meeting of somebody: its id, the ids of the first others asked for, and of how many."""

    id: int
    others: tuple[int, ...]
    number: int


class SharedMeetings(NamedTuple):
    """The first meetings of somebody that are asked for, in order of time, and of how many."""

    meetings: list[SharedMeeting]
    number: int


class ContactSearch:
    """What a filter by contact and by kind of contact asks for; both hold on the same meeting."""

    def __init__(self, index: PeopleIndex, contacts: Iterable[int], kinds: Collection[str]) -> None:
        """Take the ids of the contacts, none for anybody, and the kinds, none for any."""
        self.id_map, self.contacts, self.order = index.id_map, index.contacts, index.natural_order
        self.wanted = BitMap(self.id_map.numbers(contacts))
        self.of_kinds = union(self.contacts.places_of_kind[kind] for kind in kinds if kind in CONTACT_KINDS)
        self.has_kinds = bool(kinds)

    def first(self, person: int, most: int, most_others: int) -> SharedMeetings:
        """Return the first meetings of the person, given by id, with the first of the others in each."""
        number = self.id_map.number(person)
        places = BitMap(self.contacts.meetings[number])
        if self.has_kinds:
            places &= self.of_kinds
        if self.wanted:
            places &= union(BitMap(self.contacts.meetings[one]) for one in self.wanted if one != number)
        first = self.contacts.order.slice(places, 0, most)
        return SharedMeetings([self._shared(place, number, most_others) for place in first], len(places))

    def _shared(self, place: int, person: int, most: int) -> SharedMeeting:
        others = BitMap(self.contacts.large.get(place) or self.contacts.people[place])
        others.discard(person)
        if self.wanted:
            others &= self.wanted
        first = tuple(map(self.id_map.ids.__getitem__, self.order.slice(others, 0, most)))
        return SharedMeeting(self.contacts.ids[place], first, len(others))
