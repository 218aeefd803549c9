"""Files as answers: the event loop reads them itself, so that no thread waits for it and nothing is copied."""

import os
from collections.abc import Iterator
from functools import partial
from typing import IO

from probe.gateway.spool import PIECE


class FileBody:
    """The body of an answer that is a file (PEP 3333), which is read from where it stands."""

    def __init__(self, file: IO[bytes], _: int = PIECE) -> None:
        """Take the file."""
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        return iter(partial(self.file.read, PIECE), b"")

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def spool(self, length: int) -> "FileSpool | None":
        """Return what reads so many bytes of it even when it is closed; nothing for a file that isn't the system's."""
        try:
            return FileSpool(os.fdopen(os.dup(self.file.fileno()), "rb", buffering=0), length)
        except OSError:
            return None


class FileSpool:
    """A file on its way to a client, of which all bytes are there. It is read as a Spool is."""

    ended = True

    def __init__(self, file: IO[bytes], length: int) -> None:
        """Take the file, which is closed with this, and how many bytes of it are to be sent."""
        self._file = file
        self._left = length
        self.closed = self.failed = False

    def read(self) -> bytes:
        """Return the next bytes, at most PIECE of them, or none where all have been read or none are left."""
        if self.closed:
            return b""
        data = self._file.read(min(PIECE, self._left))
        self._left -= len(data)
        self.failed = self.failed or bool(self._left and not data)
        return data

    def end(self, *, failed: bool = False) -> None:
        """Say that the answer has failed after all, or do nothing."""
        self.failed = failed

    def close(self) -> None:
        """Let go of the file."""
        self.closed = True
        self._file.close()
