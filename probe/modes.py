"""Whose the files of the site are: its owner's alone, as they hold drafts, accounts and sessions."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO
# What SQLite keeps beside a database.
SQLITE_SUFFIXES = ("", "-wal", "-shm", "-journal")


def make_private() -> None:
    """Have this process, and those that it starts, make files that only their owner can read."""
    os.umask(OTHERS)


def tighten(directories: Iterable[Path], databases: Iterable[Path]) -> None:
    """Take away what others may do with files that were made before: a database, and all that is in a directory.

    What belongs to somebody else is left as it is.
    """
    for database in databases:
        for suffix in SQLITE_SUFFIXES:
            _take_away(database.with_name(f"{database.name}{suffix}"))
    for directory in directories:
        # Nobody else gets into a directory that is closed already.
        if _take_away(directory):
            for path in directory.rglob("*"):
                _take_away(path)


def _take_away(path: Path) -> bool:
    """Return whether others could do something with the file, and can no longer."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode) or status.st_uid != os.geteuid() or not status.st_mode & OTHERS:
            return False
        path.chmod(stat.S_IMODE(status.st_mode) & ~OTHERS)
    except OSError:
        # It is gone by now, or the file system has no modes.
        return False
    return True
