"""Whom the prose of entries may name, and which entries name somebody.

A name is looked for among those to whom the entry is related and those whom an editor chose, so that no name is ever
looked for among all there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db.models import Model, QuerySet, Value

from people.prose import ProseName
from people.querysets.base import links, objects_of, public_objects_of

if TYPE_CHECKING:
    from people.models import Mentioning, Person

# To whom each entry with prose is related; all of it is prefetched, and so public.
RELATED: Mapping[str, Callable[[Any], Iterable[Any]]] = {
    "allegation": lambda allegation: allegation.subjects.all(),
    "meeting": lambda meeting: [*meeting.participants, meeting.organisation],
    "tie": lambda tie: [tie.from_person, tie.to_person],
    "statement": lambda statement: statement.people,
    "person": lambda person: [person, *(role.organisation for role in person.roles.all())],
}
# In the order in which those that name somebody are listed.
MENTIONING_MODELS = tuple(RELATED)
MENTION_FIELDS = {"person": "mentioned_people", "organisation": "mentioned_organisations"}


def load_mentions(entries: Iterable[Mentioning]) -> None:
    """Prefetch the names that may stand in the prose of the entries, as `prose_names`, in at most four queries."""
    found = list(entries)
    chosen = _chosen(found)
    named = [[*filter(None, RELATED[_kind(one)](one)), *chosen[_kind(one), one.pk]] for one in found]
    aliases = _aliases({one.pk for those in named for one in those if _kind(one) == "person"})
    for entry, those in zip(found, named, strict=True):
        targets = dict.fromkeys(those)
        entry.prose_names = [
            *(name for one in targets for name in one.written_names()),
            *(ProseName(alias, one) for one in targets if _kind(one) == "person" for alias in aliases[one.pk]),
        ]


def load_profile_mentions(person: Person) -> None:
    """Prefetch the names for the person and all that the profile tells; the summary may name whoever that may."""
    entries: list[Mentioning] = [
        *person.meetings.all(),
        *person.allegations.all(),
        *(end.tie for end in person.ties),
        *person.all_statements,
    ]
    load_mentions([person, *entries])
    person.prose_names = [*person.prose_names, *chain.from_iterable(one.prose_names for one in entries)]


def _chosen(entries: Iterable[Mentioning]) -> dict[tuple[str, int], list[Any]]:
    """Return the people and organisations that readers see among those chosen, by model and key of the entry."""
    keys = defaultdict(set)
    for one in entries:
        keys[_kind(one)].add(one.pk)
    chosen, wanted = list(_links_of(keys)), defaultdict(set)
    for _, _, kind, key in chosen:
        wanted[kind].add(key)
    public = {kind: public_objects_of(kind).in_bulk(those) for kind, those in wanted.items()}
    found = defaultdict(list)
    for model, entry, kind, key in chosen:
        if key in public[kind]:
            found[model, entry].append(public[kind][key])
    return found


def _aliases(people: Iterable[int]) -> dict[int, list[str]]:
    """Return the other names of the people, who are public, by their keys."""
    found = defaultdict(list)
    for person, name in objects_of("Alias").eligible().filter(person__in=people).values_list("person", "name"):
        found[person].append(name)
    return found


def _kind(entry: Model) -> str:
    return str(entry._meta.model_name)


def _links_of(keys: Mapping[str, Iterable[int]]) -> Any:
    """Return model and key of each entry given so, with kind and key of each one chosen for it."""
    parts = []
    for model, those in keys.items():
        for kind in MENTION_FIELDS:
            rows, here, there = mention_links(model, kind)
            rows = rows.filter(**{f"{here}__in": those})
            parts.append(rows.values_list(Value(model), f"{here}_id", Value(kind), f"{there}_id"))
    return parts[0].union(*parts[1:], all=True) if parts else []


def mention_links(model: str, kind: str) -> tuple[QuerySet, str, str]:
    """Return the links of entries of the model to those of the kind whom they name, and the names of both ends."""
    rows, name = objects_of(model).model, MENTION_FIELDS[kind]
    field = rows._meta.get_field(name)
    return links(rows, name), field.m2m_field_name(), field.m2m_reverse_field_name()
