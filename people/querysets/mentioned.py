"""Which entries name a person or an organisation besides those about them: the pages of both lead there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet, Value

from people.querysets.allegation import load_others
from people.querysets.base import objects_of, public_objects_of
from people.querysets.citations import load_citations
from people.querysets.mentions import MENTIONING_MODELS, load_mentions, mention_links
from people.querysets.participants import load_participants
from people.querysets.sides import load_sides

if TYPE_CHECKING:
    from people.models import Organisation, Person

# So many stand on the page of who is named; a page of its own lists all.
MAX_MENTIONS = 10


def first_mentions(target: Person | Organisation) -> tuple[list[Any], bool]:
    """Return the first entries that name the person or organisation, model by model, and whether there are more."""
    parts = []
    for model in _models_naming(target):
        naming, entry = _naming(model, target)
        rows, *_ = mention_links(model, str(target._meta.model_name))
        some = rows.filter(pk__in=naming.order_by("pk").values("pk")[: MAX_MENTIONS + 1])
        parts.append(some.values_list(Value(MENTIONING_MODELS.index(model)), entry))
    found = sorted(parts[0].union(*parts[1:], all=True)) if parts else []
    first = [(MENTIONING_MODELS[place], key) for place, key in found[:MAX_MENTIONS]]
    return load_naming(first), len(found) > len(first)


class Mentions:
    """Everything that names a person or an organisation: a sequence that a paginator reads page by page."""

    def __init__(self, target: Person | Organisation) -> None:
        """Take the person or organisation."""
        self.links = {model: _naming(model, target) for model in MENTIONING_MODELS}

    @cached_property
    def counts(self) -> dict[str, int]:
        """Return how many entries of each model there are."""
        return {model: rows.count() for model, (rows, _) in self.links.items()}

    def __len__(self) -> int:
        """Return how many entries there are."""
        return sum(self.counts.values())

    def __getitem__(self, part: slice) -> list[Any]:
        """Return the entries of that part, whose start and stop are given."""
        found: list[tuple[str, int]] = []
        start, stop = part.start, part.stop
        for model, (rows, entry) in self.links.items():
            if start < self.counts[model] and stop > 0:
                keys = rows.order_by("pk").values_list(entry, flat=True)[max(start, 0) : stop]
                found += ((model, key) for key in keys)
            start, stop = start - self.counts[model], stop - self.counts[model]
        return load_naming(found)


def load_naming(wanted: Iterable[tuple[str, int]]) -> list[Any]:
    """Return the entries, given by model and key, with all that is printed of them where they name somebody."""
    keys = defaultdict(list)
    for model, key in wanted:
        keys[model].append(key)
    rows = {model: public_objects_of(model).for_citing().in_bulk(those) for model, those in keys.items()}
    found = {model: [rows[model][key] for key in those if key in rows[model]] for model, those in keys.items()}
    load_sides((one, None) for one in found.get("allegation", ()))
    load_participants((one, None) for one in found.get("meeting", ()))
    load_others(found.get("statement", ()))
    allegations = found.get("allegation", ())
    replies = [reply for one in allegations for reply in (*one.responses.all(), *one.outcomes.all())]
    entries = [one for those in found.values() for one in those]
    load_citations([*entries, *replies])
    load_mentions(one for model, those in found.items() if model != "person" for one in those)
    return entries


def _models_naming(target: Person | Organisation) -> list[str]:
    """Return the models of which any entry names the target: what readers see of them takes longer to ask."""
    kind = str(target._meta.model_name)
    links = (mention_links(model, kind) for model in MENTIONING_MODELS)
    there = [Exists(rows.filter(**{named: target.pk})) for rows, _, named in links]
    found = objects_of(kind).filter(pk=target.pk).order_by().values_list(*there).first()
    return [model for model, is_there in zip(MENTIONING_MODELS, found or (), strict=False) if is_there]


def _naming(model: str, target: Person | Organisation) -> tuple[QuerySet, str]:
    """Return the links by which entries that readers see name the target, and the links' field of the entry's key.

    What is about the target stands on its page anyway.
    """
    kind = str(target._meta.model_name)
    rows, here, there = mention_links(model, kind)
    entry = f"{here}_id"
    others = rows.filter(Exists(public_objects_of(model).filter(pk=OuterRef(entry))), **{there: target.pk})
    if kind == "person":
        others = others.filter(~Exists(objects_of(model).about([target.pk]).filter(pk=OuterRef(entry))))
    elif model == "meeting":
        others = others.exclude(meeting__organisation=target.pk)
    return others, entry
