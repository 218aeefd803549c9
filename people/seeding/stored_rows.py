"""What the database holds of the entries, whatever editors have renamed meanwhile."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models

from people.models import SeededEntry, Slugged
from people.seeding.contents import Content, Value, content, references
from people.seeding.drafts import Draft, kind_of
from people.seeding.files import EntryKind, fields_named, list_fields

BATCH_SIZE = 1_000
"""How many rows a query is about; databases limit the parameters of a statement."""

UNKNOWN_KEY_PREFIX = "#"

One = TypeVar("One")


def batches(many: Iterable[One]) -> Iterator[Sequence[One]]:
    """Yield them in their order, as many at a time as a query is about."""
    ones = list(many)
    return (ones[start : start + BATCH_SIZE] for start in range(0, len(ones), BATCH_SIZE))


class RowState(NamedTuple):
    """A row as far as it is known without reading all of it: its slug and status, blank where it has none."""

    slug: str
    status: str


class StoredRows:
    """The rows of the entries.

    Attributes:
        known: What the seed last wrote, by kind and key.
        rows: The primary keys of the rows that are there, by kind and key.
        others: Likewise for keys outside the files, and those that redirect to a row with another slug.
        keys: The keys, by kind and primary key.
        found: What is known of the rows, by kind and primary key.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.known: dict[str, dict[str, SeededEntry]] = defaultdict(dict)
        self.rows: dict[str, dict[str, int]] = defaultdict(dict)
        self.others: dict[str, dict[str, int]] = defaultdict(dict)
        self.keys: dict[str, dict[int, str]] = defaultdict(dict)
        self.found: dict[str, dict[int, RowState]] = defaultdict(dict)

    def load(self, kind: EntryKind, known: Mapping[str, SeededEntry], drafts: Mapping[str, Draft]) -> None:
        """Find the rows of a kind's entries: those that the seed has written, and those that have their keys."""
        self.known[kind.name] = dict(known)
        self.found[kind.name] = _states(kind, (entry.row for entry in known.values()))
        for key, entry in known.items():
            if entry.row in self.found[kind.name]:
                self.set_row(kind, key, entry.row)
        missing = [draft for key, draft in drafts.items() if not self._has_key(kind, key)]
        there = self._with_columns(kind, missing)
        for key in there.keys() & self.rows[kind.name].keys():
            del self.keys[kind.name][self.rows[kind.name].pop(key)]
        for key, row in there.items():
            self._meet(kind, key, row, drafts)
        self._redirect(kind, [draft.entry.key for draft in missing])
        for key, row in self.others[kind.name].items():
            if key not in self.rows[kind.name] and row not in self.keys[kind.name]:
                self.set_row(kind, key, row)
        new = set(self.rows[kind.name].values()) - set(self.found[kind.name])
        self.found[kind.name] |= _states(kind, new)

    def set_row(self, kind: EntryKind, key: str, row: int) -> None:
        """Note that the key names the row."""
        self.rows[kind.name][key] = row
        self.keys[kind.name][row] = key

    def look_up(self, kind: EntryKind, keys: Collection[str]) -> None:
        """Find the rows that keys outside the files name."""
        missing = {key for key in keys if key not in self.rows[kind.name] and key not in self.others[kind.name]}
        parts = _paths(kind)
        for batch in batches(sorted(missing)):
            values = zip(parts, zip(*(key.split("/") for key in batch), strict=True), strict=True)
            rows = kind.model._default_manager.filter(**{f"{path}__in": set(some) for path, some in values})
            for pk, *given in rows.order_by().values_list("pk", *parts):
                self.others[kind.name]["/".join(map(str, given))] = pk
        self._redirect(kind, missing)

    def row_of(self, kind: EntryKind, key: str) -> int | None:
        """Return the primary key of the row that a reference means, or nothing if there is none."""
        return self.rows[kind.name].get(key) or self.others[kind.name].get(key)

    def name(self, kind: EntryKind, row: int) -> str:
        """Return the key of a row; of one that is none of the entries', a stand-in."""
        return self.keys[kind.name].get(row) or f"{UNKNOWN_KEY_PREFIX}{row}"

    def readable(self, kind: EntryKind, key: str) -> str:
        """Return a key; for a stand-in what natural key the row has today."""
        if not key.startswith(UNKNOWN_KEY_PREFIX):
            return key
        row: Any = kind.model._default_manager.filter(pk=int(key.removeprefix(UNKNOWN_KEY_PREFIX))).first()
        return "/".join(map(str, row.natural_key())) if row else key

    def read(self, kind: EntryKind, rows: Iterable[int], lock: bool = False) -> Iterator[tuple[models.Model, Content]]:
        """Yield the rows with these primary keys, each with what it says; on PostgreSQL locked if asked for."""
        lists = list_fields(kind.model)
        manager = kind.model._default_manager
        entries = manager.select_for_update(of=("self",)) if lock and connection.vendor == "postgresql" else manager
        for batch in batches(rows):
            stored = entries.filter(pk__in=batch).order_by("pk").prefetch_related(*(field.name for field in lists))
            yield from ((row, self.said(row)) for row in stored)

    def said(self, row: models.Model) -> Content:
        """Return what a stored row says; its lists are prefetched."""
        named: dict[str, Value | None] = {}
        for field in references(type(row)):
            other = getattr(row, field.attname)
            named[field.name] = None if other is None else self.name(kind_of(field.related_model), other)
        for field in list_fields(type(row)):
            kind = kind_of(field.related_model)
            named[field.name] = [self.name(kind, other.pk) for other in getattr(row, field.name).all()]
        return content(row, named)

    def _has_key(self, kind: EntryKind, key: str) -> bool:
        """Return whether the row of an entry is where it was, under its own key."""
        row = self.rows[kind.name].get(key)
        return row is not None and self.found[kind.name][row].slug in ("", key)

    def _with_columns(self, kind: EntryKind, drafts: Iterable[Draft]) -> dict[str, int]:
        """Return the rows that have in the columns of the natural key what drafts have, by the drafts' keys."""
        fields = fields_named(kind.model, kind.key)
        target = {}
        for draft in drafts:
            values = [
                self.row_of(kind_of(field.related_model), str(draft.named[field.name]))
                if field.is_relation
                else field.value_from_object(draft.row)
                for field in fields
            ]
            if None not in values:
                target[tuple(values)] = draft.entry.key
        columns, found = [field.attname for field in fields], dict[tuple[object, ...], int]()
        for batch in batches(target):
            given = zip(columns, zip(*batch, strict=True), strict=True)
            rows = kind.model._default_manager.filter(**{f"{column}__in": set(some) for column, some in given})
            found |= {tuple(values): pk for pk, *values in rows.order_by().values_list("pk", *columns)}
        return {target[values]: pk for values, pk in found.items() if values in target}

    def _meet(self, kind: EntryKind, key: str, row: int, drafts: Mapping[str, Draft]) -> None:
        """Note that a row has an entry's key today. If the files have followed an editor who renamed it, so does it."""
        former = self.keys[kind.name].get(row)
        if former in drafts:
            return
        if former is not None:
            entry = self.known[kind.name].pop(former)
            del self.rows[kind.name][former]
            entry.key, entry.files_id = key, None  # so that it is noted anew
            self.known[kind.name][key] = entry
        self.set_row(kind, key, row)

    def _redirect(self, kind: EntryKind, keys: Iterable[str]) -> None:
        if not issubclass(kind.model, Slugged):
            return
        rows = kind.model._default_manager.order_by()
        for batch in batches(keys):
            found = rows.filter(slug_redirects__slug__in=batch).values_list("slug_redirects__slug", "pk")
            self.others[kind.name].update((slug, pk) for slug, pk in found if slug in set(batch))


def _states(kind: EntryKind, rows: Iterable[int]) -> dict[int, RowState]:
    """Return what is known of those of the rows that are there."""
    names = {field.name for field in kind.model._meta.concrete_fields}
    target = [name for name in RowState._fields if name in names]
    found = {}
    for batch in batches(rows):
        stored = kind.model._default_manager.filter(pk__in=batch).order_by()
        for pk, *values in stored.values_list("pk", *target):
            found[pk] = RowState(**{"slug": "", "status": ""} | dict(zip(target, values, strict=True)))
    return found


def _paths(kind: EntryKind) -> list[str]:
    """Return the parts of a natural key as queries name them: `source__slug`, `section`, `sentence`."""
    fields = fields_named(kind.model, kind.key)
    return [
        f"{field.name}__{part}" if part else field.name
        for field in fields
        for part in (_paths(kind_of(field.related_model)) if field.is_relation else [""])
    ]
