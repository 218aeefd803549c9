"""The graph of all contacts and ties that readers see, cached per version of the data."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Self

from pyroaring import BitMap

from people.models import Tie
from people.network.graph import ContactGraph, MeetingLink, Subgraph, TieLink, ties_by_person
from people.sets.choices import union
from people.sets.contacts import KINDS
from people.sets.people import PeopleSets
from people.sets.reading import once, rows_of


class FullGraph(ContactGraph):
    """All contacts, which stand in the sets, and all ties; or those of some kinds."""

    def __init__(
        self,
        sets: PeopleSets,
        ties: Mapping[int, list[TieLink]],
        tied: Mapping[str, BitMap],
        kinds: Collection[str] = (),
    ) -> None:
        """Take the ties of each person, from either end, and who has one of each kind; no kinds mean all."""
        self.sets = sets
        self.kinds = frozenset(kinds)
        self._ties = ties
        self._tied = tied
        self._places = {KINDS.index(kind) for kind in KINDS if not kinds or kind in kinds}

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""
        return type(self)(self.sets, self._ties, self._tied, kinds) if kinds else self

    def among(self, people: Collection[int]) -> Subgraph:
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""
        inside, numbers = set(people), BitMap(self.sets.numbering.numbers(people))
        meetings = BitMap(chain.from_iterable(map(self._meetings, numbers)))
        met = (self._met(place, inside) for place in meetings)
        ties = {tie: None for person in people for tie in self.ties_of(person) if {tie.first, tie.second} <= inside}
        return Subgraph(tuple(one for one in met if len(one.people) > 1), tuple(sorted(ties)))

    @property
    def connected(self) -> BitMap:
        """Return the numbers of all who are joined to somebody."""
        met = (self.sets.contacts.of_kind[KINDS[place]] for place in self._places)
        return union([*met, *(people for kind, people in self._tied.items() if not self.kinds or kind in self.kinds)])

    def meetings_of(self, person: int) -> Iterator[MeetingLink]:
        """Return the person's meetings, in order of time."""
        return map(self._met, self._meetings(self.sets.numbering.number(person)))

    def ties_of(self, person: int) -> list[TieLink]:
        """Return the ties that begin or end with the person."""
        return [tie for tie in self._ties.get(person, ()) if not self.kinds or tie.kind in self.kinds]

    def with_neighbours(self, people: Collection[int]) -> set[int]:
        """Return the people and everybody whom one edge joins to one of them."""
        numbering, members = self.sets.numbering, self.sets.contacts.people
        meetings = BitMap(chain.from_iterable(map(self._meetings, numbering.numbers(people))))
        met = BitMap(chain.from_iterable(map(members.__getitem__, meetings)))
        tied = ((tie.first, tie.second) for person in people for tie in self.ties_of(person))
        return set(people).union(map(numbering.keys.__getitem__, met), *tied)

    def _meetings(self, number: int) -> Iterable[int]:
        """Return the places of somebody's meetings; 0 is nobody's number."""
        contacts = self.sets.contacts
        return (place for place in contacts.meetings[number] if contacts.kinds[place] in self._places)

    def _met(self, place: int, inside: Collection[int] | None = None) -> MeetingLink:
        contacts, keys = self.sets.contacts, self.sets.numbering.keys
        people = (keys[number] for number in contacts.people[place])
        there = tuple(people if inside is None else filter(inside.__contains__, people))
        return MeetingLink(contacts.keys[place], KINDS[contacts.kinds[place]], tuple(sorted(there)))


@once
def load_full_graph(sets: PeopleSets) -> FullGraph:
    """Return all contacts and ties that readers see now."""
    found, tied = list[TieLink](), defaultdict[str, BitMap](BitMap)
    for row in rows_of(Tie.public.order_by("pk").values_list("pk", "kind", "from_person", "to_person")):
        tie = TieLink(*row)
        found.append(tie)
        tied[tie.kind].update(sets.numbering.numbers([tie.first, tie.second]))
    return FullGraph(sets, ties_by_person(found), tied)
