"""Who is joined to whom: all public contacts and ties, as keys of people, to walk along."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, Self

from people.models import Participation, Tie


class Met(NamedTuple):
    """A meeting that counts as contact: its key, its kind, and the keys of those who took part."""

    key: int
    kind: str
    people: tuple[int, ...]


class Tied(NamedTuple):
    """A tie: its key, its kind, and the keys of the people that it leads from and to."""

    key: int
    kind: str
    first: int
    second: int


@dataclass(frozen=True)
class Joins:
    """Meetings of two people or more, in order of time, and ties. A meeting is kept as one, not as its many pairs."""

    meetings: tuple[Met, ...] = ()
    ties: tuple[Tied, ...] = ()

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""
        if not kinds:
            return self
        meetings = tuple(meeting for meeting in self.meetings if meeting.kind in kinds)
        return type(self)(meetings, tuple(tie for tie in self.ties if tie.kind in kinds))

    def among(self, people: Collection[int]) -> Self:
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""
        inside = set(people)
        present = (
            meeting._replace(people=tuple(filter(inside.__contains__, meeting.people))) for meeting in self.meetings
        )
        ties = tuple(tie for tie in self.ties if tie.first in inside and tie.second in inside)
        return type(self)(tuple(meeting for meeting in present if len(meeting.people) > 1), ties)

    def between(self, one: int, other: int) -> Self:
        """Return the ties between two people, and the meetings of both, others left out."""
        met = {meeting.key for meeting in self._meetings_of.get(other, ())}
        meetings = (Met(key, kind, (one, other)) for key, kind, _ in self._meetings_of.get(one, ()) if key in met)
        ties = (tie for tie in self._ties_of.get(one, ()) if other in (tie.first, tie.second))
        return type(self)(tuple(meetings), tuple(ties))

    @cached_property
    def people(self) -> set[int]:
        """Return everybody who is joined to somebody."""
        return {*self._meetings_of, *self._ties_of}

    @cached_property
    def _meetings_of(self) -> Mapping[int, list[Met]]:
        found = defaultdict(list)
        for meeting in self.meetings:
            for person in meeting.people:
                found[person].append(meeting)
        return dict(found)

    @cached_property
    def _ties_of(self) -> Mapping[int, list[Tied]]:
        found = defaultdict(list)
        for tie in self.ties:
            for person in (tie.first, tie.second):
                found[person].append(tie)
        return dict(found)

    def beside(self, person: int) -> set[int]:
        """Return everybody whom one line joins to the person."""
        return self.next_to([person]) - {person}

    def next_to(self, people: Collection[int]) -> set[int]:
        """Return everybody whom one line joins to one of the people; these themselves are among them too."""
        # Each meeting once, of which many of the people may have been a part.
        meetings = {meeting.key: meeting.people for person in people for meeting in self._meetings_of.get(person, ())}
        tied = ((tie.first, tie.second) for person in people for tie in self._ties_of.get(person, ()))
        return set(people).union(*meetings.values(), *tied)

    def distances(self, people: Iterable[int], steps: int | None = None, until: int | None = None) -> dict[int, int]:
        """Return how many lines lead to each person from the nearest of the `people`, who themselves are at 0.

        Goes no further than `steps`, and no further than the distance at which the person `until` is found.
        """
        found = dict.fromkeys(people, 0)
        frontier, distance = list(found), 0
        while frontier and distance != steps and until not in found:
            distance += 1
            frontier = list(self.next_to(frontier) - found.keys())
            found |= dict.fromkeys(frontier, distance)
        return found


def load_joins() -> Joins:
    """Return all contacts and ties that readers see, read by two queries."""
    taken = Participation.objects.public().for_network()
    met = ((key, kind, [person for *_, person in rows]) for (key, kind), rows in groupby(taken, itemgetter(0, 1)))
    ties = Tie.public.order_by("pk").values_list("pk", "kind", "from_person", "to_person")
    return Joins(
        tuple(Met(key, kind, tuple(people)) for key, kind, people in met if len(people) > 1),
        tuple(Tied(*tie) for tie in ties),
    )
