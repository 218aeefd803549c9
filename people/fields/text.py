"""Text: limited in length, and tidied where it is the site's own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from people.fields.base import FillingField
from people.text import tidy


class CheckedCharField(forms.CharField):
    """The field of a form for text that its model's field changes or refuses."""

    def __init__(self, *, check: Callable[[object], object], **options: Any) -> None:
        """Take the function that returns the text to store or raises ValidationError, and what CharField takes."""
        self.check = check
        super().__init__(**options)

    def to_python(self, value: object) -> Any:
        """Return the text to store. Raises ValidationError for one that is refused."""
        return self.check(super().to_python(value))


class LimitedField(FillingField):
    """Mixed into a field of text: it has a limit, which forms tell and which holds for whoever writes.

    A row from before there was a limit may be over it. It is left alone until it is saved.
    """

    max_length: int

    def check_text(self, value: object) -> object:
        """Return the text to store for the one given. Raises ValidationError, with both numbers, if it is too long."""
        if isinstance(value, str) and len(value) > self.max_length:
            message = f"It has {len(value):,} characters; at most {self.max_length:,}."
            raise ValidationError(message, code="max_length")
        return value

    def fill(self, instance: models.Model) -> None:
        """Set the text to store. Raises ValidationError for one that is refused."""
        setattr(instance, self.attname, self._checked(getattr(instance, self.attname)))

    def clean(self, value: object, model_instance: models.Model | None) -> object:
        """Return the text to store. Raises ValidationError for one that is refused."""
        return super().clean(self.check_text(self.to_python(value)), model_instance)

    def get_db_prep_save(self, value: object, connection: BaseDatabaseWrapper) -> object:
        """Return what the database is given, by `update` too. Raises ValidationError for text that is refused."""
        return super().get_db_prep_save(self._checked(value), connection)

    def formfield(self, *args: Any, **options: Any) -> Any:
        """Return the form's field, which tells the limit."""
        defaults: dict[str, Any] = {
            "form_class": partial(CheckedCharField, check=self.check_text),
            "help_text": f"{self.help_text} At most {self.max_length:,} characters.".strip(),
        }
        return super().formfield(*args, **defaults | options)

    def _checked(self, value: object) -> object:
        try:
            return self.check_text(value)
        except ValidationError as error:
            raise ValidationError({self.name: error.messages}) from error


class TidyField(LimitedField):
    """Mixed into a field of text: it is stored tidied (see people.text.tidy), and looked for so."""

    def check_text(self, value: object) -> object:
        """Return the text tidied. Raises ValidationError if nothing is left that can be seen, or too much."""
        if not isinstance(value, str):
            return value
        text = tidy(value)
        if value and not text and (value.strip() or not self.blank):
            raise ValidationError("It has nothing but characters that can't be seen.", code="unseen")
        return super().check_text(text)

    def get_prep_value(self, value: object) -> object:
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
