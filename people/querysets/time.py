"""The order of time, in SQL what people.dates.time_order is in Python."""

import datetime as dt

from django.db.models import Case, CharField, DateField, F, OrderBy, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.db.models.lookups import IsNull


def first_day(start: str, end: str) -> Coalesce:
    """Return the earliest day, of columns `start` and `end`: the first of all where only the end is known."""
    return Coalesce(start, Case(When(**{f"{end}__isnull": False}, then=Value(dt.date.min)), output_field=DateField()))


def in_time(start: str, end: str) -> list[OrderBy]:
    """Return the order of time by the days in columns `start` and `end` (see people.dates.time_order)."""
    undated = IsNull(Coalesce(start, end), True)
    return [undated.asc(), F(start).asc(nulls_first=True), F(end).asc(nulls_last=True)]


def time_key(start: str, end: str) -> Concat:
    """Return the same order of time as one text, for lists that are sorted by one expression alone."""
    days = (Coalesce(day, Value(dt.date.max), output_field=DateField()) for day in (first_day(start, end), F(end)))
    first, last = (Cast(day, CharField()) for day in days)
    return Concat(first, Value(" "), last)
