"""Querying what was published and is no longer."""

import datetime as dt
import hashlib
from collections.abc import Collection
from typing import Self

from django.db import models

# What no slug begins with.
DIGEST_PREFIX = "sha256:"


def slug_digest(noun: str, slug: str) -> str:
    """Return what stands for the slug of an entry that was forgotten."""
    return DIGEST_PREFIX + hashlib.sha256(f"{noun}/{slug}".encode()).hexdigest()


class TombstoneQuerySet(models.QuerySet):
    """Entries that were published."""

    def gone(self) -> Self:
        """Return those of entries that are withdrawn now."""
        return self.filter(gone=True)

    def of(self, noun: str, keys: Collection[int]) -> Self:
        """Return those of the entries of the noun."""
        return self.filter(noun=noun, key__in=keys)

    def at_slug(self, noun: str, slug: str) -> Self:
        """Return those of the entries of the noun that were published under the slug, forgotten ones too."""
        return self.filter(noun=noun, slug__in=[slug, slug_digest(noun, slug)])

    def addressed(self) -> Self:
        """Return those of entries that have addresses of their own."""
        return self.exclude(slug="")

    def changed_since(self, time: dt.datetime) -> Self:
        """Return those of entries that were withdrawn at that time or after it."""
        return self.filter(at__gte=time)

    def newest(self) -> Self:
        """Return them, the last withdrawn first."""
        return self.order_by("-at", "-pk")

    def oldest(self) -> Self:
        """Return them, the first withdrawn first."""
        return self.order_by("at", "pk")

    def forget_slugs(self) -> None:
        """Put digests in place of the slugs, which are names too."""
        left = self.exclude(slug="").exclude(slug__startswith=DIGEST_PREFIX)
        rows = type(self)(self.model)
        for pk, noun, key, slug in left.values_list("pk", "noun", "key", "slug"):
            digest = slug_digest(noun, slug)
            # The entry may have been forgotten before, and published again since.
            rows.filter(noun=noun, key=key, slug=digest).delete()
            rows.filter(pk=pk).update(slug=digest)
