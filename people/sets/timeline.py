"""What stands on the timeline, as sets of numbers: of which kind, whom it concerns, and when it was."""

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from pyroaring import BitMap

from people.querysets.timeline import KINDS
from people.sets.choices import Choices, labelled
from people.sets.entries import Entries
from people.sets.groups import Groups
from people.sets.numbering import Numbering
from people.sets.people import PeopleSets
from people.vocabulary import RoleCategory, TimelineKind


class Key(NamedTuple):
    """An entry's kind, and the key of its row."""

    kind: TimelineKind
    key: int

    @classmethod
    def of(cls, code: int) -> "Key":
        """Return the entry that has the code."""
        key, rank = divmod(code, len(KINDS))
        return cls(KINDS[rank], key)


def code(rank: int, key: int) -> int:
    """Return the place of a kind among KINDS, and the key of a row, as one number."""
    return key * len(KINDS) + rank


class Days:
    """When entries were, numbered by their earliest day or else latest. Days are numbers, and 0 is an open end."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Take the earliest and the latest day of each entry, in that order."""
        self._firsts = array("I", (start or end for start, end in zip(starts, ends, strict=True)))
        self._dated = len(self._firsts) - self._firsts.count(0)
        self._open_starts = BitMap(number for number, start in enumerate(starts, 1) if not start)
        by_end = defaultdict[int, array](lambda: array("I"))
        for number, end in enumerate(ends, 1):
            by_end[end].append(number)
        self._by_end, self._ends = array("I"), array("I")
        for end, numbers in sorted(by_end.items()):
            self._by_end.extend(numbers)
            self._ends.extend(repeat(end, len(numbers)))

    def since(self, day: dt.date) -> BitMap:
        """Return what may lie, or last, on the day or after it; what has no date may."""
        open_ends = bisect_left(self._ends, 1)
        return BitMap(self._by_end[:open_ends] + self._by_end[bisect_left(self._ends, day.toordinal()) :])

    def until(self, day: dt.date) -> BitMap:
        """Return what may lie, or begin, on the day or before it; what has no date may."""
        begun = bisect_right(self._firsts, day.toordinal(), hi=self._dated)
        return self._open_starts | BitMap(range(1, begun + 1))


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
