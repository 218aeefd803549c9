"""Models and links that keep what others need, whoever writes them (see people.querysets.guarding)."""

from collections.abc import Callable, Collection
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.db.models.fields.related_descriptors import ManyToManyDescriptor

from people.querysets.guarding import Dependents, one_change, refuse_loss

# Takes all entries and links of some, both as querysets, and returns what would lose by it if the links went.
Needing = Callable[[Any, QuerySet], list[Dependents]]


class Guarded(models.Model):
    """A row that others may need."""

    class Meta:
        abstract = True

    def delete(self, using: str | None = None, keep_parents: bool = False) -> tuple[int, dict[str, int]]:
        """Delete the row. Raises NeededError if something that readers see needs it."""
        itself(self).refuse_loss("deleted")
        return super().delete(using, keep_parents)


def itself(row: models.Model) -> Any:
    """Return the stored row as a queryset."""
    return type(row)._default_manager.filter(pk=row.pk)


def keep_needed(field: Any, needing: Needing) -> None:
    """Have the links of a many-to-many field kept, from both sides, where an entry that readers see needs them."""

    def refuse(
        instance: models.Model, action: str, reverse: bool, pk_set: Collection[object] | None, **_: object
    ) -> None:
        if action in ("pre_remove", "pre_clear"):
            links = links_of(field, instance, reverse, pk_set)
            what = f"the {field.verbose_name} of “{instance}” can’t be taken away"
            refuse_loss(lambda: what, needing(field.model._default_manager.all(), links))

    setattr(field.model, field.name, NeededLinksDescriptor(field.remote_field, reverse=False))
    other_side = field.remote_field.get_accessor_name()
    setattr(field.related_model, other_side, NeededLinksDescriptor(field.remote_field, reverse=True))
    models.signals.m2m_changed.connect(refuse, sender=field.remote_field.through, weak=False)


def links_of(field: Any, instance: models.Model, reverse: bool, others: Collection[object] | None) -> QuerySet:
    """Return the links of the instance, on either side of the field, to these others; None means all."""
    here, there = field.m2m_field_name(), field.m2m_reverse_field_name()
    own, other = (there, here) if reverse else (here, there)
    links: QuerySet = field.remote_field.through._default_manager.filter(**{own: instance.pk})
    return links if others is None else links.filter(**{f"{other}__in": others})


class NeededLinksDescriptor(ManyToManyDescriptor):
    """Gives a manager of links that is asked once they are replaced, not while they are."""

    @cached_property
    def related_manager_cls(self) -> Any:
        """Return the manager's class."""
        base: Any = super().related_manager_cls

        def replace(manager: object, *args: object, **options: object) -> None:
            with one_change():
                base.set(manager, *args, **options)

        replace.alters_data = True  # type: ignore[attr-defined]
        return type(base.__name__, (base,), {"set": replace})
