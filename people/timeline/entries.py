"""What stands on the timeline: roles, meetings, hearings and statements, seen alike."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.text import capfirst

from people.dates import beginning, humanize, in_words
from people.index import TimelineId
from people.models import Meeting, Person, Role, Statement
from people.querysets.citations import load_citations
from people.querysets.participants import load_participants
from people.timeline.axis import DateSpan
from people.vocabulary import TimelineKind

DatedRow = Role | Meeting | Statement

MODELS: dict[TimelineKind, type[DatedRow]] = {
    TimelineKind.ROLE: Role,
    TimelineKind.MEETING: Meeting,
    TimelineKind.HEARING: Meeting,
    TimelineKind.STATEMENT: Statement,
}


@dataclass(frozen=True)
class TimelineEntry:
    """A row of one of these kinds, with people and citations prefetched."""

    kind: TimelineKind
    row: DatedRow

    @cached_property
    def people(self) -> list[Person]:
        """Return whom it concerns."""
        if isinstance(self.row, Meeting):
            return self.row.participants
        return self.row.people if isinstance(self.row, Statement) else [self.row.person]

    @property
    def people_left_out(self) -> int:
        """Return how many others took part in a meeting of very many."""
        return self.row.participants_left_out if isinstance(self.row, Meeting) else 0

    @property
    def label(self) -> str:
        """Return it in a line, without the people whom it concerns."""
        return str(self.row)

    @property
    def date(self) -> str:
        """Return the date of which it is listed: of a role the beginning or, where none is given, the end."""
        return (self.row.start or self.row.end) if isinstance(self.row, Role) else str(self.row.date)

    @property
    def month(self) -> str:
        """Return the month, year or years in which it is listed, in EDTF; empty for what is before some date."""
        return beginning(self.date)

    @property
    def heading(self) -> str:
        """Return that month, year or years in words."""
        return capfirst(self.period)

    @property
    def period(self) -> str:
        """Return the same within a sentence."""
        return in_words(self.month) if self.month else humanize(self.date)

    @property
    def when(self) -> str:
        """Return in words when that was, or what the source says instead; nothing where it says nothing."""
        return self.row.when if self.days or (isinstance(self.row, Role) and self.row.tenure) else ""

    @property
    def standing(self) -> str:
        """Return on whose word it rests; nothing where the source states it as a fact."""
        return "" if isinstance(self.row, Role) else self.row.get_standing_display()

    @property
    def category(self) -> str:
        """Return the category of a role, if it has one."""
        return self.row.category if isinstance(self.row, Role) else ""

    @cached_property
    def start(self) -> DateSpan:
        """Return the first and the last day on which it may have begun."""
        if isinstance(self.row, Role):
            return self.row.start_earliest, self.row.start_latest
        return self.row.date_earliest, self.row.date_latest

    @cached_property
    def end(self) -> DateSpan:
        """Return the first and the last day on which it may have ended."""
        if isinstance(self.row, Role):
            return self.row.end_earliest, self.row.end_latest
        return self.row.date_earliest, self.row.date_latest

    @cached_property
    def span(self) -> DateSpan:
        """Return the first and the last day on which it may have been; None where that end is open."""
        return self.start[0], self.end[1]

    @property
    def sure(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day on which it was for sure, if there are any such days."""
        first, last = self.start[1], self.end[0]
        return (first, last) if first and last and first <= last else None

    @property
    def first_day(self) -> dt.date:
        """Return the first day that is known of it: where it begins or, where that is open, where it ends at first."""
        return self.span[0] or min(self.days)

    @property
    def last_day(self) -> dt.date:
        """Return the last day that is known of it, likewise."""
        return self.span[1] or max(self.days)

    @cached_property
    def days(self) -> list[dt.date]:
        """Return the days that the source gives, at least in part; none where it gives no date."""
        return [day for day in (*self.start, *self.end) if day]

    @property
    def is_certain(self) -> bool:
        """Return whether it is known to the day when it began, and when it ended, as far as the source tells."""
        return self.start[0] == self.start[1] and self.end[0] == self.end[1]


def load_entries(ids: Iterable[TimelineId], own: int | None = None) -> list[TimelineEntry]:
    """Return the entries in the order of their ids; one that was withdrawn since the ids were read is left out.

    Of a meeting of very many, the first participants are loaded, and the person with the key `own`.
    """
    wanted = list(ids)
    found: dict[type[DatedRow], dict[int, Any]] = {
        model: rows.in_bulk([key for kind, key in wanted if MODELS[kind] is model])
        for model, rows in (
            (Role, Role.public.for_citing()),
            (Meeting, Meeting.public.for_citing()),
            (Statement, Statement.public.with_others()),
        )
    }
    load_participants((meeting, own) for meeting in found[Meeting].values())
    load_citations(row for rows in found.values() for row in rows.values())
    return [TimelineEntry(kind, found[MODELS[kind]][key]) for kind, key in wanted if key in found[MODELS[kind]]]
