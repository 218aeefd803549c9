"""What stands on the timeline, as sets of numbers: of which kind, whom it concerns, and when it was."""

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pyroaring import BitMap

from people.querysets.timeline import KINDS
from people.sets.choices import Choices, labelled
from people.sets.entries import Entries
from people.sets.groups import Groups
from people.sets.numbering import Numbering
from people.sets.people import PeopleSets
from people.vocabulary import RoleCategory, TimelineKind


class TimelineKey(NamedTuple):
    """An entry's kind, and the key of its row."""

    kind: TimelineKind
    key: int

    @classmethod
    def of(cls, code: int) -> "TimelineKey":
        """Return the entry that has the code."""
        key, rank = divmod(code, len(KINDS))
        return cls(KINDS[rank], key)


def code(rank: int, key: int) -> int:
    """Return the place of a kind among KINDS, and the key of a row, as one number."""
    return key * len(KINDS) + rank


class Days:
    """When entries were, numbered in order of time. Days are numbers, and 0 is an open end."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Take the earliest and the latest day of each entry, in that order."""
        self._open_starts, self._open_ends = open_ones(starts), open_ones(ends)
        # Of a day on which entries begin, the last of them.
        self._begun = {start: number for number, start in enumerate(starts, 1) if start}
        self._first_days, self._last_days = sorted(self._begun), sorted(set(ends))
        place = {day: place for place, day in enumerate(self._last_days)}
        places = array("I", map(place.__getitem__, ends))
        self._ended = Groups.paired(places, array("I", range(1, len(ends) + 1)), len(place))

    def since(self, day: dt.date) -> BitMap:
        """Return what may lie, or last, on the day or after it; what has no date may."""
        first = self._ended.starts[bisect_left(self._last_days, day.toordinal())]
        return self._open_ends | BitMap(self._ended.members[first:])

    def until(self, day: dt.date) -> BitMap:
        """Return what may lie, or begin, on the day or before it; what has no date may."""
        days = bisect_right(self._first_days, day.toordinal())
        begun = self._begun[self._first_days[days - 1]] if days else 0
        return self._open_starts | BitMap(range(1, begun + 1))


def open_ones(days: Iterable[int]) -> BitMap:
    """Return the numbers of the entries of which that end is open."""
    return BitMap(number for number, day in enumerate(days, 1) if not day)


class TimelineEntries(Entries):
    """Roles, meetings, hearings and statements in order of time, undated ones last. Keys are the codes of Keys."""

    def __init__(
        self, people: PeopleSets, numbering: Numbering, choices: Mapping[str, Choices], concerned: Groups, days: Days
    ) -> None:
        """Take the entries of each kind, and of the categories the roles alone."""
        super().__init__(people, numbering, choices, concerned)
        self.days = days
        roles = self.listed("kind", [TimelineKind.ROLE])
        # Of a category are its roles, and whatever else concerns people with such a role.
        listed = {
            category: held | self.concerning(people.listed("role", [category])) - roles
            for category, (_, held) in choices["category"].items()
        }
        self.choices = {**choices, "category": labelled(RoleCategory, listed)}
