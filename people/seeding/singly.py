"""Loads entries one by one: slowly, but it says what is wrong with which."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.core.serializers.python import Deserializer
from django.db import DatabaseError, models

from people.models import Slugged
from people.seeding.checks import Lists, check, equals
from people.seeding.files import FileEntry, list_fields
from people.seeding.outcomes import Outcome


def load_singly(entries: Sequence[FileEntry]) -> list[Outcome]:
    """Make the database hold the entries, and return what became of each. Raises SeedError for the first that is wrong.

    It costs a query per entry and per reference; writing costs some ten more.
    """
    found = [(entry, _deserialized(entry)) for entry in entries]
    stored = _stored([given.object for _, given in found])
    outcomes = []
    for entry, given in found:
        with _errors_of(entry):
            outcomes.append(bring(given.object, _lists(given), stored.get(given.object.pk)))
    return outcomes


def bring(wanted: models.Model, lists: Lists, stored: models.Model | None) -> Outcome:
    """Make the database hold an entry, and return what that took.

    Raises ValidationError for an entry that may not be stored.
    """
    check(wanted, lists)
    if stored and equals(wanted, lists, stored):
        stored.clean()  # what the entry refers to may have changed
        return Outcome.UNCHANGED
    if not stored:
        _check_not_renamed(wanted)
    row = stored or wanted
    for field in wanted._meta.concrete_fields:
        setattr(row, field.attname, getattr(wanted, field.attname))
    row.full_clean()
    row.save()
    for name, keys in lists.items():
        getattr(row, name).set(keys)
    return Outcome.CHANGED if stored else Outcome.CREATED


def _deserialized(entry: FileEntry) -> DeserializedObject:
    data = {"model": entry.noun.model._meta.label, "fields": entry.fields}
    try:
        given: DeserializedObject = next(iter(Deserializer([data])))
    except (DeserializationError, ObjectDoesNotExist, ValidationError, TypeError, ValueError) as error:
        raise entry.error(next(_diagnoses(entry), str(error))) from error
    return given


def _diagnoses(entry: FileEntry) -> Iterator[str]:
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


def _lists(given: DeserializedObject) -> Lists:
    """Return the keys of the rows that each many-to-many field of the entry is to hold."""
    return {name: set(keys) for name, keys in (given.m2m_data or {}).items()}


def _stored(rows: list[models.Model]) -> dict[Any, models.Model]:
    """Return the rows with the primary keys of these, by them, with their lists at hand."""
    names = [field.name for field in list_fields(type(rows[0]))]
    found = type(rows[0])._default_manager.prefetch_related(*names)
    return found.in_bulk([row.pk for row in rows if row.pk is not None])


def _check_not_renamed(wanted: models.Model) -> None:
    if not isinstance(wanted, Slugged):
        return
    rows: Any = type(wanted)._default_manager
    renamed = rows.formerly(wanted.slug).first()
    if renamed:
        message = f"“{wanted.slug}” was the address of {renamed} ({renamed.slug}) and still redirects there."
        raise ValidationError({"slug": f"{message} If this is the same entry, rename it here too."})


@contextmanager
def _errors_of(entry: FileEntry) -> Iterator[None]:
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
