"""Querying the log of changes."""

import datetime as dt
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

    def last_one(self) -> tuple[int, dt.datetime] | None:
        """Return key and time of the change that was written last, None where there is none."""
        found: tuple[int, dt.datetime] | None = self.order_by("-pk").values_list("pk", "at").first()
        return found

    def has(self, key: int, at: dt.datetime) -> bool:
        """Return whether there is a change with that key, written at that time."""
        # SQLite has times as texts, and not always with as many digits.
        return bool(self.filter(pk=key).values_list("at", flat=True).first() == at)

    def after(self, key: int) -> Self:
        """Return the changes written after the one with that key."""
        return self.filter(pk__gt=key).order_by("pk")

    def since_transaction(self, number: int) -> Self:
        """Return the changes of that transaction of PostgreSQL, and of those that began to write after it, in no order.

        To have them in order, PostgreSQL might go through the whole log.
        """
        return self.filter(transaction_id__gte=number).order_by()

    def as_steps(self) -> Any:
        """Return key, table, key of the row, and the row as it was before, of each change."""
        return self.values_list("pk", "model", "key", "before")
