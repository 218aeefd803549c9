"""A site that `manage.py serve` runs for a test, as `make run` would."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from urllib.request import Request, urlopen

from django.conf import settings

LIMIT = 120  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Site:
    """A site that `manage.py serve` runs, with its data in a directory and its words in a file."""

    def __init__(self, directory: Path, port: int, **variables: str) -> None:
        self.directory = directory
        self.port = port
        self.log = directory / "log"
        site = {"DJANGO_SETTINGS_MODULE": "probe.settings", "DATABASE_URL": "", "WORKERS": "2"}
        place = {"DATA_DIR": str(directory), "PORT": str(port)}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=settings.BASE_DIR,
                env=os.environ | site | place | variables,
                stdout=log,
                stderr=log,
            )

    def words(self) -> str:
        return self.log.read_text()

    def wait_until_ready(self) -> None:
        last = time.monotonic() + LIMIT
        while "Probe is at" not in self.words():
            assert self.process.poll() is None, self.words()
            assert time.monotonic() < last, self.words()
            time.sleep(0.05)

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(LIMIT)

    def get(self, address: str) -> HTTPResponse:
        response: HTTPResponse = urlopen(Request(f"http://127.0.0.1:{self.port}{address}"), timeout=LIMIT)
        return response


@contextmanager
def serving(directory: Path, **variables: str) -> Iterator[Site]:
    site = Site(directory, free_port(), **variables)
    try:
        site.wait_until_ready()
        yield site
    finally:
        if site.process.poll() is None:
            site.end(signal.SIGKILL)
