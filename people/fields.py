"""Model fields that fill other columns of their row, also when a fixture is loaded.

They fill their columns in `pre_save`, which `save` and `bulk_create` call, and on the `pre_save` signal of a raw
save, which is all that `loaddata` sends. `update`, `bulk_update` and `save` with `update_fields` go round them.
"""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from people.dates import InvalidDateError, days
from people.text import fold, slug


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
        if raw:
            self.fill(instance)


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
            return days(value)
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
    """The text of other fields, folded for searching (see people.text.fold)."""

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


class TermField(_FillingField, models.SlugField):
    """The text of another field as a slug, by which readers filter."""

    def __init__(self, source: str, **options: Any) -> None:
        """Take the name of the field whose text it holds."""
        self.source = source
        defaults: dict[str, Any] = {"editable": False, "default": "", "max_length": 200}
        super().__init__(**defaults | options)

    def fill(self, instance: models.Model) -> None:
        """Make the slug, as much of it as fits."""
        setattr(instance, self.attname, slug(getattr(instance, self.source))[: self.max_length])

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Keep the name of the source field in migrations."""
        name, path, _, options = super().deconstruct()
        return name, path, [self.source], options
