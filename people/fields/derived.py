"""Columns made of the text of other fields, by which rows are searched, filtered and sorted."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from people.collation import name_key, sort_key
from people.fields.base import FillingField
from people.spellings import spellings
from people.text import fold, length, slug, tidy

# The collations of SQLite and PostgreSQL that compare texts code point by code point, as Python does.
COLLATIONS = {"sqlite": "BINARY", "postgresql": "C"}


class FoldedField(FillingField, models.TextField):
    """The text of other fields, folded. No model has one any more; migrations from when they had go on needing it."""

    def __init__(self, *sources: str, **options: Any) -> None:
        """Take the names of the fields whose text it holds."""
        self.sources = sources
        super().__init__(**{"editable": False, "default": "", **options})

    def fill(self, instance: models.Model) -> None:
        """Fold the text of the source fields, one line each."""
        setattr(instance, self.attname, "\n".join(fold(getattr(instance, source)) for source in self.sources))

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.sources, options


class SpellingsField(FillingField, models.TextField):
    """In which other ways words of other fields may be written, for searching (see people.spellings).

    Null where there is none, as of most rows: so it is added to a table of any size at once. Of words that SQL has
    written, `manage.py sort_keys` makes them anew.
    """

    # What django-stubs reads: the type checker doesn't see that `null` is the default here.
    _pyi_private_set_type: str | None  # type: ignore[assignment]
    _pyi_private_get_type: str | None  # type: ignore[assignment]

    def __init__(self, *sources: str, **options: Any) -> None:
        """Take the names of the fields whose words it holds."""
        self.named = sources
        super().__init__(**{"editable": False, "null": True, **options})

    def fill(self, instance: models.Model) -> None:
        """Set the spellings of the source fields."""
        text = " ".join(tidy(getattr(instance, source)) for source in self.named)
        setattr(instance, self.attname, spellings(text) or None)

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.named, options


class TermField(FillingField, models.SlugField):
    """The text of another field as a slug, by which readers filter."""

    def __init__(self, source: str, **options: Any) -> None:
        """Take the name of the field whose text it holds."""
        self.named = (source,)
        super().__init__(**{"editable": False, "default": "", "max_length": 200, **options})

    def fill(self, instance: models.Model) -> None:
        """Make the slug, as much of it as fits."""
        setattr(instance, self.attname, slug(getattr(instance, self.named[0]))[: self.max_length])

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Keep the name of the source field in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, list(self.named), options


class LengthField(FillingField, models.PositiveIntegerField):
    """The length of the text of another field, normalised (see people.text.length); as given where there is no text."""

    # What django-stubs reads: the type checker doesn't see that `null` is the default here.
    _pyi_private_set_type: int | None  # type: ignore[assignment]
    _pyi_private_get_type: int | None  # type: ignore[assignment]

    def __init__(self, source: str, **options: Any) -> None:
        """Take the name of the field whose text it measures."""
        self.named = (source,)
        super().__init__(**{"blank": True, "null": True, **options})

    def fill(self, instance: models.Model) -> None:
        """Set the length of the text, or leave the one given where there is no text."""
        text = getattr(instance, self.named[0])
        setattr(instance, self.attname, length(text) if text else getattr(instance, self.attname, None))

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Keep the name of the source field in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, list(self.named), options


class SortKeyField(FillingField, models.TextField):
    """What a name is sorted by, in the same order on every database (see people.collation).

    SQL that writes a name without its key leaves an old one, or an empty one, which comes first; `manage.py sort_keys`
    makes them anew.
    """

    make = staticmethod(sort_key)

    def __init__(self, *sources: str, **options: Any) -> None:
        """Take the names of the fields of which the first that is not blank is sorted by."""
        self.named = sources
        super().__init__(**{"editable": False, "default": "", "db_default": "", **options})

    def fill(self, instance: models.Model) -> None:
        """Make the key."""
        name = next(filter(None, (getattr(instance, source) for source in self.named)), "")
        setattr(instance, self.attname, self.make(name))

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, str | None]:
        """Return what the column is made with: it compares code points."""
        return super().db_parameters(connection) | {"collation": COLLATIONS[connection.vendor]}

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.named, options


class NameKeyField(SortKeyField):
    """What names have in common that differ in nothing that counts for their order: namesakes have the same."""

    make = staticmethod(name_key)
