"""What changed last, for feeds: each entry as it reads now, an allegation with its answers."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from django.db.models import QuerySet

from people.exports.text import READINGS, reading
from people.models import Alias, Allegation, Meeting, Outcome, Person, Response, Role, Sourced, Statement, Tie
from people.querysets.base import SourcedQuerySet
from people.querysets.sides import load_reading_sides

MAX_CHANGES = 50
# Ids that can be named in a query.
MAX_NAMED_IDS = 10_000
# Beyond that, rows that changed last are read instead: first some of them, then as many as are read at most.
LATEST_ROWS = (0, 500, 10_000)

# How a row leads to the people whom it concerns.
CONCERNED: dict[type[Sourced], tuple[str, ...]] = {
    Person: ("pk",),
    Alias: ("person",),
    Role: ("person",),
    Meeting: ("participations__person",),
    Tie: ("from_person", "to_person"),
    Allegation: ("subjects",),
    Response: ("person", "allegation__subjects"),
    Outcome: ("allegation__subjects",),
    Statement: ("person", "others"),
}


class ChangedEntry(NamedTuple):
    """An entry that changed: what it says now, where readers find it, and when it changed.

    `name` tells it from every other entry, whatever is changed of it, its slug included.
    """

    name: str
    title: str
    lines: list[str]
    address: str
    updated_at: dt.datetime


def latest_changes(entries: Iterable[SourcedQuerySet]) -> list[ChangedEntry]:
    """Return the fifty of these entries, given as querysets, that changed last, the latest first.

    What is withdrawn is gone without a trace, as from the pages.
    """
    found = [entry for rows in entries for entry in rows.for_reading().last_changed(MAX_CHANGES)]
    newest = sorted(found, key=lambda entry: (entry.updated_at, _name(entry)), reverse=True)[:MAX_CHANGES]
    load_reading_sides(newest)
    return [ChangedEntry(_name(entry), *reading(entry), entry.get_absolute_url(), entry.updated_at) for entry in newest]


def last_change() -> dt.datetime:
    """Return when anything last changed that readers see of people, which is nearly everything, removals included."""
    person = Person.public.last_changed(1).first()
    return person.updated_at if person else dt.datetime.fromtimestamp(0, dt.UTC)


def everything() -> list[SourcedQuerySet]:
    """Return all entries that readers see, as querysets."""
    return [model.public.all() for model in READINGS]


def everything_about(people: Collection[int]) -> list[SourcedQuerySet]:
    """Return all entries that readers see and that concern any of the people, given by id, as querysets."""
    if len(people) <= MAX_NAMED_IDS:
        return [model.public.about(list(people)) for model in READINGS]
    return [latest_of(model.public.all(), people, *CONCERNED[model]) for model in READINGS]


def rows_with(rows: SourcedQuerySet, field: str, ids: Collection[int]) -> SourcedQuerySet:
    """Return the rows that have one of the ids in that field, as a queryset."""
    return rows.filter(**{f"{field}__in": list(ids)}) if len(ids) <= MAX_NAMED_IDS else latest_of(rows, ids, field)


def latest_of(rows: SourcedQuerySet, ids: Collection[int], *paths: str) -> SourcedQuerySet:
    """Return, of the rows that changed last, those that one of the paths leads to one of very many ids."""
    found: list[int] = []
    for start, stop in pairwise(LATEST_ROWS):
        latest = list(rows.last_changed(stop)[start:].values_list("pk", flat=True))
        reached = rows.filter(pk__in=latest).order_by()
        wanted = {row for path in paths for row in leading_to(reached, path, ids)}
        found += [row for row in latest if row in wanted]
        if len(found) >= MAX_CHANGES:
            break
    return rows.filter(pk__in=found[:MAX_CHANGES])


def leading_to(rows: QuerySet, path: str, ids: Collection[int]) -> Iterator[int]:
    """Yield the keys of the rows that the path leads to one of the ids.

    An entry that many rows name is gone on from once: a thousand replies to one allegation of a thousand subjects would
    lead to a million.
    """
    first, _, rest = path.partition("__")
    field = rows.model._meta.get_field(first) if rest else None
    if field is None or not field.many_to_one:
        yield from (row for row, one in rows.values_list("pk", path).iterator() if one in ids)
        return
    named = dict(rows.values_list("pk", first))
    entries = field.related_model._default_manager.filter(pk__in=set(named.values())).order_by()
    reached = set(leading_to(entries, rest, ids))
    yield from (row for row, one in named.items() if one in reached)


def _name(entry: Sourced) -> str:
    return f"{entry._meta.model_name}-{entry.pk}"
