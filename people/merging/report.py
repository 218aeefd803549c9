"""What two entries are once they are one, in words: the preview of a merge, and what is told of it afterwards."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from people.merging.rules import Relation, Rule
from people.querysets.guarding import count_of

# So many entries of a relation are named.
MAX_NAMED_ROWS = 30


class MergedItem(NamedTuple):
    """An entry that belongs to the one that stays: what it is called, and whether it comes from the one that goes."""

    name: str
    is_new: bool


class MergedPart(NamedTuple):
    """What a relation holds once the entries are one: how much of what, the first of it, and how much there is more."""

    words: str
    items: Sequence[MergedItem]
    more: int


class MergedField(NamedTuple):
    """A field of the entry that stays: its value, and the other's if that is given up."""

    label: str
    value: str
    dropped: str = ""
    is_new: bool = False


class MergeReport(NamedTuple):
    """What a merge makes of two entries.

    Attributes:
        fields: The fields that either has.
        parts: What is told of them, relation by relation.
        dropped: Sentences on what is given up because it says the same, or would join somebody to themselves.
        addresses: The slugs that lead to the one that stays from now on.
    """

    fields: list[MergedField]
    parts: list[MergedPart]
    dropped: list[str]
    addresses: list[str]

    @property
    def state(self) -> str:
        """Return a digest of it all, so that nothing is done that nobody has seen."""
        return sha256(json.dumps(self).encode()).hexdigest()[:32]


def merged_part(relation: Relation, rule: Rule, rows: Any, moved: Iterable[int]) -> MergedPart | None:
    """Return what the rows, those of the entry that stays, amount to; None if there are none."""
    number = rows.count()
    if not number:
        return None
    shown = relation.model._meta.get_field(rule.shows).related_model if rule.shows else relation.model
    pairs = rows.order_by("pk").values_list("pk", rule.shows or "pk")
    # What comes is named first, as it is what has to be looked at.
    new = list(pairs.filter(pk__in=list(moved)[:MAX_NAMED_ROWS]))
    others = list(pairs.exclude(pk__in=[pk for pk, _ in new])[: MAX_NAMED_ROWS - len(new)])
    names = names_of(shown, [key for _, key in (*new, *others)])
    items = [MergedItem(names[key], (pk, key) in new) for pk, key in (*new, *others)]
    return MergedPart(f"{count_of(shown, number)}{rule.told}", items, number - len(items))


def names_of(model: Any, keys: Sequence[int]) -> dict[int, str]:
    """Return what the rows of the model with these keys are called."""
    rows = model._default_manager.filter(pk__in=keys)
    return {row.pk: str(row) for row in (rows.for_naming() if hasattr(rows, "for_naming") else rows)}
