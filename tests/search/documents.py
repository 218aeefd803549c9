"""The documents of the search, and whether they are as they should be."""

from django.db import connection

from people.search.document_specs import HIDDEN
from people.search.maintenance import search_triggers_of


def documents(hidden: bool = False) -> list[tuple[str, str]]:
    """Return title and body of each document that readers can find, or of each other, by noun and id."""
    with connection.cursor() as cursor:
        comparison = ">=" if hidden else "<"
        cursor.execute(f"SELECT title, body FROM people_searchdocument WHERE id {comparison} {HIDDEN} ORDER BY id")
        return [(" ".join(title.split()), " ".join(body.split())) for title, body in cursor.fetchall()]


def problems() -> list[str]:
    return [str(difference) for difference in search_triggers_of(connection).check()]


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
