"""Querying roles, meetings, hearings and statements as one list in order of time."""

import datetime as dt
from typing import Any

from django.db.models import Case, CharField, DateField, Expression, F, IntegerField, Value, When
from django.db.models.functions import Coalesce

from people.querysets.base import objects_of, public_objects_of
from people.querysets.time import first_day
from people.vocabulary import MeetingKind, TimelineKind

KINDS = list(TimelineKind)
# Day of what has no date, in the order of the list: after all else.
LAST_DAY = dt.date.max

NO_PERSON = Value(None, output_field=IntegerField())
NO_CATEGORY = Value("", output_field=CharField())


def timeline_lines() -> Any:
    """Return everything that readers see that has a place in time, in order of time, undated last.

    Of each the place of its kind among KINDS, its key, and its earliest and latest day, None where that end is
    open; then the key of whom a role or a statement concerns, None for a meeting, and the category of a role. Of
    meetings there are also those of one person, which the index leaves out: who is public has a number there.
    """
    role, meeting, hearing, statement = map(_rank, KINDS)
    met = Case(When(kind=MeetingKind.HEARING, then=hearing), default=meeting)
    lines = _lines(public_objects_of("Role"), role, ("start_earliest", "end_latest"), F("person"), F("category"))
    meetings = _lines(
        objects_of("Meeting").with_anybody(), met, ("date_earliest", "date_latest"), NO_PERSON, NO_CATEGORY
    )
    statements = _lines(
        public_objects_of("Statement"), statement, ("date_earliest", "date_latest"), F("person"), NO_CATEGORY
    )
    return lines.union(meetings, statements, all=True).order_by("day", "last", "rank", "key")


def _rank(kind: TimelineKind) -> Value:
    return Value(KINDS.index(kind), output_field=IntegerField())


def _lines(entries: Any, rank: Expression, dates: tuple[str, str], concerned: Expression | F, group: Any) -> Any:
    start, end = dates
    first, last = first_day(start, end), Coalesce(end, Value(LAST_DAY), output_field=DateField())
    day = Coalesce(first, Value(LAST_DAY), output_field=DateField())
    lines = entries.order_by().annotate(rank=rank, key=F("pk"), concerned=concerned, group=group, day=day, last=last)
    return lines.values_list("rank", "key", start, end, "concerned", "group", "day", "last")
