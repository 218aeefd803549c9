"""Brings the database in line with the seed's files."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.core.serializers.python import Deserializer
from django.db import DatabaseError, models, transaction

from people.fields import ChangedField, FoldedField, PartialDateField, TermField
from people.models import Slugged, Sourced
from people.seeding.files import NOUNS, Entry, Noun, entries, list_fields
from people.vocabulary import Status


@dataclass
class Tally:
    """What became of a noun's entries.

    Attributes:
        noun: The noun, as its file is called.
        created: How many entries are new.
        changed: How many differed from the database.
        unchanged: How many the database had just so; they were not written.
    """

    noun: str
    created: int = 0
    changed: int = 0
    unchanged: int = 0


def seed(directory: Path, report: Callable[[Tally], None]) -> None:
    """Create what the files of a directory hold and the database lacks, and change what differs: all or nothing.

    An entry is as its file says; what the file leaves out gets its default, but lists that it leaves out stay.
    Entries of which no file speaks are left alone.

    Reading costs a query per entry and per reference, writing some ten more; 400 entries take a second or two.

    Args:
        directory: Where the files are, one for each of NOUNS.
        report: Called with the tally of each noun once it is done.

    Raises:
        SeedError: A file or an entry can't be loaded. The database is as it was.
    """
    read = [(noun, entries(noun, directory)) for noun in NOUNS]
    with transaction.atomic():
        for noun, written in read:
            report(_load(noun, written))


def _load(noun: Noun, written: list[Entry]) -> Tally:
    tally = Tally(noun.name)
    found = [(entry, _deserialized(entry)) for entry in written]
    stored = _stored(noun.model, [given.object.pk for _, given in found])
    for entry, given in found:
        with _errors_of(entry):
            outcome = _bring(given.object, _lists(given), stored.get(given.object.pk))
        setattr(tally, outcome, getattr(tally, outcome) + 1)
    return tally


def _deserialized(entry: Entry) -> DeserializedObject:
    data = {"model": entry.noun.model._meta.label, "fields": entry.fields}
    try:
        given: DeserializedObject = next(iter(Deserializer([data])))
    except (DeserializationError, ObjectDoesNotExist, ValidationError, TypeError, ValueError) as error:
        raise entry.error(next(_diagnoses(entry), str(error))) from error
    return given


def _diagnoses(entry: Entry) -> Iterator[str]:
    """Yield what Django's deserialiser could not make sense of; its own messages don't say."""
    for name, value in entry.fields.items():
        field: Any = entry.noun.model._meta.get_field(name)
        keys = value if field.many_to_many else [value] if field.is_relation and value else []
        yield from (f"{name}: {problem}" for key in keys if (problem := _key_problem(field.related_model, key)))
        if not field.is_relation:
            try:
                field.to_python(value)
            except ValidationError as error:
                yield f"{name}: {_sentences(error.messages)}"


def _key_problem(model: Any, key: list[Any]) -> str:
    """Return why the natural key names no row, or nothing if it does."""
    noun, name = model._meta.verbose_name, "/".join(map(str, key))
    try:
        model._default_manager.get_by_natural_key(*key)
    except model.DoesNotExist:
        return f"there is no {noun} {name}"
    except (TypeError, ValueError):
        return f"{name} is no natural key of a {noun}"
    return ""


def _lists(given: DeserializedObject) -> dict[str, set[Any]]:
    """Return the keys of the rows that each many-to-many field of the entry is to hold."""
    return {name: set(keys) for name, keys in (given.m2m_data or {}).items()}


def _stored(model: type[models.Model], keys: list[Any]) -> dict[Any, models.Model]:
    """Return the rows with these keys, by key, with their lists at hand."""
    names = [field.name for field in list_fields(model)]
    rows = model._default_manager.prefetch_related(*names)
    return rows.in_bulk([key for key in keys if key is not None])


def _bring(wanted: models.Model, lists: dict[str, set[Any]], stored: models.Model | None) -> str:
    """Make the database hold the entry, and return what that took: created, changed or unchanged.

    Raises ValidationError for an entry that may not be stored.
    """
    fields = wanted._meta.concrete_fields
    wanted.clean_fields(exclude={field.name for field in fields if field.is_relation})
    _fill(wanted)
    _check_lists(wanted, lists)
    if stored and _equals(wanted, lists, stored):
        stored.clean()  # what the entry refers to may have changed
        return "unchanged"
    if not stored:
        _check_not_renamed(wanted)
    row = stored or wanted
    for field in fields:
        setattr(row, field.attname, getattr(wanted, field.attname))
    row.full_clean()
    row.save()
    for name, keys in lists.items():
        getattr(row, name).set(keys)
    return "changed" if stored else "created"


def _fill(row: models.Model) -> None:
    """Fill the columns that derive from others, which constraints and the comparison read."""
    for field in row._meta.concrete_fields:
        if isinstance(field, PartialDateField | FoldedField | TermField):
            field.fill(row)


def _equals(wanted: models.Model, lists: dict[str, set[Any]], stored: models.Model) -> bool:
    fields = wanted._meta.concrete_fields
    names = (field.attname for field in fields if not isinstance(field, ChangedField))
    return all(getattr(wanted, name) == getattr(stored, name) for name in names) and all(
        keys == {row.pk for row in getattr(stored, name).all()} for name, keys in lists.items()
    )


def _check_lists(wanted: models.Model, lists: dict[str, set[Any]]) -> None:
    for field in list_fields(type(wanted)):
        if not field.blank and not lists.get(field.name):
            raise ValidationError({field.name: "It can't be left out or empty."})
    if isinstance(wanted, Sourced) and wanted.status == Status.PUBLISHED and not lists.get("passages"):
        raise ValidationError({"passages": "A published entry cites at least one passage."})


def _check_not_renamed(wanted: models.Model) -> None:
    if not isinstance(wanted, Slugged):
        return
    rows: Any = type(wanted)._default_manager
    renamed = rows.formerly(wanted.slug).first()
    if renamed:
        raise ValidationError({"slug": f"This entry has been renamed to {renamed.slug}; rename it here too."})


@contextmanager
def _errors_of(entry: Entry) -> Iterator[None]:
    """Name the entry in what is wrong with it."""
    try:
        yield
    except ValidationError as error:
        messages = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        parts = [
            _sentences(lines) if name == NON_FIELD_ERRORS else f"{name}: {_sentences(lines)}"
            for name, lines in messages.items()
        ]
        raise entry.error("; ".join(parts)) from error
    except DatabaseError as error:
        raise entry.error(f"the database refuses it: {error}") from error


def _sentences(messages: Iterable[str]) -> str:
    return " ".join(messages).removesuffix(".")
