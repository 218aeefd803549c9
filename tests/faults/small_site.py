"""A few answers behind the site's own server: `python -m tests.faults.small_site PORT WORKERS PATIENCE LIMITS`."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import Any

from probe.gateway import Limits
from probe.gateway.files import FileBody
from probe.listeners import LOCALHOST, BindAddress
from probe.server import serve

MEBIBYTE = b"x" * 1024 * 1024
# Much more than the buffers of the system hold on the way to a client.
LONG = 30

Pieces = Iterable[bytes]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Pieces:
    answer: Pieces = PAGES[environ["PATH_INFO"]](environ)
    length = [("Content-Length", str(LONG * len(MEBIBYTE)))] if isinstance(answer, FileBody) else []
    start_response("200 OK", [("Content-Type", "text/plain"), *length])
    return answer


def hello(_: dict[str, Any]) -> Pieces:
    return [b"hello"]


def process(_: dict[str, Any]) -> Pieces:
    return [str(os.getpid()).encode()]


def describe(environ: dict[str, Any]) -> Pieces:
    values = environ | {"body": environ["wsgi.input"].read()}
    return ["\n".join(f"{name}={value!r}" for name, value in sorted(values.items())).encode()]


def whole(_: dict[str, Any]) -> Pieces:
    return [LONG * MEBIBYTE]


def stream(_: dict[str, Any]) -> Iterator[bytes]:
    for _piece in range(LONG):
        yield MEBIBYTE


def file(environ: dict[str, Any]) -> Pieces:
    found = TemporaryFile()  # noqa: SIM115 - the server closes it
    found.writelines(LONG * [MEBIBYTE])
    found.seek(0)
    wrapped: Pieces = environ["wsgi.file_wrapper"](found)
    return wrapped


def drips(_: dict[str, Any]) -> Iterator[bytes]:
    while True:
        time.sleep(0.1)
        yield b"drop"


def fails_at_once(_: dict[str, Any]) -> Iterator[bytes]:
    yield b"some"
    raise RuntimeError("This was to be expected.")


def fails_late(_: dict[str, Any]) -> Iterator[bytes]:
    yield MEBIBYTE
    yield MEBIBYTE
    raise RuntimeError("This was to be expected.")


def length(environ: dict[str, Any]) -> Pieces:
    return [str(len(environ["wsgi.input"].read())).encode()]


def takes_long(_: dict[str, Any]) -> Pieces:
    sys.stderr.write("It takes long …\n")
    time.sleep(3)
    return [b"done"]


def never_ends(_: dict[str, Any]) -> Pieces:
    while True:
        time.sleep(1)


def dies(_: dict[str, Any]) -> Pieces:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


PAGES: dict[str, Callable[[dict[str, Any]], Pieces]] = {
    "/": hello,
    "/process": process,
    "/describe": describe,
    "/length": length,
    "/whole": whole,
    "/stream": stream,
    "/file": file,
    "/drips": drips,
    "/fails-at-once": fails_at_once,
    "/fails-late": fails_late,
    "/takes-long": takes_long,
    "/never-ends": never_ends,
    "/dies": dies,
}


if __name__ == "__main__":
    port, workers, patience, limits = sys.argv[1:]
    serve(
        BindAddress(LOCALHOST, int(port)),
        int(workers),
        float(patience),
        lambda: application,
        Limits(**json.loads(limits)),
    )
