"""The triggers of PostgreSQL, one for each statement: a thousand rows written at once are one step."""

from collections.abc import Iterator

from django.db import transaction

from people.search.document_specs import INDEXED_SPECS, DocumentSpec
from people.search.maintenance.base import SearchTriggers, within
from people.search.maintenance.documents import document_id, selection
from people.search.maintenance.titles import EVENTS, postgresql_title_statements, postgresql_title_triggers
from people.triggers import LINEAR_PLANS, PostgreSQLTriggers


class PostgreSQLSearchTriggers(PostgreSQLTriggers, SearchTriggers):
    """Keeps the documents by triggers; the rest are generated columns and their indexes."""

    vendor = "postgresql"

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        functions = {f"{name_of(spec)}()": function(spec) for spec in INDEXED_SPECS}
        triggers = {f"{name_of(spec)}_{event}": spec.table for spec in INDEXED_SPECS for event in EVENTS}
        return functions | triggers | postgresql_title_triggers()

    def install(self) -> None:
        """Install the triggers."""
        self.execute(statement for spec in INDEXED_SPECS for statement in statements(spec))
        self.execute(postgresql_title_statements())

    def refill(self) -> None:
        """Make all documents afresh.

        Who writes an entry waits at its document, and then writes the document as it should be.
        """
        insertions = (
            f"INSERT INTO people_searchdocument (id, title, body) {selection(noun, self.vendor)}"
            for noun in INDEXED_SPECS
        )
        with transaction.atomic(using=self.connection.alias):
            self.execute(["LOCK TABLE people_searchdocument IN SHARE ROW EXCLUSIVE MODE"])
            self.refill_titles()
            self.execute(
                [
                    "DELETE FROM people_searchword",
                    "DELETE FROM people_searchdocument",
                    *insertions,
                    "ANALYZE people_searchdocument",
                    "ANALYZE people_searchword",
                ]
            )


def name_of(spec: DocumentSpec) -> str:
    """Return the name of the function that keeps the documents of a model."""
    return f"people_search_{spec.name}"


def function(spec: DocumentSpec) -> str:
    """Return the body of that function. Rows that are written without a change to their document keep it."""
    gone, come = differing(spec, "former", "changed"), differing(spec, "changed", "former")
    return f"""
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE {within(spec)};
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) {selection(spec, "postgresql", source="changed")};
    ELSIF TG_OP = 'DELETE' THEN
        {deletion(spec, "former")};
    ELSE
        {deletion(spec, gone)};
        INSERT INTO people_searchdocument (id, title, body) {selection(spec, "postgresql", source=come)};
    END IF;
    RETURN NULL;
END
"""  # noqa: S608 - nothing in it comes from outside


def differing(spec: DocumentSpec, rows: str, others: str) -> str:
    """Return those of the rows, as a table, that make another document than the row with their id among the others."""
    columns = ", ".join(spec.columns)
    return f"(SELECT {columns} FROM {rows} EXCEPT SELECT {columns} FROM {others}) AS differing"  # noqa: S608


def deletion(spec: DocumentSpec, rows: str) -> str:
    """Return the statement that deletes the documents of the rows; the ranges say in which partition they are."""
    return (
        f"DELETE FROM people_searchdocument WHERE ({within(spec)}) "  # noqa: S608 - nothing in it comes from outside
        f"AND id = ANY (ARRAY(SELECT {document_id(spec)} FROM {rows}))"
    )


def statements(spec: DocumentSpec) -> Iterator[str]:
    """Yield the statements that create the triggers of a model's table."""
    name = name_of(spec)
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT {LINEAR_PLANS} "
        f"AS $${function(spec)}$$"
    )
    for event, rows in EVENTS.items():
        yield (
            f"CREATE TRIGGER {name}_{event} AFTER {event.upper()} ON {spec.table} {rows}"
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
