"""What the seed remembers of itself."""

from django.db import models

from people.models.desk import Desk


class SeededFiles(Desk):
    """A directory that was seeded from; blank for the project's own, wherever it stands.

    `digest` is that of its files as they were when all of them had come in; blank while some have not.
    """

    directory = models.TextField(unique=True, blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta(Desk.Meta):
        ordering = ["directory"]

    def __str__(self) -> str:
        return self.directory or "the project's files"


class SeededEntry(Desk):
    """What the seed last wrote of an entry: its digest and, as editors may rename or delete it, the row's key.

    `files` are those in which the entry was last found; null once it was taken out of them and withdrawn.
    """

    noun = models.CharField(max_length=20, editable=False)
    key = models.CharField(max_length=300, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    row = models.BigIntegerField()
    files = models.ForeignKey(SeededFiles, models.SET_NULL, null=True, related_name="entries")

    class Meta(Desk.Meta):
        ordering = ["noun", "key"]
        constraints = [models.UniqueConstraint(fields=["noun", "key"], name="seeded_entry_unique")]

    def __str__(self) -> str:
        return f"{self.noun}/{self.key}"
