"""Who is joined to whom by contacts and ties, as keys of people, to walk along."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self


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


class Walkable(ABC):
    """Meetings of two people or more, and ties. A meeting is kept as one, not as its many pairs."""

    @abstractmethod
    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""

    @abstractmethod
    def among(self, people: Collection[int]) -> "Joins":
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""

    @abstractmethod
    def meetings_of(self, person: int) -> Iterable[Met]:
        """Return the person's meetings, in order of time."""

    @abstractmethod
    def ties_of(self, person: int) -> Sequence[Tied]:
        """Return the ties that begin or end with the person."""

    def is_joined(self, person: int) -> bool:
        """Return whether anything joins the person to somebody."""
        return any(True for _ in self.meetings_of(person)) or bool(self.ties_of(person))

    def between(self, one: int, other: int) -> "Joins":
        """Return the ties between two people, and the meetings of both, others left out."""
        met = {meeting.key for meeting in self.meetings_of(other)}
        meetings = (Met(key, kind, (one, other)) for key, kind, _ in self.meetings_of(one) if key in met)
        ties = (tie for tie in self.ties_of(one) if other in (tie.first, tie.second))
        return Joins(tuple(meetings), tuple(ties))

    def beside(self, person: int) -> set[int]:
        """Return everybody whom one line joins to the person."""
        return self.next_to([person]) - {person}

    def next_to(self, people: Collection[int]) -> set[int]:
        """Return everybody whom one line joins to one of the people; these themselves are among them too."""
        # Each meeting once, of which many of the people may have been a part.
        meetings = {meeting.key: meeting.people for person in people for meeting in self.meetings_of(person)}
        tied = ((tie.first, tie.second) for person in people for tie in self.ties_of(person))
        return set(people).union(*meetings.values(), *tied)

    def distances(self, people: Iterable[int], steps: int) -> dict[int, int]:
        """Return how many lines lead to each person from the nearest of the `people`, who themselves are at 0.

        Goes no further than `steps`.
        """
        found = dict.fromkeys(people, 0)
        frontier = list(found)
        for distance in range(1, steps + 1):
            frontier = list(self.next_to(frontier) - found.keys())
            found |= dict.fromkeys(frontier, distance)
        return found


@dataclass(frozen=True)
class Joins(Walkable):
    """A few of them: meetings in order of time, and ties."""

    meetings: tuple[Met, ...] = ()
    ties: tuple[Tied, ...] = ()

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return those of the kinds; no kinds mean all."""
        if not kinds:
            return self
        meetings = tuple(meeting for meeting in self.meetings if meeting.kind in kinds)
        return type(self)(meetings, tuple(tie for tie in self.ties if tie.kind in kinds))

    def among(self, people: Collection[int]) -> "Joins":
        """Return the ties between some of the people, and the meetings of two or more of them, others left out."""
        inside = set(people)
        present = (
            meeting._replace(people=tuple(filter(inside.__contains__, meeting.people))) for meeting in self.meetings
        )
        ties = tuple(tie for tie in self.ties if tie.first in inside and tie.second in inside)
        return Joins(tuple(meeting for meeting in present if len(meeting.people) > 1), ties)

    def meetings_of(self, person: int) -> Iterable[Met]:
        """Return the person's meetings, in order of time."""
        return self._meetings_of.get(person, ())

    def ties_of(self, person: int) -> Sequence[Tied]:
        """Return the ties that begin or end with the person."""
        return self._ties_of.get(person, ())

    @cached_property
    def _meetings_of(self) -> Mapping[int, list[Met]]:
        found = defaultdict(list)
        for meeting in self.meetings:
            for person in meeting.people:
                found[person].append(meeting)
        return dict(found)

    @cached_property
    def _ties_of(self) -> Mapping[int, list[Tied]]:
        return ties_by_person(self.ties)


def ties_by_person(ties: Iterable[Tied]) -> dict[int, list[Tied]]:
    """Return the ties of each person, from either end."""
    found = defaultdict(list)
    for tie in ties:
        for person in (tie.first, tie.second):
            found[person].append(tie)
    return dict(found)
