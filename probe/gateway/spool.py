"""Bytes on their way between a thread and a client: in memory while they are few, in a temporary file beyond that."""

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from threading import Lock

IN_MEMORY = 256 * 1024  # bytes
PIECE = 64 * 1024  # bytes


class SpoolFullError(Exception):
    """More bytes are waiting for slow clients than the server holds."""


class ClientGoneError(Exception):
    """Nobody reads the answer any more."""


class Budget:
    """How many bytes all spools of a process may hold together, and each of them alone.

    Attributes:
        total: For all spools, in bytes.
        each: For one of them, in bytes.
    """

    def __init__(self, total: int, each: int) -> None:
        """Begin with nothing held."""
        self.total = total
        self.each = each
        self.held = 0
        self._lock = Lock()

    def take(self, size: int, held: int) -> None:
        """Count `size` bytes more for a spool that holds `held`. Raises SpoolFullError where that is too many."""
        with self._lock:
            if self.held + size > self.total or held + size > self.each:
                raise SpoolFullError
            self.held += size

    def give_back(self, size: int) -> None:
        """Count `size` bytes less."""
        with self._lock:
            self.held -= size


class Spool:
    """A queue of bytes that one thread writes and another one reads; neither waits for the other."""

    def __init__(self, budget: Budget, wake: Callable[[], None]) -> None:
        """Take what to call after each change."""
        self._budget = budget
        self._wake = wake
        self._lock = Lock()
        self._file = SpooledTemporaryFile[bytes](max_size=IN_MEMORY)
        self._read = self._written = 0
        self.closed = False
        self.ended = self.failed = False

    def __len__(self) -> int:
        return self._written - self._read

    def write(self, data: bytes) -> None:
        """Add `data`. Raises ClientGoneError once the spool is closed, and SpoolFullError."""
        with self._lock:
            if self.closed:
                raise ClientGoneError
            self._budget.take(len(data), len(self))
            try:
                if self._written + len(data) > IN_MEMORY:
                    # Else it would be copied in memory first.
                    self._file.rollover()
                self._file.seek(self._written)
                self._file.write(data)
            except OSError:
                self._budget.give_back(len(data))
                raise
            self._written += len(data)
        self._wake()

    def end(self, *, failed: bool = False) -> None:
        """Say that nothing more comes, because all is written or because making it failed."""
        # In this order: the reader looks at `ended` first.
        self.failed = failed
        self.ended = True
        self._wake()

    def read(self) -> bytes:
        """Return the next bytes, at most PIECE of them, or none where none are waiting."""
        with self._lock:
            if self.closed:
                return b""
            self._file.seek(self._read)
            data = self._file.read(min(PIECE, len(self)))
            self._read += len(data)
            if data and not len(self):
                # A client that keeps up never makes the file long.
                self._file.seek(0)
                self._file.truncate()
                self._read = self._written = 0
        self._budget.give_back(len(data))
        return data

    def close(self) -> None:
        """Let go of what nobody will read; the writer learns of it at its next bytes."""
        with self._lock:
            if self.closed:
                return
            self.closed = True
            self._budget.give_back(len(self))
            self._file.close()
        self._wake()
        # The answer holds this spool, and is what it wakes: without a cycle, both go at once.
        self._wake = nobody


def nobody() -> None:
    """Wake nobody."""
