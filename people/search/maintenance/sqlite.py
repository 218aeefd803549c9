"""The triggers of SQLite, one for each row written. None names another of our tables: a migration may rebuild it."""

from collections.abc import Iterator

from django.db import DatabaseError

from people.search.document_specs import DOCUMENT_SPECS, HIDDEN, DocumentSpec
from people.search.maintenance.base import Difference, SearchTriggers
from people.search.maintenance.documents import selection
from people.triggers import SQLiteTriggers

# The tables of FTS5 take the documents' text from their table; these have them read it all again, or compare it.
REBUILD_STATEMENTS = (
    "INSERT INTO people_searchtitle (people_searchtitle) VALUES ('rebuild')",
    "INSERT INTO people_searchtext (people_searchtext) VALUES ('rebuild')",
    "INSERT INTO people_searchname (people_searchname) VALUES ('rebuild')",
)
INTEGRITY_CHECKS = {
    "people_searchtitle": "INSERT INTO people_searchtitle (people_searchtitle, rank) VALUES ('integrity-check', 1)",
    "people_searchtext": "INSERT INTO people_searchtext (people_searchtext, rank) VALUES ('integrity-check', 1)",
    "people_searchname": "INSERT INTO people_searchname (people_searchname, rank) VALUES ('integrity-check', 1)",
}


class SQLiteSearchTriggers(SQLiteTriggers, SearchTriggers):
    """Keeps the documents by triggers, and FTS5 by triggers of the documents' table."""

    vendor = "sqlite"

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers, which is how SQLite keeps them."""
        return {name: sql for spec in DOCUMENT_SPECS for name, sql in triggers(spec)}

    def refill(self) -> None:
        """Make all documents afresh; FTS5 forgets what it knew, so that no error in it lives on."""
        self.execute(
            [
                "DELETE FROM people_searchword",
                "INSERT INTO people_searchspelling (people_searchspelling) VALUES ('delete-all')",
                "DELETE FROM people_searchdocument",
                *self.insertions(),
                *REBUILD_STATEMENTS,
            ]
        )

    def inconsistencies(self) -> Iterator[Difference]:
        """Yield the tables of FTS5 that don't agree with the documents."""
        for index, comparison in INTEGRITY_CHECKS.items():
            try:
                self.execute([comparison])
            except DatabaseError as error:
                yield Difference(f"Index {index}", f"doesn't agree with the documents ({error})")


def triggers(spec: DocumentSpec) -> Iterator[tuple[str, str]]:
    """Yield name and statement of the triggers of a model's table.

    An insertion may replace a row of the same id, for which SQLite calls no trigger of deletion.
    """
    name, table = f"people_search_{spec.name}", spec.table
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in spec.columns)
    added = f"INSERT INTO people_searchdocument (id, title, body) {selection(spec, 'sqlite', row='NEW')};"
    old, new = (removal(spec, row) for row in ("OLD", "NEW"))
    for event, condition, body in (
        ("insert", "", f"{new} {added}"),
        ("update", f"WHEN {changed} ", f"{old} {added}"),
        ("delete", "", old),
    ):
        trigger = f"{name}_{event}"
        yield trigger, f"CREATE TRIGGER {trigger} AFTER {event.upper()} ON {table} {condition}BEGIN {body} END"


def removal(spec: DocumentSpec, row: str) -> str:
    """Return the statement that removes the document of a row, whether it was a draft or not."""
    return (
        "DELETE FROM people_searchdocument "  # noqa: S608 - nothing from outside
        f"WHERE id IN ({spec.first} + {row}.id, {spec.first + HIDDEN} + {row}.id);"
    )
