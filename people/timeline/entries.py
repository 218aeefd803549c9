"""What stands on the timeline: roles, meetings, hearings and statements, seen alike."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from people.index import TimelineId
from people.models import Meeting, Person, Role, Statement
from people.timeline.axis import DateSpan
from people.vocabulary import TimelineKind

MODELS: dict[TimelineKind, Any] = {
    TimelineKind.ROLE: Role,
    TimelineKind.MEETING: Meeting,
    TimelineKind.HEARING: Meeting,
    TimelineKind.STATEMENT: Statement,
}


class TimelineEntry(NamedTuple):
    """A row of one of these kinds, with people and citations at hand."""

    kind: TimelineKind
    row: Any

    @property
    def people(self) -> list[Person]:
        """Return whom it concerns."""
        if isinstance(self.row, Meeting):
            return self.row.participants
        return self.row.people if isinstance(self.row, Statement) else [self.row.person]

    @property
    def label(self) -> str:
        """Return it in a line, with the person whom a role or a statement concerns."""
        if isinstance(self.row, Statement):
            return self.row.headline
        return str(self.row) if isinstance(self.row, Meeting) else f"{self.row.person}: {self.row}"

    @property
    def when(self) -> str:
        """Return in words when that was, or what the source says instead."""
        return self.row.when or "date not given"

    @property
    def standing(self) -> str:
        """Return on whose word it rests; nothing where the source states it as a fact."""
        return "" if isinstance(self.row, Role) else self.row.get_standing_display()

    @property
    def category(self) -> str:
        """Return the category of a role, if it has one."""
        return self.row.category if isinstance(self.row, Role) else ""

    @property
    def start(self) -> DateSpan:
        """Return the first and the last day on which it may have begun."""
        if isinstance(self.row, Role):
            return self.row.start_earliest, self.row.start_latest
        return self.row.date_earliest, self.row.date_latest

    @property
    def end(self) -> DateSpan:
        """Return the first and the last day on which it may have ended."""
        if isinstance(self.row, Role):
            return self.row.end_earliest, self.row.end_latest
        return self.row.date_earliest, self.row.date_latest

    @property
    def span(self) -> DateSpan:
        """Return the first and the last day on which it may have been; None where that end is open."""
        return self.start[0], self.end[1]

    @property
    def sure(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day on which it was for sure, if there are any such days."""
        first, last = self.start[1], self.end[0]
        return (first, last) if first and last and first <= last else None

    @property
    def days(self) -> list[dt.date]:
        """Return the days that the source gives, at least in part; none where it gives no date."""
        return [day for day in (*self.start, *self.end) if day]

    @property
    def is_certain(self) -> bool:
        """Return whether it is known to the day when it began, and when it ended, as far as the source tells."""
        return self.start[0] == self.start[1] and self.end[0] == self.end[1]


def load_entries(ids: Iterable[TimelineId]) -> list[TimelineEntry]:
    """Return the entries in the order of their ids; one that was withdrawn since the ids were read is left out."""
    wanted = list(ids)
    found = {
        model: model.public.for_export().in_bulk([key for kind, key in wanted if MODELS[kind] is model])
        for model in (Role, Meeting, Statement)
    }
    return [TimelineEntry(kind, found[MODELS[kind]][key]) for kind, key in wanted if key in found[MODELS[kind]]]
