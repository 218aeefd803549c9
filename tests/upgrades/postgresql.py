"""PostgreSQL databases as SQL text, and back."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg2

OPTIONS = ["--inserts", "--rows-per-insert=100", "--no-owner", "--no-privileges", "--no-comments"]
# Commands that psql alone knows, comments, and a setting that older servers don't know.
DROPPED = ("\\", "--", "SET transaction_timeout")

# Of columns, constraints, indexes, views, triggers and functions.
SHAPE = r"""
SELECT 'column', concat_ws(' ', table_name, column_name), concat_ws(' ', data_type, is_nullable, column_default)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'constraint', concat_ws(' ', conrelid::regclass, conname),
    -- Casts and brackets are written otherwise once a definition has been read from a dump.
    regexp_replace(pg_get_constraintdef(oid), '::[a-z ]+(\[\])?|[()]', '', 'g')
-- Of columns that are NOT NULL, later servers keep a constraint, whose name says how the column was made.
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'people_dataversion'::regclass
AND contype <> 'n'
UNION ALL
SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'people_dataversion'
UNION ALL
SELECT 'view', viewname, definition FROM pg_views WHERE schemaname = 'public'
UNION ALL
SELECT 'trigger', concat_ws(' ', tgrelid::regclass, tgname), pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'function', oid::regprocedure::text, pg_get_functiondef(oid)
FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'people%'
"""


@contextmanager
def database(server: str) -> Iterator[str]:
    """Yield the address of a new database on the server of which that of another is given; drop it afterwards."""
    name = f"upgrade_{uuid4().hex}"
    execute(server, f"CREATE DATABASE {name}")
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def dump(url: str, pg_dump: Path) -> str:
    """Return the SQL that makes the database again in an empty one."""
    told = subprocess.run([pg_dump, *OPTIONS, url], capture_output=True, check=True).stdout.decode()
    # Functions name all sorts of white space, which must stay as it is.
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in told.split("\n") if not line.startswith(DROPPED)))


def execute(url: str, sql: str) -> None:
    """Run the statements in the database, such as those that `dump` has returned."""
    with closing(connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(sql)


def select(url: str, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of the query."""
    with closing(connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())


def connect(url: str) -> "psycopg2.extensions.connection":
    """Return a connection to the database, which commits each statement."""
    connection = psycopg2.connect(url)
    connection.autocommit = True
    return connection
