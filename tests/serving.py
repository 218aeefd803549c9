"""A site that `manage.py serve` runs for a test, as `make run` would."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.client import HTTPResponse
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp
from urllib.request import Request, urlopen

from django.conf import settings

LIMIT = 120  # seconds

# A shell has what it runs in the background ignore Ctrl-C, and so would the servers of tests that run there.
signal.signal(signal.SIGINT, signal.default_int_handler)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Process:
    """A server in a process of its own, with its words in a file."""

    def __init__(self, command: list[str], port: int, log: Path, environment: dict[str, str]) -> None:
        self.port = port
        self.log = log
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                command, cwd=settings.BASE_DIR, env=environment, stdout=file, stderr=file, start_new_session=True
            )

    def words(self) -> str:
        return self.log.read_text()

    def wait_until_ready(self) -> None:
        self.wait_for_words("Probe is at")

    def wait_for_words(self, words: str) -> None:
        last = time.monotonic() + LIMIT
        while words not in self.words():
            assert self.process.poll() is None, self.words()
            assert time.monotonic() < last, self.words()
            time.sleep(0.05)

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(LIMIT)

    def kill(self) -> None:
        """Leave nothing of it running."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(LIMIT)

    def get(self, address: str) -> HTTPResponse:
        response: HTTPResponse = urlopen(Request(f"http://127.0.0.1:{self.port}{address}"), timeout=LIMIT)
        return response


class Site(Process):
    """A site that `manage.py serve` runs, with its data in a directory and its words in a file."""

    def __init__(self, directory: Path, port: int, *options: str, **variables: str) -> None:
        self.directory = directory
        site = {"DJANGO_SETTINGS_MODULE": "probe.settings", "DATABASE_URL": "", "WEB_CONCURRENCY": "2"}
        place = {"DATA_DIR": str(directory), "PORT": str(port)}
        environment = os.environ | site | place | variables
        super().__init__([sys.executable, "manage.py", "serve", *options], port, directory / f"log-{port}", environment)


@cache
def filled() -> Path:
    """Return a directory in which a site has run: to make its tables and facts takes long, to copy them does not."""
    directory = Path(mkdtemp(dir=settings.DATA_DIR))
    site = Site(directory, free_port(), WEB_CONCURRENCY="1")
    try:
        site.wait_until_ready()
        site.end(signal.SIGTERM)
    finally:
        site.kill()
    site.log.unlink()
    return directory


@contextmanager
def serving(directory: Path, **variables: str) -> Iterator[Site]:
    """Yield a site that is ready, with all facts, unless the directory has a database of its own."""
    if "DATABASE_URL" not in variables and not (directory / "probe.sqlite3").exists():
        copytree(filled(), directory, dirs_exist_ok=True)
    site = Site(directory, free_port(), **variables)
    try:
        site.wait_until_ready()
        yield site
    finally:
        site.kill()
