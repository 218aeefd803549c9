"""Entries as rows that are not written yet, and all that can be said against them without asking the database."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from people.fields import LengthField, PartialDateField, SortKeyField, SpellingsField, TermField
from people.models import Sourced
from people.seeding.constraints import check_conditions, unique_sets
from people.seeding.contents import Content, Value, content, digest, plain_fields, references
from people.seeding.files import (
    EMPTY_VALUES,
    ENTRY_KINDS,
    INTEGER,
    EntryKind,
    FileEntry,
    entries,
    fields_named,
    key_of,
    kinds_in,
    list_fields,
)
from people.vocabulary import Status


@dataclass(slots=True)
class Draft:
    """An entry as the row that it is to be.

    Attributes:
        entry: The entry.
        row: Its values as they are stored; for keys it has the natural keys, its own too, until it is written.
        named: The keys that its fields name, by field: one, a list, or nothing.
        said: What it says.
        digest: The digest of that.
    """

    entry: FileEntry
    row: models.Model
    named: dict[str, Value | None]
    said: Content
    digest: str

    def names(self) -> list[tuple[models.ForeignKey | models.ManyToManyField, str]]:
        """Return each field that names others with each of the keys."""
        model, named = self.entry.kind.model, self.named
        single = [(field, key) for field in references(model) if isinstance(key := named[field.name], str)]
        return single + [(field, key) for field in list_fields(model) for key in named[field.name] or ()]


FieldValues = tuple[Any, ...]
"""What some fields of a row hold."""

Drafts = dict[str, dict[str, Draft]]
"""Drafts by kind and key."""


@cache
def kind_of(model: type[models.Model]) -> EntryKind:
    """Return the kind of the model."""
    return next(kind for kind in ENTRY_KINDS if kind.model is model)


def drafts_in(directory: Path) -> Drafts:
    """Return the drafts of all entries in the files of a directory.

    Raises SeedError for a file that can't be read, an entry that no database may hold, and one that doesn't agree with
    another one.
    """
    drafts = {
        kind.name: {entry.key: _draft(entry) for entry in entries(kind, directory)} for kind in kinds_in(directory)
    }
    for kind in ENTRY_KINDS:
        _check_unique(kind, drafts.get(kind.name, {}).values())
        for draft in drafts.get(kind.name, {}).values():
            _check_with_others(draft, drafts)
    return drafts


def _draft(entry: FileEntry) -> Draft:
    model = entry.kind.model
    with errors_of(entry):
        named = _named(entry)
        row = model(**{field.name: _plain(field, entry) for field in plain_fields(model) if field.name in entry.fields})
        row.pk = entry.key
        for field in references(model):
            setattr(row, field.attname, named.get(field.name))
        row.clean_fields(exclude={field.name for field in model._meta.concrete_fields if field.is_relation} | {"id"})
        _fill(row)
        _check_lists(row, named)
        check_conditions(row)
    said = content(row, named)
    entry.forget()
    return Draft(entry, row, named, said, digest(said))


def _plain(field: models.Field, entry: FileEntry) -> object:
    value = entry.fields[field.name]
    is_text = isinstance(field, models.CharField | models.TextField | models.FileField)
    return field.to_python(value) if is_text or value not in EMPTY_VALUES else None


def _named(entry: FileEntry) -> dict[str, Value | None]:
    """Return the keys that the fields of an entry name. Raises ValidationError for one that can't be a key."""
    model, named = entry.kind.model, dict[str, Value | None]()
    for field in references(model):
        value = entry.fields.get(field.name)
        named[field.name] = _checked_key(field, value) if isinstance(value, list) else None
        if named[field.name] is None and not (field.null and field.blank):
            raise ValidationError({field.name: "This field cannot be null."})
    for field in list_fields(model):
        keys = entry.fields.get(field.name, [])
        named[field.name] = list(dict.fromkeys(_checked_key(field, key) for key in keys))
    return named


