"""Long files of all data, kept on disk for as long as the data have the version of which they were made.

Who asks first is sent the file as it is made, and leaves it behind; others are sent that one. Nothing is lost where it
can't be kept: without room, or without leave to write, every one is made anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, NamedTuple

from django.conf import settings
from django.db import Error

from people.index import data_version

logger = logging.getLogger(__name__)

CODE = Path(__file__).resolve().parents[1]
# What a file is called that is not whole yet.
UNFINISHED = "part"
# How the files begin that are only locked; another one in the place of one would let two write the same file.
LOCK = "lock."


class FileKey(NamedTuple):
    """Which file: its name, the site whose addresses are in it, and the version of the data, read before the data."""

    name: str
    site: str
    version: str

    @property
    def stem(self) -> str:
        """Return how the file's name on disk begins."""
        made_by = hashlib.sha256(f"{self.site}\n{release()}".encode()).hexdigest()[:16]
        return f"{self.name}.{self.version}.{made_by}."


class KeptFile(NamedTuple):
    """A file that is open: its bytes, how many, their SHA-256 in hexadecimal, and when it was made."""

    file: IO[bytes]
    size: int
    digest: str
    made_at: float


def directory() -> Path:
    """Return where the files are kept."""
    return Path(settings.DATA_DIR, "exports")


@lru_cache(1)
def release() -> str:
    """Return what tells this release from another, which may write the same data otherwise: the digest of its code."""
    digest = hashlib.sha256()
    for path in sorted(CODE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def current_key(name: str, site: str) -> FileKey:
    """Return the key of the file of the data as they are now."""
    return FileKey(name, site, data_version())


def open_kept(key: FileKey) -> KeptFile | None:
    """Return the file, which is to be closed, or nothing where it isn't kept."""
    with suppress(OSError):
        for path in directory().glob(f"{key.stem}*"):
            if not path.name.endswith(UNFINISHED):
                file = path.open("rb", buffering=0)
                status = os.fstat(file.fileno())
                return KeptFile(file, status.st_size, path.suffix[1:], status.st_mtime)
    return None


def keeping(content: bytes, rest: Iterator[bytes], key: FileKey) -> Iterator[bytes]:
    """Yield the rest of a file, and keep all of it once it is there, if the data are the same as before.

    Args:
        content: What comes before the rest.
        rest: The rest of the file.
        key: Under which to keep it.
    """
    with ExitStack() as stack:
        stack.callback(getattr(rest, "close", lambda: None))
        writer = KeptFileWriter(key, stack)
        writer.write(content)
        for piece in rest:
            writer.write(piece)
            yield piece
        writer.finish()


class KeptFileWriter:
    """Writes a file beside those that are kept. What goes wrong ends only the writing."""

    def __init__(self, key: FileKey, stack: ExitStack) -> None:
        """Begin; nothing is written where somebody else writes the same file already."""
        self.key = key
        self.digest = hashlib.sha256()
        self._file: IO[bytes] | None = None
        try:
            directory().mkdir(parents=True, exist_ok=True)
            stack.enter_context(only_writer(key.name))
            remove(f"{key.name}.*", but=f"{key.name}.{key.version}.")
            path = directory() / f"{key.stem}{UNFINISHED}"
            self._file = path.open("wb")
            stack.callback(self._leave)
        except BlockingIOError:
            pass
        except OSError as error:
            self._give_up(error)

    def write(self, piece: bytes) -> None:
        """Add the piece."""
        if self._file is not None:
            self.digest.update(piece)
            with self._attempt():
                self._file.write(piece)

    def finish(self) -> None:
        """Keep the file under its name, unless what was read may be of two versions."""
        if self._file is None or not self.is_current():
            return
        with self._attempt():
            self._file.flush()
            os.fsync(self._file.fileno())
            Path(self._file.name).replace(directory() / f"{self.key.stem}{self.digest.hexdigest()}")

    def is_current(self) -> bool:
        """Return whether the data are the same as before; a database that doesn't answer breaks nothing off."""
        try:
            return data_version() == self.key.version
        except Error:
            return False

    @contextmanager
    def _attempt(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._leave()
            self._give_up(error)

    def _leave(self) -> None:
        """Let go of the file; one that has no name of its own by now is not whole."""
        if self._file is not None:
            # To close it writes what waits, for which there may be no room.
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                Path(self._file.name).unlink()
            self._file = None

    def _give_up(self, error: OSError) -> None:
        logger.warning("%s can't be kept, so it is made for each who asks: %s", self.key.name, error)


@contextmanager
def only_writer(name: str) -> Iterator[None]:
    """Hold the lock of the file of that name, which ends with the process. Raises BlockingIOError where it is held."""
    descriptor = os.open(directory() / f"{LOCK}{name}", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def remove(pattern: str, but: str = "") -> None:
    """Remove the files of that pattern: those of other versions than `but`, and what was left unfinished."""
    for path in directory().glob(pattern):
        if path.name.endswith(UNFINISHED) or not (but and path.name.startswith(but)):
            with suppress(OSError):
                path.unlink()


def discard_files() -> None:
    """Remove all files. One that is being sent is sent to its end, and one that is being made is not kept."""
    remove("*", but=LOCK)
