"""SQLite databases as SQL text, and back."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any
from uuid import uuid4

# What FTS5 keeps of its tables is left out, and made again of what they index.
SHADOWS = "SELECT name FROM pragma_table_list WHERE type = 'shadow'"
SPELLINGS = "INSERT INTO people_searchspelling (rowid, word) SELECT id, '  ' || word || ' ' FROM people_searchword;"

# Of tables, indexes, views and triggers.
SHAPE = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE tbl_name <> 'people_dataversion'"


@contextmanager
def database(directory: str) -> Iterator[str]:
    """Yield the address of a new database in the directory."""
    yield f"sqlite:///{directory}/{uuid4().hex}.sqlite3"


def dump(url: str) -> str:
    """Return the SQL that makes the database again: tables and rows first, then what is laid upon them."""
    with closing(connect(url)) as connection:
        return "\n".join(["BEGIN;", *statements(connection), "COMMIT;", ""])


def statements(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements."""
    shadows = {name for (name,) in connection.execute(SHADOWS)}
    parts = [
        (kind, name, sql)
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY rowid")
        if sql and name not in shadows and not name.startswith("sqlite_")
    ]
    tables = [(name, sql) for kind, name, sql in parts if kind == "table"]
    yield from (f"{sql};" for _, sql in tables)
    for name, sql in tables:
        yield from refill(name, sql) if sql.startswith("CREATE VIRTUAL") else insertions(connection, name)
    yield "DELETE FROM sqlite_sequence;"
    yield from insertions(connection, "sqlite_sequence")
    yield from (f"{sql};" for kind, _, sql in parts if kind != "table")


def insertions(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Yield a statement for each row of the table."""
    columns = [column for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")]
    values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
    for (row,) in connection.execute(f"SELECT {values} FROM {table} ORDER BY rowid"):
        yield f"INSERT INTO {table} VALUES ({row});"


def refill(table: str, sql: str) -> Iterator[str]:
    """Yield what fills a table of FTS5 from the table that it indexes, whose rows are there."""
    has_no_content = re.search(r"content\s*=\s*''", sql)
    yield SPELLINGS if has_no_content else f"INSERT INTO {table} ({table}) VALUES ('rebuild');"


def execute(url: str, sql: str) -> None:
    """Run the statements in the database, such as those that `dump` has returned."""
    with closing(connect(url)) as connection:
        connection.executescript(sql)


def select(url: str, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of the query."""
    with closing(connect(url)) as connection:
        return connection.execute(query).fetchall()


def connect(url: str) -> sqlite3.Connection:
    """Return a connection to the database."""
    return sqlite3.connect(url.removeprefix("sqlite:///"))
