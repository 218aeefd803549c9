"""Freezing a PostgreSQL that `tests.postgres` runs."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit


def directory(url: str) -> Path:
    """Return the directory of the server at that address."""
    return Path(unquote(urlsplit(url).hostname or ""))


def processes(url: str) -> list[int]:
    """Return the server's processes, the one that begins others first."""
    first = int((directory(url) / "data" / "postmaster.pid").read_text().split()[0])
    others = (path for path in Path("/proc").iterdir() if path.name.isdigit())
    return [first, *(int(path.name) for path in others if parent(path) == first)]


def parent(process: Path) -> int:
    """Return the process that began another one, which may have ended meanwhile."""
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


@contextmanager
def frozen(url: str) -> Iterator[None]:
    """Stop the server as a machine does that has no time for it: it holds its connections, and says nothing."""
    stopped = []
    try:
        for process in processes(url):
            send(process, signal.SIGSTOP)
            stopped.append(process)
        yield
    finally:
        for process in stopped:
            send(process, signal.SIGCONT)


def send(process: int, number: signal.Signals) -> None:
    """Send the process a signal; one of a connection that was just closed may have ended."""
    with suppress(ProcessLookupError):
        os.kill(process, number)
