"""The triggers of PostgreSQL, one for each statement: a thousand rows written at once are one step."""

from collections.abc import Iterator

from django.db import transaction

from people.search.nouns import NOUNS, SearchNoun
from people.search.upkeep.documents import document_id, selection
from people.search.upkeep.keeper import Keeper, within
from people.triggers import LINEAR, PostgreSQLTriggers

# For each event, the rows that the function sees. Where it truncates, none.
EVENTS = {
    "insert": "REFERENCING NEW TABLE AS changed ",
    "update": "REFERENCING OLD TABLE AS former NEW TABLE AS changed ",
    "delete": "REFERENCING OLD TABLE AS former ",
    "truncate": "",
}


class PostgreSQLKeeper(PostgreSQLTriggers, Keeper):
    """Keeps the documents by triggers; the rest are generated columns and their indexes."""

    vendor = "postgresql"

    def wanted(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        functions = {f"{name_of(noun)}()": function(noun) for noun in NOUNS}
        return functions | {f"{name_of(noun)}_{event}": noun.table for noun in NOUNS for event in EVENTS}

    def install(self) -> None:
        """Lay the triggers."""
        self.execute(statement for noun in NOUNS for statement in statements(noun))

    def refill(self) -> None:
        """Make all documents afresh.

        Who writes an entry waits at its document, and then writes the document as it should be.
        """
        insertions = (
            f"INSERT INTO people_searchdocument (id, title, body) {selection(noun, self.vendor)}" for noun in NOUNS
        )
        with transaction.atomic(using=self.connection.alias):
            self.execute(
                [
                    "LOCK TABLE people_searchdocument IN SHARE ROW EXCLUSIVE MODE",
                    "DELETE FROM people_searchword",
                    "DELETE FROM people_searchdocument",
                    *insertions,
                    "ANALYZE people_searchdocument",
                    "ANALYZE people_searchword",
                ]
            )


def name_of(noun: SearchNoun) -> str:
    """Return the name of the function that keeps the documents of a noun."""
    return f"people_search_{noun.name}"


def function(noun: SearchNoun) -> str:
    """Return the body of that function. Rows that are written without a change to their document keep it."""
    gone, come = differing(noun, "former", "changed"), differing(noun, "changed", "former")
    return f"""
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE {within(noun)};
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) {selection(noun, "postgresql", source="changed")};
    ELSIF TG_OP = 'DELETE' THEN
        {deletion(noun, "former")};
    ELSE
        {deletion(noun, gone)};
        INSERT INTO people_searchdocument (id, title, body) {selection(noun, "postgresql", source=come)};
    END IF;
    RETURN NULL;
END
"""  # noqa: S608 - nothing in it comes from outside


def differing(noun: SearchNoun, rows: str, others: str) -> str:
    """Return those of the rows, as a table, that make another document than the row with their id among the others."""
    columns = ", ".join(noun.columns)
    return f"(SELECT {columns} FROM {rows} EXCEPT SELECT {columns} FROM {others}) AS differing"  # noqa: S608


def deletion(noun: SearchNoun, rows: str) -> str:
    """Return the statement that deletes the documents of the rows; the ranges say in which partition they are."""
    return (
        f"DELETE FROM people_searchdocument WHERE ({within(noun)}) "  # noqa: S608 - nothing in it comes from outside
        f"AND id = ANY (ARRAY(SELECT {document_id(noun)} FROM {rows}))"
    )


def statements(noun: SearchNoun) -> Iterator[str]:
    """Yield the statements that lay the triggers of a noun's table."""
    name = name_of(noun)
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT {LINEAR} "
        f"AS $${function(noun)}$$"
    )
    for event, rows in EVENTS.items():
        yield (
            f"CREATE TRIGGER {name}_{event} AFTER {event.upper()} ON {noun.table} {rows}"
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
