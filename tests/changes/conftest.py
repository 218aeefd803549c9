"""The seeded site, and what its tables hold."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from people.changes.tables import logged_tables

Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def seeded(db: None) -> None:
    call_command("seed", verbosity=0)


def contents(*left_out: str) -> Tables:
    """Return all rows of the data, without what follows from others: times of change, days, keys."""
    found: Tables = {}
    for name, one in logged_tables().items():
        if name not in left_out:
            columns = ", ".join(f'"{column}"' for column in one.compared)
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {columns} FROM {one.table} ORDER BY id")
                found[name] = list(cursor.fetchall())
    return found
