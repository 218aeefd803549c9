"""Taking entries away together with all that needs them, in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone

from people.querysets.base import GuardedQuerySet
from people.querysets.guarding import KEYS_PER_QUERY, MAX_NAMED_ENTRIES, count_of, keys_of, one_change
from people.vocabulary import Status


class Removal(StrEnum):
    """What becomes of entries."""

    WITHDRAW = "withdraw"
    DELETE = "delete"


class Lost(NamedTuple):
    """Entries of a model that readers would lose, or don't see yet, by their keys."""

    model: type[models.Model]
    keys: list[int]

    def __str__(self) -> str:
        return count_of(self.model, len(self.keys))

    @property
    def names(self) -> list[str]:
        """Return the names of the first of them, and how many there are more."""
        entries: Any = self.model._default_manager.filter(pk__in=self.keys[:MAX_NAMED_ENTRIES])
        more = len(self.keys) - MAX_NAMED_ENTRIES
        return [*(f"“{entry}”" for entry in entries.for_naming()), *([f"{more:,} more"] if more > 0 else [])]

    def parts(self) -> Iterator[Any]:
        """Yield the entries as querysets, not too many in one."""
        for start in range(0, len(self.keys), KEYS_PER_QUERY):
            yield self.model._default_manager.filter(pk__in=self.keys[start : start + KEYS_PER_QUERY])


def dependents_of(entries: GuardedQuerySet) -> list[Lost]:
    """Return what readers see that would go with the entries, a queryset, one thing needing the other; without these.

    What would only be diminished is none of it.
    """
    found: dict[type[models.Model], dict[int, None]] = defaultdict(dict)
    themselves = dict.fromkeys(keys_of(entries))
    waiting = [entries]
    while waiting:
        for model, keys in _needing(waiting.pop()):
            known = found[model] if model is not entries.model else found[model] | themselves
            new = [key for key in keys if key not in known]
            found[model] |= dict.fromkeys(new)
            waiting.extend(Lost(model, new).parts())
    return [Lost(model, list(keys)) for model, keys in found.items() if keys]


def _needing(entries: GuardedQuerySet) -> Iterator[tuple[type[models.Model], list[int]]]:
    for one in entries.dependents():
        if not one.diminished:
            yield one.entries.model, keys_of(one.entries)


def withdraw(entries: GuardedQuerySet) -> list[Lost]:
    """Make drafts of the entries, a queryset, and of all that needs them. Return what needed them."""
    with one_change():
        lost = dependents_of(entries)
        _withdraw([*lost, Lost(entries.model, keys_of(entries))])
    return lost


def delete(entries: GuardedQuerySet, others: Removal) -> list[Lost]:
    """Delete the entries, a queryset, and delete or withdraw all that needs them. Return what needed them."""
    with one_change():
        lost = dependents_of(entries)
        if others is Removal.WITHDRAW:
            _withdraw(lost)
        else:
            for part in _parts(lost):
                part.delete()
        themselves = Lost(entries.model, keys_of(entries))
        for referring in entries.referring():
            referring.delete()
        for part in themselves.parts():
            part.delete()
    return lost


def _withdraw(lost: Iterable[Lost]) -> None:
    for part in _parts(lost):
        part.update(status=Status.DRAFT, updated_at=timezone.now())


def _parts(lost: Iterable[Lost]) -> Iterator[Any]:
    return (part for one in lost for part in one.parts())


def told(lost: Iterable[Lost]) -> list[str]:
    """Return in words what is lost, a line for each model: "2 jobs: “A”, “B”"."""
    return [f"{one}: {', '.join(islice(one.names, MAX_NAMED_ENTRIES + 1))}" for one in lost]
