"""The one rule of when an entry has changed: whenever anything that its pages, exports or feeds print has.

An entry has changed when its own row has; when something that it prints whole has (a profile its roles, an allegation
its answers and outcomes); when a link of it comes or goes (who took part, against whom, on which sentence it rests);
and when something that it prints by name is renamed. What goes is a change too, so that no time ever goes back.

Readers print what is published: a draft that comes, changes or goes changes nothing else. A source has changed when its
own facts or sentences have; what rests on it stands in entries of its own. An organisation's page prints jobs and
meetings, so these change it; so does a profile, and an allegation changes the profile of each of its subjects.

Entries that print a row are found by indexes, so a write costs as much as there are entries that print it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from django.apps import apps
from django.db import models

from people.fields import SortKeyField, SpellingsField
from people.models import Slugged, Sourced
from people.vocabulary import Status

PUBLISHED = f"status = '{Status.PUBLISHED.value}'"


class ChangePath(NamedTuple):
    """How the entries are found that print something of a row.

    Args:
        target: The table of these entries.
        key: The column that has their keys: one of the row itself, or of `via`.
        via: The tables that lead from the row to the entries, if the row doesn't name them.
        here: The column of these tables that has the row's key.
        shown: A table and a column of the row: the entry changes only if what that column names is published.
    """

    target: str
    key: str
    via: str = ""
    here: str = ""
    shown: tuple[str, str] = ("", "")


class PrintedNames(NamedTuple):
    """What other entries print of a row, as SQL in which `{row}` is the row, and how they are found."""

    values: tuple[str, ...]
    paths: tuple[ChangePath, ...]


PERSON_PATH = ChangePath("people_person", "person_id")
ORGANISATION_PATH = ChangePath("people_organisation", "organisation_id")


def across(target: str, key: str, via: str, here: str) -> ChangePath:
    """Return the path by one other table."""
    return ChangePath(target, f"{via}.{key}", via, f"{via}.{here}")


# Entries that others print whole.
PART_PATHS: Mapping[str, tuple[ChangePath, ...]] = {
    "people_alias": (PERSON_PATH,),
    "people_role": (PERSON_PATH, ORGANISATION_PATH),
    "people_statement": (PERSON_PATH, across("people_person", "person_id", "people_statement_others", "statement_id")),
    "people_tie": (ChangePath("people_person", "from_person_id"), ChangePath("people_person", "to_person_id")),
    "people_meeting": (across("people_person", "person_id", "people_participation", "meeting_id"), ORGANISATION_PATH),
    "people_allegation": (
        across("people_person", "person_id", "people_allegation_subjects", "allegation_id"),
        across("people_response", "id", "people_response", "allegation_id"),
        across("people_outcome", "id", "people_outcome", "allegation_id"),
    ),
    "people_response": (ChangePath("people_allegation", "allegation_id"),),
    "people_outcome": (ChangePath("people_allegation", "allegation_id"),),
}


def sourced() -> list[str]:
    """Return the names of the models that cite passages."""
    return [str(model._meta.model_name) for model in _models() if issubclass(model, Sourced)]


def links() -> dict[str, tuple[ChangePath, ...]]:
    """Return for each table whose rows are only printed as part of an entry how the entries are found."""
    return {
        "people_participation": (
            ChangePath("people_meeting", "meeting_id", shown=("people_person", "person_id")),
            ChangePath("people_person", "person_id", shown=("people_meeting", "meeting_id")),
        ),
        "people_allegation_subjects": (
            ChangePath("people_allegation", "allegation_id", shown=("people_person", "person_id")),
            ChangePath("people_person", "person_id", shown=("people_allegation", "allegation_id")),
        ),
        "people_statement_others": (
            ChangePath("people_statement", "statement_id", shown=("people_person", "person_id")),
            ChangePath("people_person", "person_id", shown=("people_statement", "statement_id")),
        ),
        "people_appearance": (PERSON_PATH,),
        "people_passage": (ChangePath("people_source", "source_id"),),
    } | {f"people_{model}_passages": (ChangePath(f"people_{model}", f"{model}_id"),) for model in sourced()}


def names() -> dict[str, PrintedNames]:
    """Return for each table whose rows are printed by name what is printed, and how those who print it are found."""
    of_person = [("people_tie", "from_person_id"), ("people_tie", "to_person_id")]
    of_person += [(f"people_{model}", "person_id") for model in ("alias", "role", "statement", "response")]
    return {
        "people_person": PrintedNames(
            (
                *("{row}.name", "{row}.slug", "{row}.sort_name", "{row}.status"),
                "CASE WHEN {row}.name = '' THEN {row}.slide END",
                "CASE WHEN {row}.name = '' THEN {row}.description END",
            ),
            (
                *(across(table, "id", table, column) for table, column in of_person),
                across("people_meeting", "meeting_id", "people_participation", "person_id"),
                across("people_allegation", "allegation_id", "people_allegation_subjects", "person_id"),
                across("people_statement", "statement_id", "people_statement_others", "person_id"),
            ),
        ),
        "people_organisation": PrintedNames(
            ("{row}.name", "{row}.slug"),
            tuple(across(table, "id", table, "organisation_id") for table in ("people_role", "people_meeting")),
        ),
        "people_source": PrintedNames(
            tuple(f"{{row}}.{column}" for column in ("slug", "title", "publisher", "date", "url")),
            tuple(_through_passages(one) for one in sourced()),
        ),
        "people_passage": PrintedNames(
            ("{row}.section", "{row}.sentence"),
            tuple(across(f"people_{one}", f"{one}_id", f"people_{one}_passages", "passage_id") for one in sourced()),
        ),
    }


def columns() -> dict[str, list[str]]:
    """Return for each table of entries the columns that are the entry's own, quoted."""
    return {
        model._meta.db_table: [
            f'"{field.column}"'
            for field in model._meta.concrete_fields
            if field.name not in ("id", "updated_at") and not isinstance(field, SortKeyField | SpellingsField)
        ]
        for model in _models()
        if issubclass(model, Slugged)
    }


def _through_passages(model: str) -> ChangePath:
    links = f"people_{model}_passages"
    via = f"people_passage JOIN {links} ON {links}.passage_id = people_passage.id"
    return ChangePath(f"people_{model}", f"{links}.{model}_id", via, "people_passage.source_id")


def _models() -> list[type[models.Model]]:
    return list(apps.get_app_config("people").get_models())
