"""Who was in contact with whom, hearings left out."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from pyroaring import BitMap, BitMap64

from people.sets.groups import Groups
from people.sets.ranking import Counted, candidates, exceeds, largest, most_first
from people.vocabulary import ContactKind

KINDS = ContactKind.values

# Of no more people than that, or of no larger a part of all, it is faster to go through all their contacts than through
# who has many: of these, few are soon found only among many.
FEW = 2_000
# Their contacts together are not to be more than that either: thousands may have met at one place.
MAX_PAIRS = 300_000
# A meeting of more people is kept as a set too: to add them up one by one, for each of them, takes seconds.
LARGE_MEETING = 100
PART = 1 / 40
# So many sets of somebody's contacts are kept; who has many is asked for again and again.
KEPT = 4_096


# The key of a meeting, its kind, and the numbers of those who took part.
Met = tuple[int, str, Sequence[int]]


class Contacts:
    """Meetings of two people or more, in order of time. A meeting is kept as one, not as its many pairs."""

    def __init__(self, met: Iterable[Met], size: int) -> None:
        """Take the meetings and the last number of a person."""
        self.keys, self.kinds = array("Q"), bytearray()
        self.people = Groups.of(self._read(met))
        self.meetings = self.people.inverted(size + 1)
        self.beside = lru_cache(KEPT)(self._beside)

    def _read(self, met: Iterable[Met]) -> Iterator[Sequence[int]]:
        for key, kind, people in met:
            if len(people) > 1:
                self.keys.append(key)
                self.kinds.append(KINDS.index(kind))
                yield people

    @cached_property
    def large(self) -> dict[int, BitMap]:
        """Return who took part in each meeting of very many people, by its place."""
        return {place: BitMap(people) for place, people in enumerate(self.people) if len(people) > LARGE_MEETING}

    @cached_property
    def shown(self) -> BitMap64:
        """Return the keys of the meetings, which are those that count as contact."""
        return BitMap64(self.keys)

    def _beside(self, person: int, kinds: tuple[str, ...] = ()) -> BitMap:
        """Return who was in contact with the person, in a meeting of any of the kinds; no kinds mean all."""
        of_kinds = {KINDS.index(kind) for kind in kinds or KINDS}
        meetings = [one for one in self.meetings[person] if self.kinds[one] in of_kinds]
        large = [self.large[one] for one in meetings if one in self.large]
        small = (self.people[one] for one in meetings if one not in self.large)
        others = BitMap.union(BitMap(chain.from_iterable(small)), *large)
        others.discard(person)
        return others

    def beside_any(self, people: Iterable[int], kinds: Sequence[str] = ()) -> BitMap:
        """Return who was in contact with any of the people, in a meeting of any of the kinds."""
        return BitMap.union(BitMap(), *(self.beside(person, tuple(kinds)) for person in people))

    @cached_property
    def of_kind(self) -> dict[str, BitMap]:
        """Return who had contact of each kind."""
        found = {kind: BitMap() for kind in KINDS}
        for number, kind in enumerate(KINDS):
            places = (place for place, one in enumerate(self.kinds) if one == number)
            found[kind].update(chain.from_iterable(map(self.people.__getitem__, places)))
        return found

    @cached_property
    def counts(self) -> array:
        """Return, by everybody's number, with how many people they were in contact."""
        return array("I", map(self._count, range(len(self.meetings))))

    def _count(self, person: int) -> int:
        meetings = self.meetings[person]
        if not self.large.keys().isdisjoint(meetings):
            return len(self._beside(person))
        return len(set(chain.from_iterable(map(self.people.__getitem__, meetings))) - {person})

    def count(self, person: int) -> int:
        """Return with how many people the person was in contact."""
        return len(self.beside(person))

    @cached_property
    def most(self) -> array:
        """Return the numbers of all who had contact, those with the most people first."""
        return most_first(self.counts)

    @cached_property
    def having(self) -> BitMap:
        """Return the numbers of all who had contact."""
        return BitMap(self.most)

    def lead_to_more_than(self, number: int, found: BitMap, kinds: tuple[str, ...]) -> bool:
        """Return whether those found were in contact with more people than that number."""
        return exceeds((self.beside(person, kinds) for person in found & self.having), number)

    def largest(self, found: BitMap, kinds: tuple[str, ...], most: int, place: Sequence[int]) -> list[Counted]:
        """Return that many people with whom most of those found were in contact; of equal ones the first by `place`."""
        few = len(found) <= max(FEW, len(self.meetings) * PART)
        few = few and sum(map(self.counts.__getitem__, found)) <= MAX_PAIRS
        counted = self._few(found, kinds) if few else self._many(found, kinds, most)
        return largest(counted, most, place)

    def _few(self, found: BitMap, kinds: tuple[str, ...]) -> Iterable[Counted]:
        return Counter(chain.from_iterable(self._beside(person, kinds) for person in found)).items()

    def _many(self, found: BitMap, kinds: tuple[str, ...], most: int) -> Iterable[Counted]:
        """Return at least those that `largest` asks for: nobody is in contact with more of those found than of all."""

        def count(person: int) -> int:
            return int(found.intersection_cardinality(self.beside(person, kinds)))

        return candidates(self.most, self.counts, count, most)
