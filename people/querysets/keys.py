"""Keys: what stands in columns of their own, made of names and texts, so that these are sorted and found.

`update` and SQL don't fill them. They are the fields that say of which others they are made, as `named`: sort keys,
terms and other spellings (see people.fields).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import models
from django.db.models import QuerySet

ROWS_PER_UPDATE = 250


def key_fields(model: type[models.Model], names: Collection[str] | None = None) -> list[Any]:
    """Return the fields of the model that hold keys of the fields with these names, or of any."""
    keys = [field for field in model._meta.concrete_fields if hasattr(field, "named")]
    return [field for field in keys if names is None or not set(field.named).isdisjoint(names)]


def fill_keys(rows: QuerySet, entries: Sequence[int] | None = None) -> int:
    """Store the keys of the entries, given by theirs, or of all, where they are stale; return how many were."""
    # Not by the queryset of the noun, which would come back here; and no entry has changed by it.
    plain: QuerySet = models.QuerySet(rows.model, using=rows.db)
    names = [field.name for field in key_fields(rows.model)]
    number = 0
    for some in stale_entries(rows, entries):
        plain.bulk_update(some, names)
        number += len(some)
    return number


def stale_entries(rows: QuerySet, entries: Sequence[int] | None = None) -> Iterator[list[models.Model]]:
    """Yield, some at once, those of the entries of which a stored key is not the one of their texts, with that one."""
    keys = key_fields(rows.model)
    found = list(rows.order_by("pk").values_list("pk", flat=True)) if entries is None else entries
    for start in range(0, len(found), ROWS_PER_UPDATE):
        some = rows.filter(pk__in=found[start : start + ROWS_PER_UPDATE]).order_by()
        yield [entry for entry in some if _refilled(entry, keys)]


def _refilled(entry: models.Model, keys: Sequence[Any]) -> bool:
    """Fill the keys, and return whether that has changed any."""
    before = [getattr(entry, field.attname) for field in keys]
    for field in keys:
        field.fill(entry)
    return before != [getattr(entry, field.attname) for field in keys]