def _checked_key(field: models.ForeignKey | models.ManyToManyField, key: list[str]) -> str:
    kinds = key_parts(kind_of(field.related_model))
    fits = len(kinds) == len(key) and all(
        INTEGER.fullmatch(part) or not isinstance(kind, models.IntegerField)
        for kind, part in zip(kinds, key, strict=True)
    )
    if not fits or "\0" in key_of(key):
        kind = field.related_model._meta.verbose_name
        raise ValidationError({field.name: f"{key_of(key)} is no natural key of a {kind}"})
    return key_of(key)


@cache
def key_parts(kind: EntryKind) -> list[models.Field]:
    """Return the fields of which the parts of a natural key are values."""
    fields = fields_named(kind.model, kind.key)
    return [
        part for field in fields for part in (key_parts(kind_of(field.related_model)) if field.is_relation else [field])
    ]


def _fill(row: models.Model) -> None:
    """Fill the columns that derive from others, which constraints read."""
    for field in row._meta.concrete_fields:
        if isinstance(field, LengthField | PartialDateField | SortKeyField | SpellingsField | TermField):
            field.fill(row)


def _check_lists(row: models.Model, named: Mapping[str, Value | None]) -> None:
    for field in list_fields(type(row)):
        if not field.blank and not named[field.name]:
            raise ValidationError({field.name: "It can't be left out or empty."})
    if isinstance(row, Sourced) and row.status == Status.PUBLISHED and not named["passages"]:
        raise ValidationError({"passages": "A published entry cites at least one passage."})


def _check_unique(kind: EntryKind, drafts: Iterable[Draft]) -> None:
    """Raise SeedError for the second of two entries of which there may be one."""
    for names, told in unique_sets(kind.model, kind.key):
        seen = set()
        for draft in drafts:
            values = unique_values(draft, names)
            if values in seen:
                raise draft.entry.error(same_message(names, told))
            seen |= {values} if values else set()


def same_message(names: tuple[str, ...], told: str) -> str:
    """Return what is said of two entries of which there may be one, without a full stop."""
    return (f"{names[0]}: {told}" if len(names) == 1 else told).removesuffix(".")


def unique_values(draft: Draft, names: Iterable[str]) -> FieldValues | None:
    """Return what the fields hold, or nothing if one of them is empty: then there may be any number."""
    fields = fields_named(type(draft.row), names)
    values = tuple(field.value_from_object(draft.row) for field in fields)
    return None if None in values else values


def _check_with_others(draft: Draft, drafts: Drafts) -> None:
    """Ask the model what it makes of an entry together with those of the files that its `clean` reads."""
    for path in draft.entry.kind.clean_reads:
        name, _, many = path.partition("__")
        field: Any = type(draft.row)._meta.get_field(name)
        other = drafts.get(kind_of(field.related_model).name, {}).get(str(draft.named[name]))
        if other:
            listed = field.related_model._meta.get_field(many)
            rows = [_row(listed, key, drafts) for key in other.named[many] or ()]
            vars(other.row)["_prefetched_objects_cache"] = {many: rows}
            for one in references(type(draft.row)):
                setattr(draft.row, one.name, _row(one, str(draft.named[one.name]), drafts))
            with errors_of(draft.entry):
                draft.row.clean()


def _row(field: models.ForeignKey | models.ManyToManyField, key: str, drafts: Drafts) -> models.Model:
    """Return the row that a key in the field names, as far as the files tell."""
    draft = drafts.get(kind_of(field.related_model).name, {}).get(key)
    row: models.Model = draft.row if draft else field.related_model(pk=key, slug=key)
    return row


@contextmanager
def errors_of(entry: FileEntry) -> Iterator[None]:
    """Name the entry in what is wrong with it."""
    try:
        yield
    except ValidationError as error:
        raise entry.error(messages_of(error)) from error


def messages_of(error: ValidationError) -> str:
    """Return what is wrong, field by field, without a full stop."""
    messages = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    parts = (
        " ".join(lines).removesuffix(".")
        if name == NON_FIELD_ERRORS
        else f"{name}: {' '.join(lines).removesuffix('.')}"
        for name, lines in messages.items()
    )
    return "; ".join(parts)
