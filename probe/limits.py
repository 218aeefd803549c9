"""What a web request may take of the database. Commands such as `migrate` and `seed` may take all they need."""

import time
from collections.abc import Callable
from threading import BoundedSemaphore, local
from typing import Any
from urllib.parse import quote

from django.db import OperationalError, connections
from django.db.backends.signals import connection_created
from psycopg2.extensions import set_wait_callback

from people.database import is_replaced
from probe.environment import Settings
from probe.waiting import wait

# Seconds that a writer waits for another one. Editors are told within five that it didn't work.
LOCKED = 3
# So many threads of a process may wait for SQLite's only writer; others wait for their turn only this long, in
# seconds. The rest of the threads stay free for readers.
WAITING = 2
TURN = 0.25
WRITES = ("BEGIN", "INSERT", "UPDATE", "DELETE")
# SQLite knows no time-out for a statement, but counts its steps: it does some fifty million in a second.
STEPS = 1_000_000
MOST_CALLS = 1_500
# In milliseconds.
POSTGRESQL_LIMITS = {
    "statement_timeout": 30_000,
    "lock_timeout": LOCKED * 1000,
    "idle_in_transaction_session_timeout": 60_000,
}

_waiting = BoundedSemaphore(WAITING)
_thread = local()


def limited(database: Settings) -> Settings:
    """Return Django's settings of the database for a web process. What its own address sets comes last, and wins."""
    options = dict(database["OPTIONS"])
    if database["ENGINE"].endswith("postgresql"):
        limits = " ".join(f"-c {name}={value}" for name, value in POSTGRESQL_LIMITS.items())
        return database | {"OPTIONS": options | {"options": f"{limits} {options.get('options', '')}".strip()}}
    # A file that is gone must not come back empty.
    name = f"file:{quote(str(database['NAME']))}?mode=rw"
    return database | {"NAME": name, "OPTIONS": options | {"timeout": LOCKED}}


def install() -> None:
    """Set the limits for all connections that this process makes from now on."""
    connections.settings["default"].update(limited(connections.settings["default"]))
    connection_created.connect(limit_connection, dispatch_uid="limits")
    set_wait_callback(wait)


def limit_connection(connection: Any, **_: object) -> None:
    """Limit what SQLite can't be told in the settings."""
    if connection.vendor == "sqlite":
        limits = StatementLimits()
        connection.connection.set_progress_handler(limits.is_spent, STEPS)
        connection.execute_wrappers[:] = [limits]


class StatementLimits:
    """Limits the steps of each statement of a connection to SQLite, and how many wait to write.

    Steps instead of time, because rows that are sent slowly are read slowly.
    """

    def __init__(self) -> None:
        """Begin with no steps taken."""
        self.calls = 0

    def __call__(
        self, execute: Callable[..., object], sql: str, params: object, many: bool, context: dict[str, Any]
    ) -> object:
        """Execute a statement. Raises OperationalError where it would write while too many wait for that already."""
        self.calls = 0
        if not sql.startswith(WRITES) or context["connection"].in_atomic_block:
            return execute(sql, params, many, context)
        if not _waiting.acquire(timeout=TURN):
            raise OperationalError("database is locked")
        try:
            return execute(sql, params, many, context)
        finally:
            _waiting.release()

    def is_spent(self) -> bool:
        """Return whether SQLite is to interrupt the statement, which has taken so many steps more."""
        self.calls += 1
        return self.calls > MOST_CALLS


def leave_replaced_file(pause: float = 0) -> bool:
    """Return whether the SQLite file was replaced; the connection is closed then, so that the next query opens another.

    Args:
        pause: For how many seconds after it looked it doesn't look again.
    """
    now = time.monotonic()
    if now - getattr(_thread, "looked_at", 0) >= pause:
        _thread.looked_at = now
        if is_replaced(connections["default"]):
            connections["default"].close()
            return True
    return False
