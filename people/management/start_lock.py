"""One start at a time: a second one waits until the first has made database and files, and finds it all done."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

# Any number that no other program locks in our database.
ADVISORY_KEY = 0x50726F6265  # "Probe"
RETRY_SECONDS = 0.2  # seconds


@contextmanager
def file_locks(on_wait: Callable[[], object]) -> Iterator[None]:
    """Hold a lock on DATA_DIR, and on the directory of an SQLite file, while the body runs.

    The system lets go of it when the process ends, however it ends.

    Args:
        on_wait: Is called once if somebody else holds one of them.
    """
    with ExitStack() as stack:
        for directory in lockable_directories():
            stack.enter_context(directory_lock(directory, on_wait))
        yield


def lockable_directories() -> list[Path]:
    """Return the directories that a start writes to, in an order that is the same for all starts."""
    directories = {Path(settings.DATA_DIR).resolve()}
    if connection.vendor == "sqlite":
        directories.add(Path(connection.settings_dict["NAME"]).resolve().parent)
    return sorted(directories)


@contextmanager
def directory_lock(directory: Path, on_wait: Callable[[], object]) -> Iterator[None]:
    """Hold the lock of a directory while the body runs; none where it is missing or its file system knows no locks."""
    with ExitStack() as stack:
        with suppress(OSError):
            descriptor = os.open(directory, os.O_RDONLY)
            stack.callback(os.close, descriptor)
            wait_for(lambda: lock_now(descriptor), on_wait)
        yield


def lock_now(descriptor: int) -> bool:
    """Return whether the lock of a directory was free, and is held now."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def database_lock(on_wait: Callable[[], object]) -> Iterator[None]:
    """Hold a lock in the database itself while the body runs: PostgreSQL may be used from several machines.

    Args:
        on_wait: Is called once if somebody else holds it.
    """
    if connection.vendor != "postgresql":
        yield
        return
    wait_for(lambda: advisory("pg_try_advisory_lock"), on_wait)
    try:
        yield
    finally:
        # A connection that has gone has let go of it.
        if connection.is_usable():
            advisory("pg_advisory_unlock")


def wait_for(is_held: Callable[[], bool], on_wait: Callable[[], object]) -> None:
    """Return once a lock is held.

    It is asked for again and again: one long call would not end at a signal that comes just before it, and would end
    at the limits of time that a database may set.
    """
    if is_held():
        return
    on_wait()
    while not is_held():
        time.sleep(RETRY_SECONDS)


def advisory(function: str) -> bool:
    """Return what PostgreSQL answers when it is asked for its lock, or given it back."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [ADVISORY_KEY])
        (answer,) = cursor.fetchone()
    return bool(answer)
