"""The graph of contacts and ties between people, as keys."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self


class MeetingLink(NamedTuple):
    """A meeting that counts as contact: its key, its kind, and the keys of those who took part."""

    key: int
    kind: str
    people: tuple[int, ...]


class TieLink(NamedTuple):
    """A tie: its key, its kind, and the keys of the people that it leads from and to."""

    key: int
    kind: str
    first: int
    second: int


class ContactGraph(ABC):
    """Meetings of two people or more, and ties. A meeting is kept as one, not as its many pairs."""

    @abstractmethod
    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""

    @abstractmethod
    def among(self, people: Collection[int]) -> "Subgraph":
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""

    @abstractmethod
    def meetings_of(self, person: int) -> Iterable[MeetingLink]:
        """Return the person's meetings, in order of time."""

    @abstractmethod
    def ties_of(self, person: int) -> Sequence[TieLink]:
        """Return the ties that begin or end with the person."""

    def has_neighbours(self, person: int) -> bool:
        """Return whether an edge joins the person to anybody."""
        return any(True for _ in self.meetings_of(person)) or bool(self.ties_of(person))

    def between(self, one: int, other: int) -> "Subgraph":
        """Return the ties between two people, and the meetings of both, others left out."""
        met = {meeting.key for meeting in self.meetings_of(other)}
        meetings = (MeetingLink(key, kind, (one, other)) for key, kind, _ in self.meetings_of(one) if key in met)
        ties = (tie for tie in self.ties_of(one) if other in (tie.first, tie.second))
        return Subgraph(tuple(meetings), tuple(ties))

    def neighbours(self, person: int) -> set[int]:
        """Return everybody whom one edge joins to the person."""
        return self.with_neighbours([person]) - {person}

    def with_neighbours(self, people: Collection[int]) -> set[int]:
        """Return the people and everybody whom one edge joins to one of them."""
        # Each meeting once, of which many of the people may have been a part.
        meetings = {meeting.key: meeting.people for person in people for meeting in self.meetings_of(person)}
        tied = ((tie.first, tie.second) for person in people for tie in self.ties_of(person))
        return set(people).union(*meetings.values(), *tied)

    def distances(self, people: Iterable[int], steps: int) -> dict[int, int]:
        """Return how many edges lead to each person from the nearest of the `people`, who themselves are at 0.

        Goes no further than `steps`.
        """
        found = dict.fromkeys(people, 0)
        frontier = list(found)
        for distance in range(1, steps + 1):
            frontier = list(self.with_neighbours(frontier) - found.keys())
            found |= dict.fromkeys(frontier, distance)
        return found


@dataclass(frozen=True)
class Subgraph(ContactGraph):
    """A small part of the graph: meetings in order of time, and ties."""

    meetings: tuple[MeetingLink, ...] = ()
    ties: tuple[TieLink, ...] = ()

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""
        if not kinds:
            return self
        meetings = tuple(meeting for meeting in self.meetings if meeting.kind in kinds)
        return type(self)(meetings, tuple(tie for tie in self.ties if tie.kind in kinds))

    def among(self, people: Collection[int]) -> "Subgraph":
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""
        inside = set(people)
        present = (
            meeting._replace(people=tuple(filter(inside.__contains__, meeting.people))) for meeting in self.meetings
        )
        ties = tuple(tie for tie in self.ties if tie.first in inside and tie.second in inside)
        return Subgraph(tuple(meeting for meeting in present if len(meeting.people) > 1), ties)

    def meetings_of(self, person: int) -> Iterable[MeetingLink]:
        """Return the person's meetings, in order of time."""
        return self._meetings_of.get(person, ())

    def ties_of(self, person: int) -> Sequence[TieLink]:
        """Return the ties that begin or end with the person."""
        return self._ties_of.get(person, ())

    @cached_property
    def _meetings_of(self) -> Mapping[int, list[MeetingLink]]:
        found = defaultdict(list)
        for meeting in self.meetings:
            for person in meeting.people:
                found[person].append(meeting)
        return dict(found)

    @cached_property
    def _ties_of(self) -> Mapping[int, list[TieLink]]:
        return ties_by_person(self.ties)


def ties_by_person(ties: Iterable[TieLink]) -> dict[int, list[TieLink]]:
    """Return the ties of each person, from either end."""
    found = defaultdict(list)
    for tie in ties:
        for person in (tie.first, tie.second):
            found[person].append(tie)
    return dict(found)
