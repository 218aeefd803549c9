"""Meetings and allegations as their lists show them: whom they concern, and what each choice of a filter lists."""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import chain

from pyroaring import BitMap

from people.index.adjacency import AdjacencyList
from people.index.contacts import Ranking, RankingLimits, candidates, exceeds, largest, most_first
from people.index.ids import Choices, Criteria, IdMap, ListIndex
from people.index.people import PeopleIndex

# Up to this many entries, counting all whom they concern is faster than going through those whom most concern.
MAX_COUNTED_ENTRIES = 2_000
# Bitmaps kept of what concerns a person; the same few people are asked for again and again.
MAX_CACHED_PEOPLE = 4_096
# Rankings kept: finding one among very many entries may take a second.
MAX_CACHED_RANKINGS = 256


class EntryIndex(ListIndex):
    """Entries that concern people, numbered in the order of their list."""

    def __init__(
        self, people: PeopleIndex, id_map: IdMap, choices: Mapping[str, Choices], subjects: AdjacencyList
    ) -> None:
        """Take the people of the same time, and by entry the numbers of those whom it concerns."""
        super().__init__(id_map, choices)
        self.people = people
        self.subjects = subjects
        self.by_person = subjects.inverted(len(people.id_map) + 1)
        self.of_person = lru_cache(MAX_CACHED_PEOPLE)(self._of_person)
        self._rankings: dict[Hashable, Ranking] = {}

    def parts(self, criteria: Criteria) -> list[BitMap]:
        """Return what each of the criteria lists."""
        found = super().parts(criteria)
        if "person" in criteria:
            found.append(self.concerning(self.people.id_map.numbers(criteria["person"])))
        return found

    def _of_person(self, person: int) -> BitMap:
        return BitMap(self.by_person[person])

    def concerning(self, people: Iterable[int]) -> BitMap:
        """Return what concerns any of the people, given by number."""
        return BitMap(chain.from_iterable(map(self.by_person.__getitem__, people)))

    def first_concerned(self, row: int, people: Iterable[int]) -> int | None:
        """Return the first of the people, given by id, whom the entry with that id concerns; None for none of them."""
        wanted = set(self.people.id_map.numbers(people))
        subjects = self.subjects[self.id_map.number(row)] if wanted else ()
        return next((self.people.id_map.ids[one] for one in subjects if one in wanted), None)

    def subject_ranking(
        self, matches: BitMap, limits: RankingLimits, also: Iterable[int] = (), key: Hashable = None
    ) -> Ranking:
        """Return whom most of the matches concern, by id, and others if any does.

        Args:
            matches: The entries.
            limits: How many people, besides the others.
            also: The ids of the others.
            key: What was asked for to find the matches, under which the answer is kept.
        """
        found = self._cached_ranking((key, limits), matches)
        counts = {
            one: matches.intersection_cardinality(self.of_person(one)) for one in self.people.id_map.numbers(also)
        }
        return self.people.ranked(found, counts)

    def _cached_ranking(self, key: tuple[Hashable, RankingLimits], matches: BitMap) -> Ranking:
        found = self._rankings.get(key)
        if found is None:
            found = self.ranking(matches, key[1])
            if len(self._rankings) >= MAX_CACHED_RANKINGS:
                self._rankings.clear()
            self._rankings[key] = found
        return found

    @cached_property
    def totals(self) -> array:
        """Return how many entries concern each person."""
        return array("I", map(self.by_person.length, range(len(self.by_person))))

    @cached_property
    def most(self) -> array:
        """Return everybody whom some entry concerns, those of the most entries first."""
        return most_first(self.totals)

    def ranking(self, matches: BitMap, limits: RankingLimits) -> Ranking:
        """Return the people whom most of the matches concern; of equal ones the first by name."""
        rank = self.people.by_name.rank
        if len(matches) <= MAX_COUNTED_ENTRIES:
            counted = Counter(chain.from_iterable(map(self.subjects.__getitem__, matches)))
            is_cut = len(counted) > limits.inline
            return Ranking(largest(counted.items(), limits.largest if is_cut else limits.inline, rank), is_cut)

        def count(person: int) -> int:
            return int(matches.intersection_cardinality(self.of_person(person)))

        is_cut = limits.largest < limits.inline and exceeds(map(self.subjects.__getitem__, matches), limits.inline)
        limit = limits.largest if is_cut else limits.inline
        return Ranking(largest(candidates(self.most, self.totals, count, limit), limit, rank), is_cut)
