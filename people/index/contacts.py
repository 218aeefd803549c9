"""Who was in contact with whom, hearings left out, and the compact lists and rankings that entries use as well."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import heappushpop
from itertools import chain
from typing import NamedTuple

from pyroaring import BitMap, BitMap64

from people.index.adjacency import AdjacencyList
from people.index.numbering import NumbersById, numbers_by_id
from people.index.orders import NumberOrder, Ranks, SortOrder
from people.vocabulary import ContactKind

CONTACT_KINDS = ContactKind.values

# Up to this many people, or this part of everybody, counting all their contacts is faster than going through those who
# have most: few of a small group are found among them.
MAX_COUNTED_PEOPLE = 2_000
MAX_COUNTED_PART = 1 / 40
# Their contacts together must not be more than this either: thousands may have met at one place.
MAX_COUNTED_CONTACTS = 300_000
# Larger meetings are kept as bitmaps too: adding up participants one by one, for each of them, takes seconds.
LARGE_MEETING = 100
# Contacts kept as bitmaps, by person; the same few people are asked for again and again.
MAX_CACHED_NEIGHBOURS = 4_096

# A number, and how many of the things asked for belong to it.
Count = tuple[int, int]
# The id of a meeting, its kind, and the numbers of those who took part.
MeetingRow = tuple[int, str, Sequence[int]]


class RankingLimits(NamedTuple):
    """How many to rank: up to `inline` all there are, and only the `largest` of more."""

    inline: int
    largest: int


class Ranking(NamedTuple):
    """The largest counts, largest first, and whether there are others."""

    counts: list[Count]
    is_cut: bool


class Contacts:
    """Meetings of two people or more, in order of time. A meeting is kept as one, not as its many pairs."""

    def __init__(self, meetings: Iterable[MeetingRow], size: int) -> None:
        """Take the meetings and the last number of a person."""
        self.ids, self.kinds = array("Q"), bytearray()
        self.people = AdjacencyList.of(self._read(meetings))
        self.meetings = self.people.inverted(size + 1)
        # That of time, in which the places of meetings are numbered.
        self.order: SortOrder = NumberOrder(len(self.ids), 0)
        self.neighbours: Callable[..., BitMap] = lru_cache(MAX_CACHED_NEIGHBOURS)(self._neighbours)

    def _read(self, meetings: Iterable[MeetingRow]) -> Iterator[Sequence[int]]:
        for row, kind, people in meetings:
            if len(people) > 1:
                self.ids.append(row)
                self.kinds.append(CONTACT_KINDS.index(kind))
                yield people

    @cached_property
    def large(self) -> dict[int, BitMap]:
        """Return who took part in each large meeting, by its place."""
        return {place: BitMap(people) for place, people in enumerate(self.people) if len(people) > LARGE_MEETING}

    @cached_property
    def meeting_ids(self) -> BitMap64:
        """Return the ids of the meetings, which are those that count as contact."""
        return BitMap64(self.ids)

    @cached_property
    def numbers_by_id(self) -> NumbersById:
        """Return the place of each meeting, and one more, by its id."""
        return numbers_by_id(self.ids, range(1, len(self.ids) + 1))

    def places(self, people: Iterable[int], kinds: Collection[str]) -> BitMap:
        """Return the places of all meetings of the people that are of one of the kinds."""
        wanted = {CONTACT_KINDS.index(kind) for kind in kinds}
        found = chain.from_iterable(map(self.meetings.__getitem__, people))
        return BitMap(place for place in found if self.kinds[place] in wanted)

    @cached_property
    def places_of_kind(self) -> dict[str, BitMap]:
        """Return the places of the meetings of each kind."""
        return {
            kind: BitMap(place for place, one in enumerate(self.kinds) if one == number)
            for number, kind in enumerate(CONTACT_KINDS)
        }

    def participants(self, places: Iterable[int]) -> BitMap:
        """Return who took part in any of the meetings at those places."""
        return BitMap(chain.from_iterable(map(self.people.__getitem__, places)))

    def _neighbours(self, person: int, kinds: tuple[str, ...] = ()) -> BitMap:
        """Return who was in contact with the person, in a meeting of any of the kinds; no kinds mean all."""
        found = BitMap()
        for place in self.meetings[person]:
            if not kinds or CONTACT_KINDS[self.kinds[place]] in kinds:
                found.update(self.large.get(place) or self.people[place])
        found.discard(person)
        return found

    def neighbours_of_any(self, people: Iterable[int], kinds: Sequence[str] = ()) -> BitMap:
        """Return who was in contact with any of the people, in a meeting of any of the kinds."""
        found = BitMap()
        for person in people:
            found |= self.neighbours(person, tuple(kinds))
        return found

    @cached_property
    def of_kind(self) -> dict[str, BitMap]:
        """Return who had contact of each kind."""
        return {kind: self.participants(places) for kind, places in self.places_of_kind.items()}

    @cached_property
    def counts(self) -> array:
        """Return, by number, with how many people everybody was in contact."""
        return array("I", map(self._count, range(len(self.meetings))))

    def _count(self, person: int) -> int:
        meetings = self.meetings[person]
        if not self.large.keys().isdisjoint(meetings):
            return len(self._neighbours(person))
        return len(set(chain.from_iterable(map(self.people.__getitem__, meetings))) - {person})

    @cached_property
    def most(self) -> array:
        """Return everybody who had contact, those with the most people first."""
        return most_first(self.counts)

    @cached_property
    def having(self) -> BitMap:
        """Return everybody who had contact."""
        return BitMap(self.most)

    def ranking(self, found: BitMap, kinds: tuple[str, ...], limits: RankingLimits, rank: Ranks) -> Ranking:
        """Return the people with whom most of those found were in contact; of equal ones the first by `rank`."""
        if self._are_few(found):
            counted = self._count_all(found, kinds)
            is_cut = len(counted) > limits.inline
            return Ranking(largest(counted, limits.largest if is_cut else limits.inline, rank), is_cut)

        def count(person: int) -> int:
            return int(found.intersection_cardinality(self.neighbours(person, kinds)))

        neighbours = (self.neighbours(person, kinds) for person in found & self.having)
        is_cut = limits.largest < limits.inline and exceeds(neighbours, limits.inline)
        limit = limits.largest if is_cut else limits.inline
        # Nobody met more of those found than of everybody.
        return Ranking(largest(candidates(self.most, self.counts, count, limit), limit, rank), is_cut)

    def _are_few(self, found: BitMap) -> bool:
        few = len(found) <= max(MAX_COUNTED_PEOPLE, len(self.counts) * MAX_COUNTED_PART)
        return few and sum(map(self.counts.__getitem__, found)) <= MAX_COUNTED_CONTACTS

    def _count_all(self, found: BitMap, kinds: tuple[str, ...]) -> Collection[Count]:
        counted = Counter[int]()
        for person in found:
            counted.update(self._neighbours(person, kinds))
        return counted.items()


def most_first(totals: Sequence[int]) -> array:
    """Return the numbers whose total isn't 0, those with the largest first."""
    having = (number for number, total in enumerate(totals) if total)
    return array("I", sorted(having, key=totals.__getitem__, reverse=True))


def candidates(
    ordered: Sequence[int], totals: Sequence[int], count: Callable[[int], int], limit: int
) -> Iterator[Count]:
    """Yield at least the numbers with the largest counts, up to the limit, and all that equal the last of these.

    No count exceeds its total, so going through the numbers in order of their totals ends early.
    """
    best = [0] * limit  # the largest counts so far, the smallest of them first
    for number in ordered:
        if totals[number] < best[0]:
            return
        counted = count(number)
        if counted:
            yield number, counted
            heappushpop(best, counted)


def largest(counted: Iterable[Count], limit: int, rank: Ranks) -> list[Count]:
    """Return the largest counts, of equal ones the first by `rank`."""
    return sorted(counted, key=lambda one: (-one[1], rank[one[0]]))[:limit]


def exceeds(lists: Iterable[Iterable[int]], limit: int) -> bool:
    """Return whether the lists hold more different numbers than the limit, reading no more of them than it takes."""
    found: set[int] = set()
    for one in lists:
        found.update(one)
        if len(found) > limit:
            return True
    return False
