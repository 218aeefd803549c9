"""What the seed remembers of itself; readers see nothing of it, and it is no part of the data's version."""

from django.db import models


class SeededFiles(models.Model):
    """A directory that was seeded from; blank for the project's own, wherever it stands.

    `digest` is that of its files as they were when all of them had come in; blank while some have not.
    """

    directory = models.TextField(unique=True, blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        default_permissions = ()
        ordering = ["directory"]

    def __str__(self) -> str:
        return self.directory or "the project's files"


class SeededEntry(models.Model):
    """What the seed last wrote of an entry: its digest and, as editors may rename or delete it, the row's key.

    `files` are those in which the entry was last found; null once it was taken out of them and withdrawn.
    """

    noun = models.CharField(max_length=20, editable=False)
    key = models.CharField(max_length=300, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    row = models.BigIntegerField()
    files = models.ForeignKey(SeededFiles, models.SET_NULL, null=True, related_name="entries")

    class Meta:
        default_permissions = ()
        ordering = ["noun", "key"]
        constraints = [models.UniqueConstraint(fields=["noun", "key"], name="seeded_entry_unique")]

    def __str__(self) -> str:
        return f"{self.noun}/{self.key}"
