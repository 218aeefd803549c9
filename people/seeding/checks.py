"""What is checked of an entry without asking the database, and how it is compared with what is stored."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from people.fields import ChangedField, PartialDateField, SpellingsField, TermField
from people.models import Sourced
from people.seeding.files import list_fields
from people.vocabulary import Status

Lists = dict[str, set[Any]]
"""The primary keys of the rows that each many-to-many field of an entry is to hold."""


def check(wanted: models.Model, lists: Lists) -> None:
    """Bring the values into the form in which they are stored, and fill the columns that derive from them.

    Raises ValidationError for a value that no entry may have, and for lists that lack what they must hold.
    """
    wanted.clean_fields(exclude={field.name for field in wanted._meta.concrete_fields if field.is_relation})
    _fill(wanted)
    _check_lists(wanted, lists)


def equals(wanted: models.Model, lists: Lists, stored: models.Model) -> bool:
    """Return whether the row that is stored, and its lists, are as wanted."""
    fields = wanted._meta.concrete_fields
    names = (field.attname for field in fields if not isinstance(field, ChangedField))
    return all(getattr(wanted, name) == getattr(stored, name) for name in names) and all(
        keys == {row.pk for row in getattr(stored, name).all()} for name, keys in lists.items()
    )


def _fill(row: models.Model) -> None:
    """Fill the columns that derive from others, which constraints and the comparison read."""
    for field in row._meta.concrete_fields:
        if isinstance(field, PartialDateField | SpellingsField | TermField):
            field.fill(row)


def _check_lists(wanted: models.Model, lists: Lists) -> None:
    for field in list_fields(type(wanted)):
        if not field.blank and not lists.get(field.name):
            raise ValidationError({field.name: "It can't be left out or empty."})
    if isinstance(wanted, Sourced) and wanted.status == Status.PUBLISHED and not lists.get("passages"):
        raise ValidationError({"passages": "A published entry cites at least one passage."})
