"""Entries that concern people, as lists show them: their keys, and as sets of numbers whom and what they are about."""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import chain

from pyroaring import BitMap

from people.sets.choices import Choices, ListSets
from people.sets.groups import Groups
from people.sets.numbering import Numbering
from people.sets.order import NumberOrder
from people.sets.people import PeopleSets
from people.sets.ranking import Counted, candidates, exceeds, largest, most_first

# Of no more entries than that it is faster to go through all whom they concern than through whom many concern.
FEW = 2_000
# So many sets of what concerns somebody are kept; whom much concerns is asked for again and again.
KEPT = 4_096
# So many answers are kept to who is concerned the most: among very many entries it may take a second to find out.
ANSWERS = 256


class Entries(ListSets):
    """Entries, numbered in the order of their list. `concerned` has the numbers of the people of each."""

    def __init__(
        self, people: PeopleSets, numbering: Numbering, choices: Mapping[str, Choices], concerned: Groups
    ) -> None:
        """Take the people of the same version of the data, and the choices of each parameter that has some."""
        super().__init__(numbering, choices)
        self.people = people
        self.concerned = concerned
        self.by_person = concerned.inverted(len(people.numbering) + 1)
        self.order = NumberOrder(len(numbering))
        self.of_person = lru_cache(KEPT)(self._of_person)
        self._answers: dict[Hashable, list[Counted]] = {}

    def _of_person(self, person: int) -> BitMap:
        """Return what concerns the person, given by their number."""
        return BitMap(self.by_person[person])

    def concerning(self, people: Iterable[int]) -> BitMap:
        """Return what concerns any of the people, given by their numbers."""
        return BitMap(chain.from_iterable(map(self.by_person.__getitem__, people)))

    def count(self, person: int, found: BitMap) -> int:
        """Return how many of the entries found concern the person."""
        return int(found.intersection_cardinality(self.of_person(person)))

    def concern_more_than(self, number: int, found: BitMap) -> bool:
        """Return whether the entries found concern more people than that number."""
        return exceeds(map(self.concerned.__getitem__, found), number)

    @cached_property
    def totals(self) -> array:
        """Return how many entries concern each person."""
        return array("I", map(self.by_person.length, range(len(self.by_person))))

    @cached_property
    def most(self) -> array:
        """Return the numbers of all people whom some entry concerns, those of the most entries first."""
        return most_first(self.totals)

    def largest_kept(self, asked: Hashable, found: Callable[[], BitMap], most: int) -> list[Counted]:
        """Return the same as `largest`, looked up where the same was asked before."""
        answer = self._answers.get((asked, most))
        if answer is None:
            answer = self.largest(found(), most)
            if len(self._answers) >= ANSWERS:
                self._answers.clear()
            self._answers[asked, most] = answer
        return answer

    def largest(self, found: BitMap, most: int) -> list[Counted]:
        """Return that many people whom most of the entries found concern; of equal ones the first by name."""
        counted: Iterable[Counted]
        if len(found) <= FEW:
            counted = Counter(chain.from_iterable(map(self.concerned.__getitem__, found))).items()
        else:
            counted = candidates(self.most, self.totals, lambda person: self.count(person, found), most)
        return largest(counted, most, self.people.by_name.place)
