"""What changed last, for feeds: each entry as it reads now, an allegation with its answers."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

from people.exports.text import READINGS, reading
from people.models import Person
from people.querysets.sides import load_reading_sides

MAX_CHANGES = 50


class Change(NamedTuple):
    """An entry that changed: what it says now, where readers find it, and when it changed.

    `name` tells it from every other entry, whatever is changed of it, its slug included.
    """

    name: str
    title: str
    lines: list[str]
    address: str
    changed_at: dt.datetime


def latest_changes(entries: Iterable[Any]) -> list[Change]:
    """Return the fifty of these entries, given as querysets, that changed last, the latest first.

    What is withdrawn is gone without a trace, as from the pages.
    """
    found = [entry for rows in entries for entry in rows.for_reading().last_changed(MAX_CHANGES)]
    newest = sorted(found, key=lambda entry: (entry.changed_at, _name(entry)), reverse=True)[:MAX_CHANGES]
    load_reading_sides(newest)
    return [Change(_name(entry), *reading(entry), entry.get_absolute_url(), entry.changed_at) for entry in newest]


def last_change() -> dt.datetime:
    """Return when anything last changed that readers see of people, which is nearly everything, removals included."""
    person = Person.public.last_changed(1).first()
    return person.changed_at if person else dt.datetime.fromtimestamp(0, dt.UTC)


def everything() -> list[Any]:
    """Return all entries that readers see, as querysets."""
    return [model.public.all() for model in READINGS]


def everything_about(people: Any) -> list[Any]:
    """Return all entries that readers see and that concern any of the people, as querysets."""
    return [model.public.about(people) for model in READINGS]


def _name(entry: Any) -> str:
    return f"{entry._meta.model_name}-{entry.pk}"
