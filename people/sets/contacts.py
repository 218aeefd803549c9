"""Who was in contact with whom, hearings left out."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import heappushpop
from itertools import chain, groupby
from operator import itemgetter

from pyroaring import BitMap

from people.sets.groups import Groups
from people.vocabulary import ContactKind

KINDS = ContactKind.values

# Of no more people than that it is faster to go through all their contacts than through who has many.
FEW = 2_000
# So many sets of somebody's contacts are kept; who has many is asked for again and again.
KEPT = 4_096


# The key of a meeting, its kind, how often it took place if the source counts, and the number of who took part.
Met = tuple[int, str, int | None, int]
# The number of somebody, and how many of the people asked for were in contact with them.
Counted = tuple[int, int]


class Contacts:
    """Meetings of two people or more, in order of time. A meeting is kept as one, not as its many pairs."""

    def __init__(self, met: Iterable[Met], size: int) -> None:
        """Take the participations, meeting by meeting, and the last number."""
        self.keys, self.kinds, self.times = array("Q"), bytearray(), array("H")
        self.people = Groups.of(self._read(met))
        self.meetings = self.people.inverted(size + 1)
        self.beside = lru_cache(KEPT)(self._beside)

    def _read(self, met: Iterable[Met]) -> Iterator[list[int]]:
        for (key, kind, times), rows in groupby(met, itemgetter(0, 1, 2)):
            people = [number for *_, number in rows if number]
            if len(people) > 1:
                self.keys.append(key)
                self.kinds.append(KINDS.index(kind))
                self.times.append(times or 1)
                yield people

    def _beside(self, person: int, kinds: tuple[str, ...] = ()) -> BitMap:
        """Return who was in contact with the person, in a meeting of any of the kinds; no kinds mean all."""
        of_kinds = {KINDS.index(kind) for kind in kinds or KINDS}
        meetings = (one for one in self.meetings[person] if self.kinds[one] in of_kinds)
        others = BitMap(chain.from_iterable(map(self.people.__getitem__, meetings)))
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
        return array("I", (len(set(self._all_beside(person)) - {person}) for person in range(len(self.meetings))))

    def _all_beside(self, person: int) -> Iterator[int]:
        return chain.from_iterable(map(self.people.__getitem__, self.meetings[person]))

    def count(self, person: int) -> int:
        """Return with how many people the person was in contact."""
        return len(self.beside(person))

    def times_of(self, person: int) -> int:
        """Return how often the person was in contact; a meeting that the source doesn't count is one time."""
        return sum(self.times[place] for place in self.meetings[person])

    @cached_property
    def most(self) -> array:
        """Return the numbers of all who had contact, those with the most people first."""
        having = (person for person in range(len(self.meetings)) if self.counts[person])
        return array("I", sorted(having, key=self.counts.__getitem__, reverse=True))

    def largest(self, found: BitMap, kinds: tuple[str, ...], number: int, place: Sequence[int]) -> list[Counted]:
        """Return that many people with whom most of those found were in contact; of equal ones the first by `place`."""
        counted = self._few(found, kinds) if len(found) <= FEW else self._many(found, kinds, number)
        return sorted(counted, key=lambda one: (-one[1], place[one[0]]))[:number]

    def _few(self, found: BitMap, kinds: tuple[str, ...]) -> Iterable[Counted]:
        return Counter(chain.from_iterable(self._beside(person, kinds) for person in found)).items()

    def _many(self, found: BitMap, kinds: tuple[str, ...], number: int) -> Iterable[Counted]:
        """Return at least those that `largest` asks for: nobody is in contact with more of those found than of all."""
        counted: list[Counted] = []
        best = [0] * number  # the largest counts so far, the smallest of them first
        for person in self.most:
            if self.counts[person] < best[0]:
                break
            count = found.intersection_cardinality(self.beside(person, kinds))
            if count:
                counted.append((person, count))
                heappushpop(best, count)
        return counted
