"""Querying the log of changes."""

from typing import Self

from django.db import models
from django.db.models import Count


class RevisionQuerySet(models.QuerySet):
    """Revisions."""

    def with_numbers(self) -> Self:
        """Return the revisions with how many rows each has changed, as `number`."""
        return self.annotate(number=Count("changes"))
