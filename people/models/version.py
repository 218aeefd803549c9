"""The version of the data, which tells whether anything was written."""

from django.db import models


class DataVersion(models.Model):
    """A number that is drawn anew whenever anything is written, in the same transaction, by triggers.

    All numbers together are the version of the data: never the same for different data. Writers of PostgreSQL have
    each a row of their own, so that none waits for another; SQLite has one writer at a time, and one row.
    """

    slot = models.PositiveIntegerField(primary_key=True)
    number = models.BigIntegerField()

    class Meta:
        ordering = ["slot"]

    def __str__(self) -> str:
        return f"{self.slot}: {self.number}"
