"""Publishing entries together with what readers are to see beside them, in one transaction."""

from collections import defaultdict

from django.db.models import Model
from django.utils import timezone

from people.models.removal import Lost
from people.querysets.base import SourcedQuerySet
from people.querysets.guarding import keys_of, one_change
from people.vocabulary import Status


def drafts_of(entries: SourcedQuerySet) -> list[Lost]:
    """Return the drafts among the entries, a queryset, and among what readers are to see together with them."""
    found: dict[type[Model], dict[int, None]] = defaultdict(dict)
    for part in Lost(entries.model, keys_of(entries)).parts():
        for rows in (part, *part.companions()):
            found[rows.model] |= dict.fromkeys(keys_of(rows.drafts()))
    return [Lost(model, list(keys)) for model, keys in found.items() if keys]


def sourced(drafts: list[Lost]) -> list[Lost]:
    """Return those that cite a passage, and so can be published."""
    return _only(drafts, "sourced")


def unsourced(drafts: list[Lost]) -> list[Lost]:
    """Return those that cite none."""
    return _only(drafts, "unsourced")


def publish(drafts: list[Lost]) -> list[Lost]:
    """Publish those that cite a passage, all or none; return them."""
    with one_change():
        released = sourced(drafts)
        for one in released:
            for part in one.parts():
                part.update(status=Status.PUBLISHED, updated_at=timezone.now())
    return released


def hidden(released: list[Lost]) -> list[Lost]:
    """Return those that readers don't see all the same, for want of something that they need."""
    return _only(released, "lost")


def _only(entries: list[Lost], verb: str) -> list[Lost]:
    found = (
        Lost(one.model, [key for part in one.parts() for key in keys_of(getattr(part, verb)())]) for one in entries
    )
    return [one for one in found if one.keys]
