"""The graph of all contacts and ties that readers see, cached with the index."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Self

from pyroaring import BitMap

from people.index import CONTACT_KINDS, PeopleIndex, cached_per_index, stream, union
from people.models import Tie
from people.network.graph import ContactGraph, MeetingLink, Subgraph, TieLink, ties_by_person


class FullGraph(ContactGraph):
    """All contacts, which stand in the index, and all ties; or those of some kinds."""

    def __init__(
        self,
        index: PeopleIndex,
        ties: Mapping[int, list[TieLink]],
        tied: Mapping[str, BitMap],
        kinds: Collection[str] = (),
    ) -> None:
        """Take the ties of each person, from either end, and who has one of each kind; no kinds mean all."""
        self.index = index
        self.kinds = frozenset(kinds)
        self._ties = ties
        self._tied = tied
        self._contact_kinds = [kind for kind in CONTACT_KINDS if not kinds or kind in kinds]

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""
        return type(self)(self.index, self._ties, self._tied, kinds) if kinds else self

    def among(self, people: Collection[int]) -> Subgraph:
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""
        inside = set(people)
        present = (
            MeetingLink(row, kind, tuple(filter(inside.__contains__, there)))
            for row, kind, there in self.index.meetings(people, self._contact_kinds)
        )
        ties = {tie: None for person in people for tie in self.ties_of(person) if {tie.first, tie.second} <= inside}
        return Subgraph(tuple(one for one in present if len(one.people) > 1), tuple(sorted(ties)))

    @property
    def connected(self) -> BitMap:
        """Return all who are joined to somebody, for the index."""
        tied = (people for kind, people in self._tied.items() if not self.kinds or kind in self.kinds)
        return union([self.index.having_contact(self._contact_kinds), *tied])

    def meetings_of(self, person: int) -> Iterator[MeetingLink]:
        """Return the person's meetings, in order of time."""
        return (MeetingLink(*meeting) for meeting in self.index.meetings([person], self._contact_kinds))

    def ties_of(self, person: int) -> list[TieLink]:
        """Return the ties that begin or end with the person."""
        return [tie for tie in self._ties.get(person, ()) if not self.kinds or tie.kind in self.kinds]

    def with_neighbours(self, people: Collection[int]) -> set[int]:
        """Return the people and everybody whom one edge joins to one of them."""
        tied = ((tie.first, tie.second) for person in people for tie in self.ties_of(person))
        return set(people).union(self.index.reached(people, self._contact_kinds), *tied)


@cached_per_index
def load_full_graph(index: PeopleIndex) -> FullGraph:
    """Return all contacts and ties that readers see now."""
    found, tied = list[TieLink](), defaultdict[str, list[int]](list)
    for row in stream(Tie.public.order_by("pk").values_list("pk", "kind", "from_person", "to_person")):
        tie = TieLink(*row)
        found.append(tie)
        tied[tie.kind] += (tie.first, tie.second)
    return FullGraph(index, ties_by_person(found), {kind: index.bitmap(people) for kind, people in tied.items()})
