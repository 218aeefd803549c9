"""What stands on the timeline: of which kind, whom it concerns, and when it was."""

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pyroaring import BitMap

from people.index.adjacency import AdjacencyList
from people.index.entries import EntryIndex
from people.index.ids import Choices, Criteria, IdMap, IdPage, labelled, with_rest
from people.index.people import PeopleIndex
from people.querysets.timeline import KINDS
from people.vocabulary import RoleCategory, TimelineKind


class TimelineId(NamedTuple):
    """An entry's kind, and the id of its row."""

    kind: TimelineKind
    row: int

    @classmethod
    def of(cls, code: int) -> "TimelineId":
        """Return the id that the code stands for."""
        row, rank = divmod(code, len(KINDS))
        return cls(KINDS[rank], row)


def code(rank: int, row: int) -> int:
    """Return the rank of a kind among KINDS and the id of a row as one number."""
    return row * len(KINDS) + rank


class Days:
    """When entries were, numbered in order of time. Days are ordinals, and 0 is an open end."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Take the earliest and the latest day of each entry, in that order."""
        self._open_starts, self._open_ends = open_ones(starts, ends), open_ones(ends, starts)
        # The last of the entries that begin on a day.
        self._begun = {start: number for number, start in enumerate(starts, 1) if start}
        self._first_days, self._last_days = sorted(self._begun), sorted(set(ends))
        place = {day: place for place, day in enumerate(self._last_days)}
        places = array("I", map(place.__getitem__, ends))
        self._ended = AdjacencyList.paired(places, array("I", range(1, len(ends) + 1)), len(place))
        # Undated entries are the last ones.
        self.dated = BitMap(range(1, sum(1 for start, end in zip(starts, ends, strict=True) if start or end) + 1))

    def patched(self, changed: Mapping[int, tuple[int, int]]) -> "PatchedDays":
        """Return the days, of which these are others now."""
        return PatchedDays(self, changed)

    def since(self, day: dt.date) -> BitMap:
        """Return what may lie, or last, on the day or after it; nothing that has no date."""
        first = self._ended.starts[bisect_left(self._last_days, day.toordinal())]
        return self._open_ends | BitMap(self._ended.members[first:])

    def until(self, day: dt.date) -> BitMap:
        """Return what may lie, or begin, on the day or before it; nothing that has no date."""
        days = bisect_right(self._first_days, day.toordinal())
        begun = self._begun[self._first_days[days - 1]] if days else 0
        return self._open_starts | BitMap(range(1, begun + 1))


class PatchedDays(Days):
    """When entries were, of which some have changed."""

    def __init__(self, root: Days, changed: Mapping[int, tuple[int, int]]) -> None:
        """Take the days that were known, and the earliest and the latest day of entries since; both 0 for none."""
        self.root, self.changed = root, changed
        self.dated = self._with_changed(root.dated, lambda start, end: bool(start or end))

    def patched(self, changed: Mapping[int, tuple[int, int]]) -> "PatchedDays":
        """Return the days, of which these are others now."""
        return PatchedDays(self.root, {**self.changed, **changed})

    def since(self, day: dt.date) -> BitMap:
        """Return what may lie, or last, on the day or after it; nothing that has no date."""
        first = day.toordinal()
        return self._with_changed(self.root.since(day), lambda start, end: end >= first or bool(start and not end))

    def until(self, day: dt.date) -> BitMap:
        """Return what may lie, or begin, on the day or before it; nothing that has no date."""
        last = day.toordinal()
        return self._with_changed(self.root.until(day), lambda start, end: bool(start or end) and start <= last)

    def _with_changed(self, known: BitMap, has: Callable[[int, int], bool]) -> BitMap:
        others = BitMap(number for number, days in self.changed.items() if has(*days))
        return known - BitMap(self.changed) | others


def open_ones(days: Iterable[int], others: Iterable[int]) -> BitMap:
    """Return the numbers of the entries of which that end alone is open."""
    return BitMap(number for number, (day, other) in enumerate(zip(days, others, strict=True), 1) if other and not day)


class TimelinePage(IdPage):
    """The entries of the timeline that were found, in order of time."""

    def __iter__(self) -> Iterator[Any]:
        return map(TimelineId.of, super().__iter__())

    def __getitem__(self, places: slice) -> list[Any]:
        return list(map(TimelineId.of, super().__getitem__(places)))


class TimelineIndex(EntryIndex):
    """Roles, meetings, hearings and statements in order of time, undated ones last. Its id map holds codes."""

    def __init__(
        self, people: PeopleIndex, id_map: IdMap, choices: Mapping[str, Choices], subjects: AdjacencyList, days: Days
    ) -> None:
        """Take the entries of each kind, and for each category its roles alone."""
        super().__init__(people, id_map, choices, subjects)
        self.days = days
        roles = self.any_of("kind", [TimelineKind.ROLE])
        # A category lists its roles, and whatever else concerns people with such a role.
        matches = {
            category: held | self.concerning(people.any_of("role", [category])) - roles
            for category, (_, held) in choices["category"].items()
        }
        self.choices = {**choices, "category": with_rest(labelled(RoleCategory, matches), self.everything)}

    def parts(self, criteria: Criteria) -> list[BitMap]:
        """Return what each of the criteria lists; `from` is the first day of the period, `to` its last one."""
        found = super().parts(criteria)
        if "from" in criteria:
            found.append(self.days.since(criteria["from"]))
        if "to" in criteria:
            found.append(self.days.until(criteria["to"]))
        return found

    def count_dated(self, matches: BitMap) -> int:
        """Return how many of the matches have a date."""
        return int(matches.intersection_cardinality(self.days.dated))

    def page(self, matches: BitMap, sort: str = "") -> IdPage:
        """Return the ids of the matches in order of time."""
        return TimelinePage(self.id_map, matches, self.order(sort))
