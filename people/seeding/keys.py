"""Finds the rows that natural keys name, for many of them in one query."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import models

from people.seeding.files import NOUNS, Noun, list_fields

AT_ONCE = 1_000
"""How many entries or keys a query is about; databases limit the parameters of a statement."""

One = TypeVar("One")


def batches(many: Sequence[One]) -> Iterator[Sequence[One]]:
    """Yield them in their order, as many at a time as a query is about."""
    return (many[start : start + AT_ONCE] for start in range(0, len(many), AT_ONCE))


def primary_keys(model: type[models.Model], keys: set[tuple[Any, ...]]) -> dict[tuple[Any, ...], Any]:
    """Return the primary keys of the model's rows by their natural keys, as far as there are such rows.

    Raises TypeError or ValueError where one of the keys can't be a natural key of the model.
    """
    parts = _parts(_noun(model))
    found = {}
    for batch in batches(sorted(keys)):
        values = zip(parts, zip(*batch, strict=True), strict=True)
        rows = model._default_manager.filter(**{f"{part}__in": set(given) for part, given in values}).order_by()
        found.update({tuple(key): pk for pk, *key in rows.values_list("pk", *parts)})
    return found


def stored(noun: Noun, rows: list[models.Model]) -> dict[tuple[Any, ...], models.Model]:
    """Return what the database holds of the noun under the keys of the rows, by `key_of`, with their lists at hand."""
    values = zip(_columns(noun), zip(*(key_of(noun, row) for row in rows), strict=True), strict=True)
    found = noun.model._default_manager.filter(**{f"{column}__in": set(given) for column, given in values})
    lists = (field.name for field in list_fields(noun.model))
    return {key_of(noun, row): row for row in found.order_by().prefetch_related(*lists)}


def key_of(noun: Noun, row: models.Model) -> tuple[Any, ...]:
    """Return the natural key as the row holds it, with the primary keys of what it refers to."""
    return tuple(getattr(row, column) for column in _columns(noun))


def _noun(model: type[models.Model]) -> Noun:
    return next(noun for noun in NOUNS if noun.model is model)


@cache
def _columns(noun: Noun) -> tuple[str, ...]:
    fields: list[Any] = [noun.model._meta.get_field(name) for name in noun.key]
    return tuple(field.attname for field in fields)


@cache
def _parts(noun: Noun) -> tuple[str, ...]:
    """Return what a natural key consists of, as queries name it: `source__slug`, `section`, `sentence`."""
    fields: list[Any] = [noun.model._meta.get_field(name) for name in noun.key]
    return tuple(
        f"{field.name}__{part}" if part else field.name
        for field in fields
        for part in (_parts(_noun(field.related_model)) if field.is_relation else [""])
    )
