"""Querying roles, meetings, hearings and statements as one list in order of time."""

import datetime as dt
from typing import Any

from django.db.models import Case, CharField, DateField, Expression, F, IntegerField, QuerySet, Value, When
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

    A role of which only the end is given stands there: how long before it began nobody says.
    """
    role, meeting, hearing, statement = map(_rank, KINDS)
    met = Case(When(kind=MeetingKind.HEARING, then=hearing), default=meeting)
    held, dated = (Coalesce("start_earliest", "end_earliest"), F("end_latest")), (F("date_earliest"), F("date_latest"))
    lines = _lines(public_objects_of("Role"), role, held, F("person"), F("category"))
    meetings = _lines(objects_of("Meeting").with_anybody(), met, dated, NO_PERSON, NO_CATEGORY)
    statements = _lines(public_objects_of("Statement"), statement, dated, F("person"), NO_CATEGORY)
    return lines.union(meetings, statements, all=True).order_by("day", "last", "rank", "key")


def _rank(kind: TimelineKind) -> Value:
    return Value(KINDS.index(kind), output_field=IntegerField())


def _lines(
    entries: QuerySet,
    rank: Expression,
    dates: tuple[Expression | F, Expression | F],
    concerned: Expression | F,
    group: Expression | F,
) -> Any:
    earliest, latest = dates
    lines = entries.order_by().annotate(rank=rank, key=F("pk"), concerned=concerned, group=group)
    lines = lines.annotate(earliest=earliest, latest=latest).annotate(
        day=Coalesce(first_day("earliest", "latest"), Value(LAST_DAY), output_field=DateField()),
        last=Coalesce("latest", Value(LAST_DAY), output_field=DateField()),
    )
    return lines.values_list("rank", "key", "earliest", "latest", "concerned", "group", "day", "last")
