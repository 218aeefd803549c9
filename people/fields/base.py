"""What the fields share: they are filled before each save."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import models


class PackagedField(models.Field):
    """A field of which migrations name the package, whichever module has it."""

    def deconstruct(self) -> tuple[str, str, Sequence[object], dict[str, object]]:
        """Return the path of the package in place of the module's."""
        name, _, arguments, options = super().deconstruct()
        return name, f"{__package__}.{type(self).__name__}", arguments, options


class FillingField(PackagedField):
    """A field that sets attributes of its instance before each save."""

    def fill(self, instance: models.Model) -> None:
        """Set on `instance` what derives from its other values."""
        raise NotImplementedError

    def pre_save(self, model_instance: models.Model, add: bool) -> object:
        """Fill, then return the value to store."""
        self.fill(model_instance)
        return super().pre_save(model_instance, add)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        """Listen for raw saves of the model that the field stands in."""
        super().contribute_to_class(cls, name, private_only=private_only)
        if not cls._meta.abstract:
            models.signals.pre_save.connect(self._fill_raw, sender=cls)

    def _fill_raw(self, instance: models.Model, raw: bool, **_: object) -> None:
        if not raw:
            return
        try:
            self.fill(instance)
        except ValidationError as error:
            entry = f"{instance._meta.verbose_name} {getattr(instance, 'slug', None) or instance.pk}"
            raise ValidationError(f"{entry}: {self.name}: {' '.join(error.messages)}", code="invalid") from error
