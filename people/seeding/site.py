"""What the database holds of the entries, whatever editors have renamed meanwhile."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from django.db import connection, models

from people.models import SeededEntry, Slugged
from people.seeding.contents import Content, content, references
from people.seeding.drafts import Draft, noun_of
from people.seeding.files import Noun, list_fields

AT_ONCE = 1_000
"""How many rows a query is about; databases limit the parameters of a statement."""

STAND_IN = "#"

One = TypeVar("One")


def batches(many: Iterable[One]) -> Iterator[Sequence[One]]:
    """Yield them in their order, as many at a time as a query is about."""
    ones = list(many)
    return (ones[start : start + AT_ONCE] for start in range(0, len(ones), AT_ONCE))


class Known(NamedTuple):
    """A row as far as it is known without reading all of it: its slug and status, blank where it has none."""

    slug: str
    status: str


class Site:
    """The rows of the entries.

    Attributes:
        known: What the seed last wrote, by noun and key.
        rows: The primary keys of the rows that are there, by noun and key.
        others: Likewise for keys outside the files, and those that redirect to a row with another slug.
        keys: The keys, by noun and primary key.
        found: What is known of the rows, by noun and primary key.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.known: dict[str, dict[str, SeededEntry]] = defaultdict(dict)
        self.rows: dict[str, dict[str, Any]] = defaultdict(dict)
        self.others: dict[str, dict[str, Any]] = defaultdict(dict)
        self.keys: dict[str, dict[Any, str]] = defaultdict(dict)
        self.found: dict[str, dict[Any, Known]] = defaultdict(dict)

    def load(self, noun: Noun, known: Mapping[str, SeededEntry], drafts: Mapping[str, Draft]) -> None:
        """Find the rows of a noun's entries: those that the seed has written, and those that have their keys."""
        self.known[noun.name] = dict(known)
        self.found[noun.name] = _states(noun, (entry.row for entry in known.values()))
        for key, entry in known.items():
            if entry.row in self.found[noun.name]:
                self.set_row(noun, key, entry.row)
        missing = [draft for key, draft in drafts.items() if not self._has_key(noun, key)]
        there = self._with_columns(noun, missing)
        for key in there.keys() & self.rows[noun.name].keys():
            del self.keys[noun.name][self.rows[noun.name].pop(key)]
        for key, row in there.items():
            self._meet(noun, key, row, drafts)
        self._redirect(noun, [draft.entry.key for draft in missing])
        for key, row in self.others[noun.name].items():
            if key not in self.rows[noun.name] and row not in self.keys[noun.name]:
                self.set_row(noun, key, row)
        new = set(self.rows[noun.name].values()) - set(self.found[noun.name])
        self.found[noun.name] |= _states(noun, new)

    def set_row(self, noun: Noun, key: str, row: Any) -> None:
        """Note that the key names the row."""
        self.rows[noun.name][key] = row
        self.keys[noun.name][row] = key

    def look_up(self, noun: Noun, keys: Collection[str]) -> None:
        """Find the rows that keys outside the files name."""
        missing = {key for key in keys if key not in self.rows[noun.name] and key not in self.others[noun.name]}
        parts = _paths(noun)
        for batch in batches(sorted(missing)):
            values = zip(parts, zip(*(key.split("/") for key in batch), strict=True), strict=True)
            rows = noun.model._default_manager.filter(**{f"{path}__in": set(some) for path, some in values})
            for pk, *given in rows.order_by().values_list("pk", *parts):
                self.others[noun.name]["/".join(map(str, given))] = pk
        self._redirect(noun, missing)

    def row_of(self, noun: Noun, key: str) -> Any:
        """Return the primary key of the row that a reference means, or nothing if there is none."""
        return self.rows[noun.name].get(key) or self.others[noun.name].get(key)

    def name(self, noun: Noun, row: Any) -> str:
        """Return the key of a row; of one that is none of the entries', a stand-in."""
        return self.keys[noun.name].get(row) or f"{STAND_IN}{row}"

    def readable(self, noun: Noun, key: str) -> str:
        """Return a key; for a stand-in what natural key the row has today."""
        if not key.startswith(STAND_IN):
            return key
        row: Any = noun.model._default_manager.filter(pk=int(key.removeprefix(STAND_IN))).first()
        return "/".join(map(str, row.natural_key())) if row else key

    def read(self, noun: Noun, rows: Iterable[Any], lock: bool = False) -> Iterator[tuple[models.Model, Content]]:
        """Yield the rows with these primary keys, each with what it says; on PostgreSQL locked if asked for."""
        lists = list_fields(noun.model)
        manager: Any = noun.model._default_manager
        entries = manager.select_for_update(of=("self",)) if lock and connection.vendor == "postgresql" else manager
        for batch in batches(rows):
            stored = entries.filter(pk__in=batch).order_by("pk").prefetch_related(*(field.name for field in lists))
            yield from ((row, self.said(row)) for row in stored)

    def said(self, row: models.Model) -> Content:
        """Return what a stored row says; its lists are prefetched."""
        named: dict[str, Any] = {}
        for field in references(type(row)):
            other = getattr(row, field.attname)
            named[field.name] = None if other is None else self.name(noun_of(field.related_model), other)
        for field in list_fields(type(row)):
            noun = noun_of(field.related_model)
            named[field.name] = [self.name(noun, other.pk) for other in getattr(row, field.name).all()]
        return content(row, named)

    def _has_key(self, noun: Noun, key: str) -> bool:
        """Return whether the row of an entry is where it was, under its own key."""
        row = self.rows[noun.name].get(key)
        return row is not None and self.found[noun.name][row].slug in ("", key)

    def _with_columns(self, noun: Noun, drafts: Iterable[Draft]) -> dict[str, Any]:
        """Return the rows that have in the columns of the natural key what drafts have, by the drafts' keys."""
        fields: list[Any] = [noun.model._meta.get_field(name) for name in noun.key]
        wanted = {}
        for draft in drafts:
            values = [
                self.row_of(noun_of(field.related_model), str(draft.named[field.name]))
                if field.is_relation
                else field.value_from_object(draft.row)
                for field in fields
            ]
            if None not in values:
                wanted[tuple(values)] = draft.entry.key
        columns, found = [field.attname for field in fields], dict[tuple[Any, ...], Any]()
        for batch in batches(wanted):
            given = zip(columns, zip(*batch, strict=True), strict=True)
            rows = noun.model._default_manager.filter(**{f"{column}__in": set(some) for column, some in given})
            found |= {tuple(values): pk for pk, *values in rows.order_by().values_list("pk", *columns)}
        return {wanted[values]: pk for values, pk in found.items() if values in wanted}

    def _meet(self, noun: Noun, key: str, row: Any, drafts: Mapping[str, Draft]) -> None:
        """Note that a row has an entry's key today. If the files have followed an editor who renamed it, so does it."""
        former = self.keys[noun.name].get(row)
        if former in drafts:
            return
        if former is not None:
            entry = self.known[noun.name].pop(former)
            del self.rows[noun.name][former]
            entry.key, entry.files_id = key, None  # so that it is noted anew
            self.known[noun.name][key] = entry
        self.set_row(noun, key, row)

    def _redirect(self, noun: Noun, keys: Iterable[str]) -> None:
        if not issubclass(noun.model, Slugged):
            return
        rows: Any = noun.model._default_manager.order_by()
        for batch in batches(keys):
            found = rows.filter(former_slugs__slug__in=batch).values_list("former_slugs__slug", "pk")
            self.others[noun.name].update((slug, pk) for slug, pk in found if slug in set(batch))


def _states(noun: Noun, rows: Iterable[Any]) -> dict[Any, Known]:
    """Return what is known of those of the rows that are there."""
    names = {field.name for field in noun.model._meta.concrete_fields}
    wanted = [name for name in Known._fields if name in names]
    found = {}
    for batch in batches(rows):
        stored = noun.model._default_manager.filter(pk__in=batch).order_by()
        for pk, *values in stored.values_list("pk", *wanted):
            found[pk] = Known(**{"slug": "", "status": ""} | dict(zip(wanted, values, strict=True)))
    return found


def _paths(noun: Noun) -> list[str]:
    """Return the parts of a natural key as queries name them: `source__slug`, `section`, `sentence`."""
    fields: list[Any] = [noun.model._meta.get_field(name) for name in noun.key]
    return [
        f"{field.name}__{part}" if part else field.name
        for field in fields
        for part in (_paths(noun_of(field.related_model)) if field.is_relation else [""])
    ]
