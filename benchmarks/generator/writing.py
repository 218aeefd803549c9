"""Writes made-up tables into an empty database, as fast as it takes them."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import SimpleNamespace
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from benchmarks.generator.tables import GeneratedTable, Row
from benchmarks.progress import Progress
from people.change_times import triggers_of
from people.querysets.keys import key_fields
from people.search.maintenance import search_triggers_of

BATCH = 5_000
# What is written can be made again.
HASTE = ("PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-200000", "PRAGMA temp_store=MEMORY")
CALM = ("PRAGMA wal_checkpoint(TRUNCATE)",)


def load(tables: Iterable[GeneratedTable], progress: Progress) -> int:
    """Write the tables in one transaction, make the search index of them, and return the number of rows.

    Triggers that keep other things stay where they are, and do their work, but for those that move times of change.
    """
    triggers, models, total = search_triggers_of(connection), list[type[Model]](), 0
    change_times = triggers_of(connection)
    with transaction.atomic():
        triggers.uninstall()
        change_times.uninstall()
        for table in tables:
            models.append(table.model)
            total += write(table, progress)
        reset_keys(models)
        progress.say("search index")
        triggers.rebuild()
        change_times.ensure_installed()
    progress.end()
    return total


def write(table: GeneratedTable, progress: Progress) -> int:
    """Write the rows of one table, and return their number."""
    keys = [key for key in key_fields(table.model) if key.attname not in table.columns]
    # What the generator doesn't know of gets its default.
    others = [one for one in table.model._meta.concrete_fields if one.attname not in table.columns and one not in keys]
    columns = (*table.columns, *(one.attname for one in (*others, *keys)))
    defaults, written = tuple(one.get_default() for one in others), 0
    progress.begin(table.name, table.number)
    rows = (row + defaults + keys_of(keys, table.columns, row) for row in table.rows)
    while batch := list(islice(rows, BATCH)):
        insert(table.name, columns, batch)
        written += len(batch)
        progress.add(len(batch))
    return written


def keys_of(keys: list[Any], columns: tuple[str, ...], row: Row) -> Row:
    """Return the keys by which the row is sorted and found."""
    entry: Any = SimpleNamespace(**dict(zip(columns, row, strict=True))) if keys else None
    for key in keys:
        key.fill(entry)
    return tuple(getattr(entry, key.attname) for key in keys)


def insert(name: str, columns: Iterable[str], rows: list[Row]) -> None:
    """Insert rows by what is fastest in this database: prepared statements, or COPY."""
    quoted = [connection.ops.quote_name(column) for column in columns]
    if connection.vendor == "postgresql":
        copy(f"COPY {name} ({', '.join(quoted)}) FROM STDIN WITH (FORMAT csv)", rows)
    else:
        statement = f"INSERT INTO {name} ({', '.join(quoted)}) VALUES ({', '.join('?' * len(quoted))})"
        connection.connection.executemany(statement, rows)


def copy(statement: str, rows: list[Row]) -> None:
    """Send rows to PostgreSQL as CSV, where text is quoted and null is nothing at all."""
    file = io.StringIO()
    # QUOTE_NOTNULL would say it in one word, but is of Python 3.12.
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    for row in rows:
        writer.writerow([Nothing() if value is None else value for value in row])
    file.seek(0)
    with connection.cursor() as cursor:
        cursor.copy_expert(statement, file)


class Nothing(float):
    """Null: a number to the CSV writer, which so leaves the quotation marks away, and empty."""

    def __repr__(self) -> str:
        return ""

    __str__ = __repr__


@contextmanager
def haste() -> Iterator[None]:
    """Write without care for a power cut, and leave the database as a running site would.

    PostgreSQL's autovacuum has been there; SQLite, like the site, knows no statistics.
    """
    connection.ensure_connection()
    sqlite = connection.vendor == "sqlite"
    run(HASTE if sqlite else ())
    yield
    run(CALM if sqlite else ["VACUUM ANALYZE"])


def reset_keys(models: Iterable[type[Model]]) -> None:
    """Have the next row of each table take the next key."""
    run(connection.ops.sequence_reset_sql(no_style(), list(dict.fromkeys(models))))


def run(statements: Iterable[str]) -> None:
    """Run the statements."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
