"""Keeps the index: installs the triggers that keep it in step with the entries, checks it, makes it afresh."""

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from people.search.maintenance.base import SearchTriggers
from people.search.maintenance.postgresql import PostgreSQLSearchTriggers
from people.search.maintenance.sqlite import SQLiteSearchTriggers

__all__ = ["after_migrate", "search_triggers_of", "uninstall"]

TRIGGERS: dict[str, type[SearchTriggers]] = {"sqlite": SQLiteSearchTriggers, "postgresql": PostgreSQLSearchTriggers}


def search_triggers_of(connection: BaseDatabaseWrapper) -> SearchTriggers:
    """Return who keeps the index of the connection's database."""
    return TRIGGERS[connection.vendor](connection)


def after_migrate(using: str, **_: object) -> None:
    """Put the triggers back that a migration took away, or reinstall them where they have changed.

    SQLite rebuilds a table to alter it, and drops its triggers with it. What was written without them is made up for.
    """
    triggers = search_triggers_of(connections[using])
    if triggers.is_ready() and not triggers.is_installed():
        triggers.rebuild()


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers off the entries' tables, after which nothing keeps the index."""
    search_triggers_of(connection).uninstall()
