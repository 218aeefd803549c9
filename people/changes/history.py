"""What the log tells of an entry, and of a revision: which rows changed, with the old and new value of each field."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet

from people.changes.rows import Row, row_before, stored_rows, title_of
from people.changes.tables import LoggedTable, logged_tables
from people.models import Change, Revision
from people.vocabulary import Operation

# So many changes of an entry are looked through for its revisions, the newest first.
MAX_LISTED_CHANGES = 5_000
NOTHING = "nothing"


class FieldChange(NamedTuple):
    """A field of a row: what forms call it, its old value and its new one as texts."""

    label: str
    old: str
    new: str


class RowChange(NamedTuple):
    """What was done to a row: what it is, what it is called, the operation, and the fields that it changed."""

    noun: str
    title: str
    operation: Operation
    fields: list[FieldChange]

    @property
    def done(self) -> str:
        """Return in words what was done."""
        return str(self.operation.label)

    @property
    def is_update(self) -> bool:
        """Return whether the row was there before and after."""
        return self.operation == Operation.UPDATE


class HistoryEntry(NamedTuple):
    """A revision with its rows; of somebody who wrote without opening one, None with the one row."""

    revision: Revision | None
    at: dt.datetime
    rows: list[RowChange]


class Step(NamedTuple):
    """The changes of an entry that belong to one revision, or the one that belongs to none, by their keys."""

    revision: int | None
    changes: list[int]


def changes_of(model: str, key: int) -> QuerySet:
    """Return the changes of the entry, of the rows on its form, and of the links and citations of both."""
    found = Change.objects.filter(model=model, key=key)
    tables = logged_tables().values()
    for child in (one for one in tables if one.owner_name == model):
        rows = Change.objects.filter(model=child.name, owner=key)
        found |= rows
        for grandchild in (one for one in tables if one.owner_name == child.name):
            found |= Change.objects.filter(model=grandchild.name, owner__in=rows.order_by().values("key"))
    return found


def steps_of(model: str, key: int) -> list[Step]:
    """Return the steps in which the entry changed, the newest first."""
    found = changes_of(model, key).order_by("-pk").values_list("revision", "pk")[:MAX_LISTED_CHANGES]
    steps: dict[tuple[int | None, int], Step] = {}
    for revision, change in found:
        place = (revision, 0 if revision else change)
        steps.setdefault(place, Step(revision, [])).changes.append(change)
    return list(steps.values())


def history(changes: Iterable[int]) -> list[HistoryEntry]:
    """Return the changes with these keys by revision, the newest first."""
    found = list(Change.objects.filter(pk__in=list(changes)).select_related("revision__editor").order_by("-pk"))
    after = states_after(found)
    names = names_in(found, after)
    entries: dict[tuple[int | None, int], HistoryEntry] = {}
    for change in found:
        place = (change.revision_id, 0 if change.revision_id else change.pk)
        entry = entries.setdefault(place, HistoryEntry(change.revision, change.at, []))
        entry.rows.insert(0, row_change(change, after[change.pk], names))
    return list(entries.values())


def states_after(changes: Iterable[Change]) -> dict[int, Row | None]:
    """Return the row as each of the changes left it, None where it left none, by the change's key."""
    found: dict[int, Row | None] = {}
    by_model = sorted(changes, key=lambda change: change.model)
    for model, group in groupby(by_model, key=lambda change: change.model):
        some = list(group)
        keys = {change.key for change in some}
        later: dict[int, list[Change]] = {}
        for change in Change.objects.filter(model=model, key__in=keys, pk__gt=min(one.pk for one in some)):
            later.setdefault(change.key, []).append(change)
        one = logged_tables().get(model)
        current = stored_rows(one, sorted(keys)) if one else {}
        for change in some:
            following = next((each for each in later.get(change.key, ()) if each.pk > change.pk), None)
            found[change.pk] = row_before(following) if following else current.get(change.key)
    return found


Names = dict[tuple[type[models.Model], Any], str]


def names_in(changes: Iterable[Change], after: dict[int, Row | None]) -> Names:
    """Return what rows to which the changed ones refer are called, in one query for each model."""
    keys: dict[Any, set[Any]] = {}
    tables = logged_tables()
    for change in changes:
        one = tables.get(change.model)
        for field in references(one) if one else ():
            values = (row.get(field.column) for row in (row_before(change), after[change.pk]) if row)
            keys.setdefault(field.related_model, set()).update(value for value in values if value is not None)
    return {(model, row.pk): str(row) for model, wanted in keys.items() for row in _naming(model).filter(pk__in=wanted)}


def _naming(model: Any) -> Any:
    rows = model._default_manager.all()
    return rows.for_naming() if hasattr(rows, "for_naming") else rows


def references(one: LoggedTable) -> list[Any]:
    """Return the fields of the table that refer to other rows."""
    return [field for field in one.model._meta.concrete_fields if field.related_model not in (None, ContentType)]


def row_change(change: Change, after: Row | None, names: Names) -> RowChange:
    """Return what the change did to its row, which it left as it is given."""
    one = logged_tables().get(change.model)
    if one is None:
        return RowChange(change.model, str(change.key), Operation(change.operation), [])
    before, now = row_before(change) or {}, after or {}
    operation, is_link = Operation(change.operation), one.model._meta.auto_created
    title = _link_title(one, now or before, names) if is_link else title_of(now or before)
    # A link that comes or goes is told by its title.
    told = [] if is_link and operation != Operation.UPDATE else shown_fields(one)
    fields = (
        FieldChange(str(field.verbose_name), value_text(field, before, names), value_text(field, now, names))
        for field in told
    )
    return RowChange(one.noun, title, operation, [field for field in fields if field.old != field.new])


def shown_fields(one: LoggedTable) -> list[Any]:
    """Return the fields of which new values are told."""
    compared = set(one.compared)
    fields = one.model._meta.concrete_fields
    return [field for field in fields if field.column in compared and not field.primary_key]


def value_text(field: Any, row: Row, names: Names) -> str:
    """Return the value of the field in the row as editors read it."""
    value = row.get(field.column)
    if value in (None, ""):
        return ""
    if field.related_model not in (None, ContentType):
        return names.get(
            (field.related_model, value), f"{field.related_model._meta.verbose_name} {value}, since deleted"
        )
    return str(dict(field.flatchoices).get(value, value))


def _link_title(one: LoggedTable, row: Row, names: Names) -> str:
    others = (field for field in references(one) if field.column != one.owner)
    return ", ".join(value_text(field, row, names) for field in others)
