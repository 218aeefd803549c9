"""Portraits: how a row names one, and how long the file stays."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.db import models, transaction
from django.db.models import signals

from people.pictures import Picture, encode


class PortraitFormField(forms.ImageField):
    """A field for a picture to upload, which is made anew before anything of it is kept."""

    default_validators: Any = []

    def to_python(self, data: Any) -> Any:
        """Return the picture made anew. Raises ValidationError, which says what is wrong with it."""
        file = forms.FileField.to_python(self, data)
        return encode(file) if file else None


class PortraitField(models.ImageField):
    """A picture, made anew whichever way it comes in, and named by the digest of its content.

    So the same picture is kept once, its address never shows another one, and the name says nothing. A file is deleted
    once no row names it: after the transaction in which the last one ceased to. Files that were uploaded under names
    of their own before are served as they are, until they are replaced or `manage.py tidy_portraits` is run.
    """

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Return the field as migrations know it: as what it is in the database."""
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.ImageField", args, options

    def formfield(self, **options: Any) -> Any:
        """Return the field of a form."""
        return super().formfield(**{"form_class": PortraitFormField, **options})

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **options: Any) -> None:
        """Watch the rows of the model."""
        super().contribute_to_class(cls, name, *args, **options)
        if not cls._meta.abstract:
            signals.pre_save.connect(self._before_save, sender=cls)
            signals.post_save.connect(self._after_save, sender=cls)
            signals.post_delete.connect(self._after_delete, sender=cls)

    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """Return the file, stored. Raises ValidationError for a picture that can't be kept."""
        file = getattr(model_instance, self.attname)
        if file and not file._committed:
            picture = file.file if isinstance(file.file, Picture) else encode(file.file)
            setattr(model_instance, self.attname, self._store(picture))
        return getattr(model_instance, self.attname)

    def _store(self, picture: Picture) -> str:
        """Return the name of the file with the picture; what a writer left unfinished is written again."""
        name = f"{self.upload_to}{picture.name}"
        if self.storage.exists(name):
            if self.storage.size(name) == picture.size:
                return name
            self.storage.delete(name)
        return str(self.storage.save(name, picture))

    def release(self, names: Collection[str], using: str | None) -> None:
        """Delete the files with these names that no row names once the transaction is committed."""
        if names:
            transaction.on_commit(lambda: self._delete_unnamed(set(names), using), using=using, robust=True)

    def _delete_unnamed(self, names: set[str], using: str | None) -> None:
        for name in names - self._named(self.model, using, **{f"{self.name}__in": names}):
            self.storage.delete(name)

    def _named(self, model: type[models.Model], using: str | None, **conditions: object) -> set[str]:
        rows = model._base_manager.using(using).filter(**conditions).values_list(self.name, flat=True)
        return set(rows) - {""}

    def _before_save(
        self, instance: models.Model, raw: bool, using: str, update_fields: Collection[str] | None, **_: object
    ) -> None:
        is_saved = update_fields is None or self.name in update_fields
        # A row of a fixture may be there already.
        if is_saved and instance.pk is not None and (raw or not instance._state.adding):
            instance.__dict__["_former_portraits"] = self._named(type(instance), using, pk=instance.pk)

    def _after_save(self, instance: models.Model, using: str, **_: object) -> None:
        former = instance.__dict__.pop("_former_portraits", set())
        self.release(former - {getattr(instance, self.attname).name}, using)

    def _after_delete(self, instance: models.Model, using: str, **_: object) -> None:
        self.release({getattr(instance, self.attname).name} - {"", None}, using)
