"""Portraits: how a row names one, and how long the file stays."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.db import models, transaction

from people.pictures import Picture, encode
from people.querysets.base import objects_of


class PortraitFormField(forms.ImageField):
    """A field for a picture to upload, which is made anew before anything of it is kept."""

    default_validators: Any = []

    def to_python(self, data: Any) -> Any:
        """Return the picture made anew. Raises ValidationError, which says what is wrong with it."""
        file = forms.FileField.to_python(self, data)
        return encode(file) if file else None


class PortraitField(models.ImageField):
    """A picture, made anew whichever way it comes in, and named by the digest of its content.

    So the same picture is kept once, its address never shows another one, and the name says nothing. A file that no
    row names any more stays while the log of changes does, so that an undo has it; readers don't see it. It is deleted
    when the log forgets it (people.changes.forgetting). Files that were uploaded under names of their own before are
    served as they are, until they are replaced or `manage.py tidy_portraits` is run.
    """

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Return the field as migrations know it: as what it is in the database."""
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.ImageField", args, options

    def formfield(self, **options: Any) -> Any:
        """Return the field of a form."""
        return super().formfield(**{"form_class": PortraitFormField, **options})

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

    def release(self, names: Collection[str], using: str | None, *, logged: bool = False) -> None:
        """Delete the files with these names that neither a row nor the log names, once the transaction is committed.

        If `logged` ones go too, an undo that would need one is refused.
        """
        if names:
            transaction.on_commit(lambda: self._delete_unnamed(set(names), using, logged), using=using, robust=True)

    def _delete_unnamed(self, names: set[str], using: str | None, logged: bool) -> None:
        for name in names - self._named(names, using, logged):
            self.storage.delete(name)

    def _named(self, names: set[str], using: str | None, logged: bool) -> set[str]:
        rows = self.model._base_manager.using(using).filter(**{f"{self.name}__in": names})
        found = set(rows.values_list(self.name, flat=True))
        model = str(self.model._meta.model_name)
        return found if logged else found | objects_of("Change").using(using).naming(model, str(self.column), names)
