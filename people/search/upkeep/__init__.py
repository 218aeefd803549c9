"""Keeps the index: lays the triggers that keep it in step with the entries, checks it, makes it afresh."""

from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from people.search.upkeep.keeper import Keeper
from people.search.upkeep.postgresql import PostgreSQLKeeper
from people.search.upkeep.sqlite import SQLiteKeeper

__all__ = ["after_migrate", "keeper_of", "uninstall"]

KEEPERS: dict[str, type[Keeper]] = {"sqlite": SQLiteKeeper, "postgresql": PostgreSQLKeeper}


def keeper_of(connection: BaseDatabaseWrapper) -> Keeper:
    """Return who keeps the index of the connection's database."""
    return KEEPERS[connection.vendor](connection)


def after_migrate(using: str, **_: Any) -> None:
    """Put the triggers back that a migration took away, or lay them anew where they have changed.

    SQLite rebuilds a table to alter it, and drops its triggers with it. What was written without them is made up for.
    """
    keeper = keeper_of(connections[using])
    if keeper.is_ready() and not keeper.is_installed():
        keeper.rebuild()


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off the entries' tables, after which nothing keeps the index."""
    keeper_of(connection).uninstall()
