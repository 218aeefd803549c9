"""The one rule of when an entry has changed: whenever anything that its pages, exports or feeds print has.

An entry has changed when its own row has; when something that it prints whole has (a profile its roles, an allegation
its answers and outcomes); when a link of it comes or goes (who took part, against whom, on which sentence it rests);
and when something that it prints by name is renamed, in its prose too. What goes is a change as well, so that no time
goes back.

Readers print what is published: a draft that comes, changes or goes changes nothing else. A source has changed when its
own facts or sentences have; what rests on it stands in entries of its own. An organisation's page prints jobs and
meetings, so these change it; so does a profile, and an allegation changes the profile of each of its subjects. Pages of
people and organisations print what names them, so that changes them too.

Entries that print a row are found by indexes, so a write costs as much as there are entries that print it.
"""

from collections.abc import Iterator, Mapping
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


# What is printed of a source on the pages of what rests on it, and in their citations.
SOURCE_COLUMNS = (
    "slug",
    "title",
    "gallery_title",
    "publisher",
    "kind",
    "date",
    "covers_until",
    "url",
    "archived_url",
    "read_on",
)

PERSON_PATH = ChangePath("people_person", "person_id")
ORGANISATION_PATH = ChangePath("people_organisation", "organisation_id")


def across(target: str, key: str, via: str, here: str) -> ChangePath:
    """Return the path by one other table."""
    return ChangePath(target, f"{via}.{key}", via, f"{via}.{here}")


class MentionLinks(NamedTuple):
    """A table that links entries to the people or organisations that they name: whose they are, and its columns."""

    entries: str
    named: str
    table: str
    entry: str
    target: str


def _mention_links(model: str) -> tuple[MentionLinks, MentionLinks]:
    entries, table, entry = f"people_{model}", f"people_{model}_mentioned", f"{model}_id"
    # In a table that links people to people, both columns would have the same name.
    ends = ("from_person_id", "to_person_id") if model == "person" else (entry, "person_id")
    return (
        MentionLinks(entries, "people_person", f"{table}_people", *ends),
        MentionLinks(entries, "people_organisation", f"{table}_organisations", entry, "organisation_id"),
    )


MENTIONS = tuple(
    links for model in ("person", "meeting", "tie", "allegation", "statement") for links in _mention_links(model)
)


def naming(table: str) -> tuple[ChangePath, ...]:
    """Return the paths from an entry of the table to those whom it names, whose pages print it."""
    return tuple(across(one.named, one.target, one.table, one.entry) for one in MENTIONS if one.entries == table)


# Entries that others print whole.
PART_PATHS: Mapping[str, tuple[ChangePath, ...]] = {
    "people_alias": (PERSON_PATH,),
    "people_role": (PERSON_PATH, ORGANISATION_PATH),
    "people_statement": (
        PERSON_PATH,
        across("people_person", "person_id", "people_statement_others", "statement_id"),
        *naming("people_statement"),
    ),
    "people_tie": (
        ChangePath("people_person", "from_person_id"),
        ChangePath("people_person", "to_person_id"),
        *naming("people_tie"),
    ),
    "people_meeting": (
        across("people_person", "person_id", "people_participation", "meeting_id"),
        ORGANISATION_PATH,
        *naming("people_meeting"),
    ),
    "people_allegation": (
        across("people_person", "person_id", "people_allegation_subjects", "allegation_id"),
        *naming("people_allegation"),
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
    return (
        {one.table: tuple(_ends(one)) for one in MENTIONS}
        | {
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
        }
        | {f"people_{model}_passages": (ChangePath(f"people_{model}", f"{model}_id"),) for model in sourced()}
    )


def _ends(link: MentionLinks) -> Iterator[ChangePath]:
    """Yield the paths from a link to the entry, and to the one that it names; an organisation is no draft."""
    is_person = link.named == "people_person"
    yield ChangePath(link.entries, link.entry, shown=(link.named, link.target) if is_person else ("", ""))
    yield ChangePath(link.named, link.target, shown=(link.entries, link.entry))


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
                *_naming_entries("people_person"),
                # The pages of those whom a summary names print no more of it than whose it is.
                *naming("people_person"),
            ),
        ),
        "people_organisation": PrintedNames(
            ("{row}.name", "{row}.slug"),
            (
                *(across(table, "id", table, "organisation_id") for table in ("people_role", "people_meeting")),
                *_naming_entries("people_organisation"),
            ),
        ),
        "people_source": PrintedNames(
            tuple(f"{{row}}.{column}" for column in SOURCE_COLUMNS),
            tuple(_through_passages(one) for one in sourced()),
        ),
        "people_passage": PrintedNames(
            ("{row}.section", "{row}.sentence", "{row}.opening"),
            tuple(across(f"people_{one}", f"{one}_id", f"people_{one}_passages", "passage_id") for one in sourced()),
        ),
    }


def _naming_entries(table: str) -> Iterator[ChangePath]:
    """Yield the paths from somebody or something of the table to the entries that name them."""
    return (across(one.entries, one.entry, one.table, one.target) for one in MENTIONS if one.named == table)


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
