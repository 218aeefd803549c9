"""What can be wrong with the database itself, rather than with what it was asked."""

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.db import InterfaceError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

# SQLite also calls a query that names no table of its own an operational error.
UNAVAILABLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}
PRIMARY = 0xFF


class OpenFile(NamedTuple):
    """The file that a connection to SQLite has open: its path, and which file was there when it was opened."""

    path: Path
    device: int
    inode: int


def is_unavailable(error: BaseException | None) -> bool:
    """Return whether the error means that the database is out of reach, too slow, locked, full, or read-only."""
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is None or code & PRIMARY in UNAVAILABLE


def sqlite_path(name: str) -> Path:
    """Return the path of a SQLite database, given its name in Django's settings: a path, or a URI of one."""
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def note_file(connection: Any, **_: object) -> None:
    """Remember which file the connection has opened."""
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        path = sqlite_path(str(connection.settings_dict["NAME"]))
        found = path.stat()
        connection.open_file = OpenFile(path, found.st_dev, found.st_ino)


def is_replaced(connection: BaseDatabaseWrapper) -> bool:
    """Return whether the connection's file is no longer the one at its path: what it writes would be lost."""
    opened: OpenFile | None = getattr(connection, "open_file", None)
    if opened is None or connection.connection is None:
        return False
    try:
        found = opened.path.stat()
    except OSError:
        return True
    return (found.st_dev, found.st_ino) != (opened.device, opened.inode)
