"""Dates that may be partial, the days they span, and the time of the last save."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from people.dates import InvalidDateError, bounds
from people.fields.base import FillingField, PackagedField


class PartialDateField(FillingField, models.CharField):
    """A partial date as EDTF text; fills `<name>_earliest` and `<name>_latest`, the days it may mean.

    The model declares these two, after it, as DayField. Blank text is a date that is not given.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what CharField takes; by default blank and of at most 40 characters."""
        super().__init__(*args, **{"max_length": 40, "blank": True, "default": "", **options})

    def fill(self, instance: models.Model) -> None:
        """Set the earliest and the latest day. Raises ValidationError for text that is no date."""
        for end, day in zip(("earliest", "latest"), self._days(getattr(instance, self.attname)), strict=True):
            setattr(instance, f"{self.name}_{end}", day)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Raise ValidationError, naming the text and what would do, for text that is no date."""
        super().validate(value, model_instance)
        self._days(value)

    def _days(self, value: str) -> tuple[dt.date | None, dt.date | None]:
        try:
            return bounds(value)
        except InvalidDateError as error:
            raise ValidationError(str(error), code="invalid") from error


class DayField(PackagedField, models.DateField):
    """A day that a PartialDateField fills; null where that end is open or not given."""

    # What django-stubs reads: the type checker doesn't see that `null` is the default here.
    _pyi_private_set_type: dt.date | None  # type: ignore[assignment]
    _pyi_private_get_type: dt.date | None  # type: ignore[assignment]

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what DateField takes; by default null and not editable."""
        super().__init__(*args, **{"null": True, "blank": True, "editable": False, **options})


class ChangedField(FillingField, models.DateTimeField):  # type: ignore[misc]
    """The time of the last save.

    A fixture that gives a time, as a dump does, keeps it; so does one that says in all columns what is stored.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        """Take what DateTimeField takes; by default indexed, filled alone and not editable."""
        super().__init__(*args, **{"db_index": True, "blank": True, "editable": False, **options})

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
