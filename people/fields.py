"""Model fields that tidy their text or fill other columns of their row, also when a fixture is loaded.

They do so in `pre_save`, which `save` and `bulk_create` call, and on the `pre_save` signal of a raw save, which is all
that `loaddata` sends. `update`, `bulk_update` and `save` with `update_fields` fill those columns alone that say of what
they are made, as `named` (see people.querysets.keys), not the days of dates; and no text is stored untidied or longer
than its limit, except by SQL.
"""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from people.collation import name_key, sort_key
from people.dates import InvalidDateError, bounds
from people.spellings import spellings
from people.text import fold, slug, tidy

# The collations of SQLite and PostgreSQL that compare texts code point by code point, as Python does.
COLLATIONS = {"sqlite": "BINARY", "postgresql": "C"}


class _FillingField(models.Field):
    """A field that sets attributes of its instance before each save."""

    def fill(self, instance: models.Model) -> None:
        """Set on `instance` what derives from its other values."""
        raise NotImplementedError

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Fill, then return the value to store."""
        self.fill(model_instance)
        return super().pre_save(model_instance, add)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Listen for raw saves of the model that the field stands in."""
        super().contribute_to_class(cls, name, private_only=private_only)
        if not cls._meta.abstract:
            models.signals.pre_save.connect(self._fill_raw, sender=cls)

    def _fill_raw(self, instance: models.Model, raw: bool, **_: Any) -> None:
        if not raw:
            return
        try:
            self.fill(instance)
        except ValidationError as error:
            entry = f"{instance._meta.verbose_name} {getattr(instance, 'slug', None) or instance.pk}"
            raise ValidationError(f"{entry}: {self.name}: {' '.join(error.messages)}", code="invalid") from error


class CheckedCharField(forms.CharField):
    """The field of a form for text that its model's field changes or refuses."""

    def __init__(self, *, check: Callable[[Any], Any], **options: Any) -> None:
        """Take the function that returns the text to store or raises ValidationError, and what CharField takes."""
        self.check = check
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """Return the text to store. Raises ValidationError for one that is refused."""
        return self.check(super().to_python(value))


class LimitedField(_FillingField):
    """Mixed into a field of text: it has a limit, which forms tell and which holds for whoever writes.

    A row from before there was a limit may be over it. It is left alone until it is saved.
    """

    max_length: int

    def check_text(self, value: Any) -> Any:
        """Return the text to store for the one given. Raises ValidationError, with both numbers, if it is too long."""
        if isinstance(value, str) and len(value) > self.max_length:
            message = f"It has {len(value):,} characters; at most {self.max_length:,}."
            raise ValidationError(message, code="max_length")
        return value

    def fill(self, instance: models.Model) -> None:
        """Set the text to store. Raises ValidationError for one that is refused."""
        setattr(instance, self.attname, self._checked(getattr(instance, self.attname)))

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Return the text to store. Raises ValidationError for one that is refused."""
        return super().clean(self.check_text(self.to_python(value)), model_instance)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Return what the database is given, by `update` too. Raises ValidationError for text that is refused."""
        return super().get_db_prep_save(self._checked(value), connection)

    def formfield(self, *args: Any, **options: Any) -> Any:
        """Return the form's field, which tells the limit."""
        defaults: dict[str, Any] = {
            "form_class": partial(CheckedCharField, check=self.check_text),
            "help_text": f"{self.help_text} At most {self.max_length:,} characters.".strip(),
        }
        return super().formfield(*args, **defaults | options)

    def _checked(self, value: Any) -> Any:
        try:
            return self.check_text(value)
        except ValidationError as error:
            raise ValidationError({self.name: error.messages}) from error


class TidyField(LimitedField):
    """Mixed into a field of text: it is stored tidied (see people.text.tidy), and looked for so."""

    def check_text(self, value: Any) -> Any:
        """Return the text tidied. Raises ValidationError if nothing is left that can be seen, or too much."""
        if not isinstance(value, str):
            return value
        text = tidy(value)
        if value and not text and (value.strip() or not self.blank):
            raise ValidationError("It has nothing but characters that can't be seen.", code="unseen")
        return super().check_text(text)

    def get_prep_value(self, value: Any) -> Any:
        """Return the text as it would be stored."""
        text = super().get_prep_value(value)
        return tidy(text) if isinstance(text, str) else text


class NameField(TidyField, models.CharField):
    """A name, a title or another line of text."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what CharField takes; by default of at most 200 characters."""
        super().__init__(*args, **{"max_length": 200} | options)


class SortNameField(NameField):
    """What a name is sorted by; if left blank, the family name first as far as that can be told."""

    def fill(self, instance: models.Model) -> None:
        """Set the text to store, or what is proposed. Raises ValidationError for one that is refused."""
        super().fill(instance)
        if not getattr(instance, self.attname):
            proposed = instance.propose_sort_name()  # type: ignore[attr-defined]
            setattr(instance, self.attname, proposed[: self.max_length])


class ProseField(TidyField, models.TextField):
    """A few sentences, one paragraph."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what TextField takes; by default of at most 2,000 characters."""
        super().__init__(*args, **{"max_length": 2_000} | options)


