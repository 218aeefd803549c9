"""Rows as the log holds them: read from their tables, and what they are called."""

import json
from typing import Any

from django.db import connection

from people.changes.tables import RENAMED_COLUMNS, LoggedTable, logged_tables
from people.models import Change

# Databases limit the parameters of a query.
KEYS_PER_QUERY = 500
# What a row is called by, the first that it has.
TITLE_COLUMNS = ("name", "title", "summary", "slug")

Row = dict[str, Any]


def row_as_json(one: LoggedTable, vendor: str, row: str) -> str:
    """Return the expression of a row of the table as the log holds it."""
    if vendor == "postgresql":
        return f"to_jsonb({row})"
    values = ", ".join(f"'{column}', {quoted(row, column)}" for column in one.columns)
    return f"json_object({values})"


def quoted(row: str, column: str) -> str:
    """Return the column of the row as SQL writes it."""
    return f'{row}."{column}"'


def stored_rows(one: LoggedTable, keys: list[int]) -> dict[int, Row]:
    """Return the rows of the table with those keys, as the log would hold them."""
    found: dict[int, Row] = {}
    expression = row_as_json(one, connection.vendor, "stored")
    for start in range(0, len(keys), KEYS_PER_QUERY):
        some = keys[start : start + KEYS_PER_QUERY]
        places = ", ".join(["%s"] * len(some))
        query = f"SELECT id, {expression} FROM {one.table} AS stored WHERE id IN ({places})"  # noqa: S608 - our own
        with connection.cursor() as cursor:
            cursor.execute(query, some)
            found |= {key: json.loads(row) if isinstance(row, str) else row for key, row in cursor.fetchall()}
    return found


def row_before(change: Change) -> Row | None:
    """Return the row as it was before the change, with the names that its columns have now; None if it was not there.

    Columns that are gone are left out; those that have come since are not in it.
    """
    one = logged_tables().get(change.model)
    if change.before is None or one is None:
        return change.before
    renamed = ((RENAMED_COLUMNS.get((one.name, column), column), value) for column, value in change.before.items())
    return {column: value for column, value in renamed if column in one.columns}


def title_of(row: Row) -> str:
    """Return what a row is called; nothing where it has no name, title, summary or slug."""
    return str(next(filter(None, (row.get(column) for column in TITLE_COLUMNS)), ""))
