"""Querying the log of changes."""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from people.querysets.base import objects_of


class RevisionQuerySet(models.QuerySet):
    """Revisions."""

    def with_numbers(self) -> Self:
        """Return the revisions with how many rows each has changed, as `number`."""
        # One by one for those that are listed: a join would count the whole log first.
        changes = objects_of("Change").filter(revision=OuterRef("pk")).order_by().values("revision")
        return self.annotate(number=Coalesce(Subquery(changes.annotate(rows=Count("pk")).values("rows")), 0))

    def delete_empty(self) -> None:
        """Delete those of the revisions that changed nothing: nothing refers to them, so nothing is looked for."""
        changes = objects_of("Change").filter(revision=OuterRef("pk"))
        self.exclude(Exists(changes))._raw_delete(self.db)
