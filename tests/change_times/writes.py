"""Ways to write, and what changed by it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from people.models import Slugged

LONG_AGO = dt.datetime(2016, 12, 1, tzinfo=dt.UTC)
ENTRIES: list[Any] = [model for model in apps.get_app_config("people").get_models() if issubclass(model, Slugged)]
# Whom a change of the claim's own words concerns.
CLAIM = {"claim", "bob", "cy", "denial"}

Write = Callable[[], object]


def moved(write: Write) -> set[str]:
    """Return the slugs of the entries that changed by writing; those of new ones too."""
    before = timezone.now()
    for model in ENTRIES:
        model._default_manager.update(updated_at=LONG_AGO)
    write()
    times = {row.slug: row.updated_at for model in ENTRIES for row in model._default_manager.all()}
    changed = {slug for slug, time in times.items() if time != LONG_AGO}
    assert all(before <= times[slug] for slug in changed)
    return changed


def sql(statement: str, *parameters: Any) -> Write:
    def write() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)

    return write


def one(model: Any, slug: str) -> Any:
    return model._default_manager.get(slug=slug)


def rows(model: Any, **criteria: Any) -> Any:
    """Return the rows, which nothing guards."""
    return QuerySet(model).filter(**criteria)


def delete(model: Any, slug: str) -> Write:
    return lambda: rows(model, slug=slug).delete()


def update(model: Any, slug: str, **values: Any) -> Write:
    return lambda: rows(model, slug=slug).update(**values)


def after(before: Write, write: Write) -> Write:
    """Return what writes once something else was written long ago."""

    def write_later() -> None:
        before()
        for model in ENTRIES:
            model._default_manager.update(updated_at=LONG_AGO)
        write()

    return write_later


def save(model: Any, slug: str, **values: Any) -> Write:
    def write() -> None:
        entry = one(model, slug)
        for name, value in values.items():
            setattr(entry, name, value)
        entry.save()

    return write
