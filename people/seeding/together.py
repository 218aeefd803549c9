"""Loads many entries with few queries, or refuses them without saying what is wrong with which."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models import prefetch_related_objects

from people.seeding.checks import Lists, check, equals
from people.seeding.files import FileEntry, Noun, list_fields
from people.seeding.keys import key_of, primary_keys, stored
from people.seeding.outcomes import Outcome
from people.seeding.singly import bring

REFUSALS = (ValidationError, DatabaseError, LookupError, TypeError, ValueError, OverflowError)
"""What may be raised over an entry that is wrong: by checks and constraints, by a key that names nothing, …"""


class Wanted(NamedTuple):
    """What an entry wants the database to hold: a row and its lists; and the row that is stored, if any."""

    row: models.Model
    lists: Lists
    stored: models.Model | None

    @property
    def outcome(self) -> Outcome:
        """What it takes."""
        if not self.stored:
            return Outcome.CREATED
        return Outcome.UNCHANGED if equals(self.row, self.lists, self.stored) else Outcome.CHANGED


def load_together(noun: Noun, entries: Sequence[FileEntry]) -> list[Outcome]:
    """Make the database hold the entries, and return what became of each.

    New entries are written together, those that differ one by one. What is unique, and what spans columns, is left
    to the database's constraints.

    Raises one of REFUSALS if an entry may not be stored. Some of them may have been written then.
    """
    wanted = _wanted(noun, entries)
    outcomes = [one.outcome for one in wanted]
    for outcome, run in groupby(zip(outcomes, wanted, strict=True), key=lambda pair: pair[0]):
        ones = [one for _, one in run]
        if outcome == Outcome.CREATED:
            _create(noun.model, ones)
        elif outcome == Outcome.CHANGED:
            for one in ones:
                bring(*one)
    return outcomes


def _wanted(noun: Noun, entries: Sequence[FileEntry]) -> list[Wanted]:
    """Return what the entries want, checked but for what the database's constraints say."""
    keys = {field.name: primary_keys(field.related_model, _named(field, entries)) for field in _referring(noun.model)}
    drafts = [_draft(entry, keys) for entry in entries]
    for row, lists in drafts:
        check(row, lists)
        _check_references(row)
    rows = [row for row, _ in drafts]
    found = stored(noun, rows)
    wanted = [Wanted(row, lists, found.get(key_of(noun, row))) for row, lists in drafts]
    for one in wanted:
        if one.stored:
            one.row.pk = one.stored.pk
    prefetch_related_objects(rows, *noun.clean_reads)
    for row in rows:
        row.clean()
    return wanted


def _referring(model: type[models.Model]) -> list[Any]:
    """Return the fields by which entries refer to others."""
    return [*(field for field in model._meta.concrete_fields if field.is_relation), *list_fields(model)]


def _named(field: Any, entries: Sequence[FileEntry]) -> set[tuple[Any, ...]]:
    """Return the natural keys that the entries give in a field."""
    given = [value for entry in entries if (value := entry.fields.get(field.name))]
    return {tuple(key) for value in given for key in (value if field.many_to_many else [value])}


def _draft(entry: FileEntry, keys: dict[str, dict[tuple[Any, ...], Any]]) -> tuple[models.Model, Lists]:
    """Return an entry as a row and its lists, given the primary keys of each field by natural keys."""
    values, lists = {}, {}
    for name, value in entry.fields.items():
        field: Any = entry.noun.model._meta.get_field(name)
        if field.many_to_many:
            lists[name] = {keys[name][tuple(key)] for key in value}
        elif field.is_relation:
            values[field.attname] = None if value is None else keys[name][tuple(value)]
        else:
            values[name] = field.to_python(value)
    return entry.noun.model(**values), lists


def _check_references(row: models.Model) -> None:
    """Raise ValidationError for a reference that is not given but must be."""
    for field in row._meta.concrete_fields:
        if field.is_relation and not (field.null and field.blank) and getattr(row, field.attname) is None:
            raise ValidationError({field.name: "This field cannot be null."})


def _create(model: type[models.Model], ones: list[Wanted]) -> None:
    """Write new rows and their lists. Raises ValidationError for the slug of an entry that has another one today."""
    model._default_manager.bulk_create([one.row for one in ones])
    for field in list_fields(model):
        links: Any = field.remote_field.through
        here, there = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        pairs = ((one.row.pk, key) for one in ones for key in one.lists.get(field.name, ()))
        links._default_manager.bulk_create(links(**{here: pk, there: key}) for pk, key in pairs)
