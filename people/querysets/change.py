"""Querying the log of changes."""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, OuterRef

from people.querysets.base import objects_of


class RevisionQuerySet(models.QuerySet):
    """Revisions."""

    def with_numbers(self) -> Self:
        """Return the revisions with how many rows each has changed, as `number`."""
        return self.annotate(number=Count("changes"))

    def delete_empty(self) -> None:
        """Delete those of the revisions that changed nothing: nothing refers to them, so nothing is looked for."""
        changes = objects_of("Change").filter(revision=OuterRef("pk"))
        self.exclude(Exists(changes))._raw_delete(self.db)
