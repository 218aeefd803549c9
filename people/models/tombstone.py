"""What was published and is no longer, or stands at another address: so that old addresses say that it was."""

from django.db import models
from django.db.models.functions import Now

from people.models.desk import Desk
from people.querysets.tombstone import DIGEST_PREFIX, TombstoneQuerySet, slug_digest


class Tombstone(Desk):
    """An address, or an identifier in feeds, at which an entry was published; written by the database (people.past).

    `noun` is the name of the entry's model, `key` its primary key. `slug` is the one that it had, blank for an entry
    without an address of its own; a digest of it once the entry has been forgotten. `gone` tells whether the entry is
    withdrawn now, `at` when it was withdrawn last, `first_at` when it first left its address.
    """

    noun = models.CharField(max_length=20, editable=False)
    key = models.BigIntegerField()
    slug = models.CharField(max_length=120, editable=False)
    at = models.DateTimeField(db_default=Now(), editable=False)
    first_at = models.DateTimeField(db_default=Now(), editable=False)
    gone = models.BooleanField(db_default=True, editable=False)

    objects = TombstoneQuerySet.as_manager()

    class Meta(Desk.Meta):
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["noun", "key", "slug"], name="tombstone_unique")]
        indexes = [
            models.Index(fields=["noun", "slug"], name="tombstone_slug"),
            models.Index(fields=["at", "id"], name="tombstone_at", condition=models.Q(gone=True)),
        ]

    @property
    def slug_digest(self) -> str:
        """Return the digest of the slug."""
        return self.slug if self.slug.startswith(DIGEST_PREFIX) else slug_digest(self.noun, self.slug)

    def __str__(self) -> str:
        return f"{self.noun} {self.key}"
