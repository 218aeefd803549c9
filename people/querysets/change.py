"""Querying the log of changes."""

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models import BooleanField, Count, Exists, OuterRef, Subquery
from django.db.models.expressions import RawSQL
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


class ChangeQuerySet(models.QuerySet):
    """Changes of rows."""

    def deletions(self, models: Collection[str]) -> Self:
        """Return the changes that deleted rows of these models, the last first, with their revisions."""
        # Written out: an index of some rows is used for a value that the planner knows, and for no parameter.
        deleted: Any = RawSQL("people_change.operation = 'D'", (), output_field=BooleanField())
        return self.filter(deleted, model__in=models).select_related("revision__editor").order_by("-pk")

    def naming(self, model: str, column: str, names: Collection[str]) -> set[str]:
        """Return those of the names that stand in the column of a row of the model as it was once."""
        path = f"before__{column}"
        rows = self.filter(model=model, **{f"{path}__in": names}).order_by()
        return set(rows.values_list(path, flat=True))
