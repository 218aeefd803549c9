"""The distinct titles of roles, of which documents are made in place of the roles: each is found once.

A role's title comes with the first role that has it, with the same spellings and status, and goes with the last: by
triggers of the roles' table, which look up a few rows by indexes, however many have the title.
"""

from collections.abc import Iterator

from people.models import JobTitle, Role
from people.triggers import LINEAR_PLANS

TITLES, ROLES = JobTitle._meta.db_table, Role._meta.db_table
COLUMNS = "title, title_slug, title_spellings, status"
NAME = "people_search_role"

# A column that may be null is compared with one of these, as each database reads it.
IS = {"sqlite": "IS", "postgresql": "IS NOT DISTINCT FROM"}

MISSING_TITLES = f"SELECT {COLUMNS} FROM {ROLES} EXCEPT SELECT {COLUMNS} FROM {TITLES}"  # noqa: S608 - our own
SURPLUS_TITLES = f"SELECT {COLUMNS} FROM {TITLES} EXCEPT SELECT {COLUMNS} FROM {ROLES}"  # noqa: S608 - our own
INSERTION = f"INSERT INTO {TITLES} ({COLUMNS}) VALUES (%s, %s, %s, %s)"  # noqa: S608 - our own


def same(one: str, other: str, vendor: str) -> str:
    """Return the condition that two rows, given by their names, have the same title."""
    columns = (f"{one}.{column} = {other}.{column}" for column in ("title_slug", "status", "title"))
    return " AND ".join([*columns, f"{one}.title_spellings {IS[vendor]} {other}.title_spellings"])


def without(table: str, row: str, vendor: str) -> str:
    """Return the condition that no row of the table has the title of the row.

    A query with a limit is asked for each row, and joined with nothing.
    """
    return f"(SELECT 1 FROM {table} AS one WHERE {same('one', row, vendor)} LIMIT 1) IS NULL"  # noqa: S608 - our own


def unheld_titles(vendor: str) -> str:
    """Return the query of the ids of titles that no role has; on PostgreSQL it locks them, but waits for nobody."""
    lock = " FOR UPDATE SKIP LOCKED" if vendor == "postgresql" else ""
    return f"SELECT id FROM {TITLES} WHERE {without(ROLES, TITLES, vendor)}{lock}"  # noqa: S608 - our own


def deletion_of_titles(ids: str, vendor: str) -> str:
    """Return the statement that deletes those of the titles, given by a condition, that no role has."""
    return f"DELETE FROM {TITLES} WHERE {ids} AND {without(ROLES, TITLES, vendor)}"  # noqa: S608 - our own


def sqlite_title_triggers() -> Iterator[tuple[str, str]]:
    """Yield name and statement of the triggers of SQLite."""
    columns = COLUMNS.split(", ")
    changed = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    learnt = f"INSERT INTO {TITLES} ({COLUMNS}) SELECT {new} WHERE {without(TITLES, 'NEW', 'sqlite')};"
    left = f"{deletion_of_titles(same(TITLES, 'OLD', 'sqlite'), 'sqlite')};"
    for event, condition, body in (
        ("insert", "", learnt),
        ("update", f"WHEN {changed} ", f"{learnt} {left}"),
        ("delete", "", left),
    ):
        name = f"{NAME}_{event}"
        yield name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {ROLES} {condition}BEGIN {body} END"


# Who adds a role with a title locks the title for as long as the transaction lasts, with others who do: a transaction
# that takes away the last role with it then leaves it alone. It asks once more after locking, as one may have come.
FUNCTION = f"""
DECLARE
    titles varchar[];
    gone bigint[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM {TITLES};
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NOT EXISTS (SELECT {COLUMNS} FROM changed EXCEPT SELECT {COLUMNS} FROM former)
            AND NOT EXISTS (SELECT {COLUMNS} FROM former EXCEPT SELECT {COLUMNS} FROM changed)
        THEN
            RETURN NULL;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        titles := ARRAY(SELECT DISTINCT title FROM changed);
        PERFORM FROM {TITLES} WHERE title = ANY (titles) FOR KEY SHARE;
        INSERT INTO {TITLES} ({COLUMNS})
        SELECT {COLUMNS} FROM changed EXCEPT SELECT {COLUMNS} FROM {TITLES} WHERE title = ANY (titles);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        titles := ARRAY(SELECT DISTINCT title FROM former);
        gone := ARRAY(
            SELECT id FROM {TITLES} WHERE title = ANY (titles) AND {without(ROLES, TITLES, "postgresql")}
            FOR UPDATE SKIP LOCKED
        );
        {deletion_of_titles("id = ANY (gone)", "postgresql")};
    END IF;
    RETURN NULL;
END
"""  # noqa: S608 - our own

# For each event, the rows that the function sees. Where it truncates, none.
EVENTS = {
    "insert": "REFERENCING NEW TABLE AS changed ",
    "update": "REFERENCING OLD TABLE AS former NEW TABLE AS changed ",
    "delete": "REFERENCING OLD TABLE AS former ",
    "truncate": "",
}


def postgresql_title_triggers() -> dict[str, str]:
    """Return the body of the function of PostgreSQL, and the table of the triggers that call it."""
    return {f"{NAME}()": FUNCTION} | {f"{NAME}_{event}": ROLES for event in EVENTS}


def postgresql_title_statements() -> Iterator[str]:
    """Yield the statements that create them."""
    yield (
        f"CREATE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT {LINEAR_PLANS} "
        f"AS $${FUNCTION}$$"
    )
    for event, rows in EVENTS.items():
        yield (
            f"CREATE TRIGGER {NAME}_{event} AFTER {event.upper()} ON {ROLES} {rows}"
            f"FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
        )
