"""Which tables are logged, and on whose form a row stands."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from people.fields import ChangedField, DayField
from people.models import Desk
from people.querysets.keys import key_fields

PREFIX = "people_"

# The column of the entry on whose form the rows of a table stand; links stand on that of the entry which has the field.
OWNERS: Mapping[str, str] = {
    "alias": "person_id",
    "appearance": "person_id",
    "outcome": "allegation_id",
    "participation": "meeting_id",
    "passage": "source_id",
    "response": "allegation_id",
    "role": "person_id",
    "statement": "person_id",
    "tie": "from_person_id",
}

# What a link of a many-to-many field is called, where the field's own name doesn't say.
LINK_NOUNS: Mapping[str, str] = {
    "mentioned_organisations": "mention",
    "mentioned_people": "mention",
    "others": "person it is about, too",
    "passages": "citation",
    "subjects": "subject",
}
# Columns that migrations have renamed since changes are logged, by table and former name.
RENAMED_COLUMNS: dict[tuple[str, str], str] = {}


class LoggedTable(NamedTuple):
    """A table whose changes are logged.

    Attributes:
        name: Its name without the app's, by which changes name it.
        model: The model of its rows.
        owner: The column of the entry on whose form the rows stand; empty where they have a form of their own.
    """

    name: str
    model: Any
    owner: str

    @property
    def table(self) -> str:
        """Return the name of the table."""
        return f"{PREFIX}{self.name}"

    @property
    def noun(self) -> str:
        """Return what editors call a row."""
        field = _field_of(self.model)
        return LINK_NOUNS.get(field.name, str(field.verbose_name)) if field else str(self.model._meta.verbose_name)

    @property
    def owner_name(self) -> str:
        """Return the name of the table of the entries on whose forms the rows stand; empty where it is theirs."""
        fields = {field.column: field for field in self.model._meta.concrete_fields}
        return fields[self.owner].related_model._meta.db_table.removeprefix(PREFIX) if self.owner else ""

    @property
    def columns(self) -> list[str]:
        """Return all columns."""
        return [field.column for field in self.model._meta.concrete_fields]

    @property
    def compared(self) -> list[str]:
        """Return the columns of which a new value is a change: neither times of change nor what is made of others."""
        made = (ChangedField, DayField, *map(type, key_fields(self.model)))
        return [field.column for field in self.model._meta.concrete_fields if not isinstance(field, made)]


def logged_tables() -> dict[str, LoggedTable]:
    """Return the logged tables by name: those of all models and links but the desk's."""
    found = apps.get_app_config("people").get_models(include_auto_created=True)
    tables = (_logged(model) for model in found if not issubclass(model, Desk))
    return {one.name: one for one in tables}


def _logged(model: type[models.Model]) -> LoggedTable:
    name, field = model._meta.db_table.removeprefix(PREFIX), _field_of(model)
    return LoggedTable(name, model, field.m2m_column_name() if field else OWNERS.get(name, ""))


def _field_of(model: Any) -> Any:
    """Return the many-to-many field whose links the model has, if it was made for one."""
    fields = model._meta.auto_created._meta.many_to_many if model._meta.auto_created else ()
    return next((field for field in fields if field.remote_field.through is model), None)