class LongTextField(LimitedField, models.TextField):
    """A text of somebody else, stored as it is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what TextField takes; by default of at most 10,000 characters."""
        super().__init__(*args, **{"max_length": 10_000} | options)


class PartialDateField(_FillingField, models.CharField):
    """A partial date as EDTF text; fills `<name>_earliest` and `<name>_latest`, the days it may mean.

    The model declares these two, after it, as DayField. Blank text is a date that is not given.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what CharField takes; by default blank and of at most 40 characters."""
        defaults: dict[str, Any] = {"max_length": 40, "blank": True, "default": ""}
        super().__init__(*args, **defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Set the earliest and the latest day. Raises ValidationError for text that is no date."""
        for end, day in zip(("earliest", "latest"), self._days(getattr(instance, self.attname)), strict=True):
            setattr(instance, f"{self.name}_{end}", day)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Raise ValidationError, naming the text and what would do, for text that is no date."""
        super().validate(value, model_instance)
        self._days(value)

    def _days(self, value: str) -> tuple[Any, Any]:
        try:
            return bounds(value)
        except InvalidDateError as error:
            raise ValidationError(str(error), code="invalid") from error


class DayField(models.DateField):
    """A day that a PartialDateField fills; null where that end is open or not given."""

    # What django-stubs reads: the type checker doesn't see that `null` is the default here.
    _pyi_private_set_type: dt.date | None  # type: ignore[assignment]
    _pyi_private_get_type: dt.date | None  # type: ignore[assignment]

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what DateField takes; by default null and not editable."""
        defaults: dict[str, Any] = {"null": True, "blank": True, "editable": False}
        super().__init__(*args, **defaults | options)


class ChangedField(_FillingField, models.DateTimeField):  # type: ignore[misc]
    """The time of the last save.

    A fixture that gives a time, as a dump does, keeps it; so does one that says in all columns what is stored.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what DateTimeField takes; by default indexed, filled alone and not editable."""
        defaults: dict[str, Any] = {"db_index": True, "blank": True, "editable": False}
        super().__init__(*args, **defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Set the time that it is now."""
        setattr(instance, self.attname, timezone.now())

    def _fill_raw(self, instance: models.Model, raw: bool, **options: Any) -> None:
        if not raw or getattr(instance, self.attname) is not None:
            return
        stored = type(instance)._base_manager.using(options["using"]).filter(pk=instance.pk).first()
        given = [field.attname for field in instance._meta.concrete_fields if field.editable]
        if stored and all(getattr(stored, name) == getattr(instance, name) for name in given):
            setattr(instance, self.attname, getattr(stored, self.attname))
        else:
            self.fill(instance)


class FoldedField(_FillingField, models.TextField):
    """The text of other fields, folded. No model has one any more; migrations from when they had go on needing it."""

    def __init__(self, *sources: str, **options: Any) -> None:
        """Take the names of the fields whose text it holds."""
        self.sources = sources
        defaults: dict[str, Any] = {"editable": False, "default": ""}
        super().__init__(**defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Fold the text of the source fields, one line each."""
        setattr(instance, self.attname, "\n".join(fold(getattr(instance, source)) for source in self.sources))

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.sources, options


class SpellingsField(_FillingField, models.TextField):
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
        defaults: dict[str, Any] = {"editable": False, "null": True}
        super().__init__(**defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Set the spellings of the source fields."""
        text = " ".join(tidy(getattr(instance, source)) for source in self.named)
        setattr(instance, self.attname, spellings(text) or None)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.named, options


class TermField(_FillingField, models.SlugField):
    """The text of another field as a slug, by which readers filter."""

    def __init__(self, source: str, **options: Any) -> None:
        """Take the name of the field whose text it holds."""
        self.named = (source,)
        defaults: dict[str, Any] = {"editable": False, "default": "", "max_length": 200}
        super().__init__(**defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Make the slug, as much of it as fits."""
        setattr(instance, self.attname, slug(getattr(instance, self.named[0]))[: self.max_length])

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the name of the source field in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, list(self.named), options


class SortKeyField(_FillingField, models.TextField):
    """What a name is sorted by, in the same order on every database (see people.collation).

    SQL that writes a name without its key leaves an old one, or an empty one, which comes first; `manage.py sort_keys`
    makes them anew.
    """

    make = staticmethod(sort_key)

    def __init__(self, *sources: str, **options: Any) -> None:
        """Take the names of the fields of which the first that is not blank is sorted by."""
        self.named = sources
        defaults: dict[str, Any] = {"editable": False, "default": "", "db_default": ""}
        super().__init__(**defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Make the key."""
        name = next(filter(None, (getattr(instance, source) for source in self.named)), "")
        setattr(instance, self.attname, self.make(name))

    def db_parameters(self, connection: Any) -> Any:
        """Return what the column is made with: it compares code points."""
        return super().db_parameters(connection) | {"collation": COLLATIONS[connection.vendor]}

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the names of the source fields in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, self.named, options


class NameKeyField(SortKeyField):
    """What names have in common that differ in nothing that counts for their order: namesakes have the same."""

    make = staticmethod(name_key)
