"""Querying what editors have said not to be the same."""

from collections.abc import Collection
from typing import Any, Self

from django.db import models

from people.querysets.base import KEYS_PER_QUERY


class NotSameQuerySet(models.QuerySet):
    """Pairs of entries, by model and keys."""

    def between(self, one: Any, other: Any) -> Self:
        """Return the row that says that the two entries are two, if there is one."""
        first, second = sorted((one.pk, other.pk))
        return self.filter(model=one._meta.model_name, first=first, second=second)

    def others_than(self, model: str, key: int) -> set[int]:
        """Return the keys of the entries that were said not to be the one with that key."""
        pairs = self.filter(model=model).order_by()
        later = pairs.filter(first=key).values_list("second", flat=True)
        return set(later.union(pairs.filter(second=key).values_list("first", flat=True)))

    def pairs_among(self, model: str, keys: Collection[int]) -> set[tuple[int, int]]:
        """Return the pairs of keys, the lower one first, of which the lower one is among these."""
        found: set[tuple[int, int]] = set()
        some = sorted(keys)
        for start in range(0, len(some), KEYS_PER_QUERY):
            rows = self.filter(model=model, first__in=some[start : start + KEYS_PER_QUERY])
            found.update(rows.order_by().values_list("first", "second"))
        return found

    def say(self, one: Any, other: Any, editor: Any = None, reason: str = "") -> None:
        """Remember that the two entries are two."""
        first, second = sorted((one.pk, other.pk))
        said = {"editor": editor, "reason": reason}
        self.update_or_create(model=one._meta.model_name, first=first, second=second, defaults=said)
