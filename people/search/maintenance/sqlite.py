"""The triggers of SQLite, one for each row written. None names a table that a migration may rebuild."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.db import DatabaseError, transaction

from people.search.document_specs import HIDDEN, INDEXED_SPECS, DocumentSpec
from people.search.maintenance.base import Difference, SearchTriggers
from people.search.maintenance.documents import selection
from people.search.maintenance.titles import sqlite_title_triggers
from people.triggers import SQLiteTriggers

# Documents of so many rows are made at once, for which writers wait.
BATCH = 500

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
        return {name: sql for spec in INDEXED_SPECS for name, sql in triggers(spec)} | dict(sqlite_title_triggers())

    def refill(self) -> None:
        """Make all documents afresh, some at a time: readers find each as it was or as it is, and writers wait little.

        FTS5 then forgets what it knew, so that no error in it lives on.
        """
        self.refill_titles()
        self._write(
            [
                "DELETE FROM people_searchword",
                "INSERT INTO people_searchspelling (people_searchspelling) VALUES ('delete-all')",
            ]
        )
        for spec in INDEXED_SPECS:
            for first, last in self._batches(spec):
                self._write([deletion(spec, first, last), insertion(spec, first, last)])
        for statement in REBUILD_STATEMENTS:
            self._write([statement])

    def _write(self, statements: Iterable[str]) -> None:
        """Run the statements in a transaction of their own."""
        with transaction.atomic(using=self.connection.alias):
            self.execute(statements)

    def _batches(self, spec: DocumentSpec) -> Iterator[tuple[int, int]]:
        """Yield between which ids some of the rows lie, up to the last that a row can have."""
        rows = [row for (row,) in self.select(f"SELECT id FROM {spec.table} ORDER BY id")]  # noqa: S608 - our own
        starts = [0, *rows[BATCH::BATCH], spec.last - spec.first + 1]
        return ((first, after - 1) for first, after in pairwise(starts))

    def inconsistencies(self) -> Iterator[Difference]:
        """Yield the tables of FTS5 that don't agree with the documents."""
        for index, comparison in INTEGRITY_CHECKS.items():
            try:
                self.execute([comparison])
            except DatabaseError as error:
                yield Difference(f"Index {index}", f"doesn't agree with the documents ({error})")


def deletion(spec: DocumentSpec, first: int, last: int) -> str:
    """Return the statement that deletes the documents of the rows between two ids, of drafts too."""
    ranges = (f"id BETWEEN {start + first} AND {start + last}" for start, _ in spec.ranges(hidden=True))
    return f"DELETE FROM people_searchdocument WHERE {' OR '.join(ranges)}"  # noqa: S608 - nothing from outside


def insertion(spec: DocumentSpec, first: int, last: int) -> str:
    """Return the statement that makes the documents of the rows between two ids."""
    rows = f"(SELECT * FROM {spec.table} WHERE id BETWEEN {first} AND {last})"  # noqa: S608 - nothing from outside
    return f"INSERT INTO people_searchdocument (id, title, body) {selection(spec, 'sqlite', source=rows)}"


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
