"""A small site behind the site's own server, and clients that are slow, silent or gone."""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.serving import LIMIT, Process, free_port

# Far beyond what any test takes: nothing is answered only because the server gave up on the others.
NEVER = 100_000
PATIENT = {"headers": NEVER, "body_pause": NEVER, "body_time": NEVER, "read_pause": NEVER, "long_answers": 32}

SLOW = {
    # With a cookie: Django refuses a form that comes without one before it reads it.
    "a slow body": b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nCookie: csrftoken=" + 32 * b"a" + b"\r\n\r\nab",
    "a slow body of unknown length": b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab",
    "slow headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: te",
    "no request": b"",
    "no second request": b"HEAD / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "an unread stream": b"GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "an unread file": b"GET /file HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "an unread page": b"GET /whole HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
}


class SmallSite(Process):
    """The answers of `small_site.py`, served as the site is."""

    def __init__(self, log: Path, workers: int = 2, patience: float = NEVER, **limits: float) -> None:
        port = free_port()
        options = [str(port), str(workers), str(patience), json.dumps(PATIENT | limits)]
        command = [sys.executable, "-m", "tests.faults.small_site", *options]
        super().__init__(command, port, log, os.environ.copy())


@contextmanager
def small_site(log: Path, **options: Any) -> Iterator[SmallSite]:
    site = SmallSite(log, **options)
    try:
        site.wait_until_ready()
        yield site
    finally:
        site.kill()


@contextmanager
def held(port: int, request: bytes, count: int) -> Iterator[list[socket.socket]]:
    """Connections that have sent a request, or the beginning of one, and read nothing."""
    with ExitStack() as stack:
        clients = []
        for _ in range(count):
            client = stack.enter_context(socket.socket())
            client.settimeout(LIMIT)
            # So that little of an answer is on its way while nobody reads it.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", port))
            client.sendall(request)
            clients.append(client)
        yield clients


def exchange(port: int, request: bytes) -> bytes:
    """What the server sends until it closes the connection."""
    with held(port, request, 1) as (client,):
        return rest(client)


def rest(client: socket.socket) -> bytes:
    """All that still comes."""
    pieces = []
    while piece := client.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)
