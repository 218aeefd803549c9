"""Asks a server for one page at a time."""

import gzip
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

LOCAL = "127.0.0.1"
PAUSE = 0.01
# Seconds.
STARTING = 60
PIECE = 1 << 16


class TooSlowError(Exception):
    """A page was not answered in the time that it is given."""


@dataclass(frozen=True)
class TimedAnswer:
    """What a server answered.

    Attributes:
        status: The HTTP status.
        headers: The headers, their names in lower case.
        sent: The body as it was sent.
        seconds: How long it took, from the request to the last byte.
    """

    status: int
    headers: Mapping[str, str]
    sent: bytes = field(repr=False)
    seconds: float

    @property
    def body(self) -> str:
        """Return the text."""
        compressed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.sent) if compressed else self.sent).decode()


def ask(port: int, address: str, limit: float, headers: Mapping[str, str] | None = None) -> TimedAnswer:
    """Return the answer of the server at `port` of this machine.

    Raises:
        TooSlowError: It is not complete within `limit` seconds.
        OSError: Nobody answers there.
    """
    begun = time.monotonic()
    connection = HTTPConnection(LOCAL, port, timeout=limit)
    try:
        connection.request("GET", address, headers=dict(headers or {}))
        response = connection.getresponse()
        pieces = []
        while piece := response.read(PIECE):
            pieces.append(piece)
            if time.monotonic() - begun > limit:
                raise TimeoutError
    except TimeoutError as error:
        raise TooSlowError(f"no answer within {limit:.0f} s") from error
    except HTTPException as error:
        raise ConnectionError(str(error)) from error
    finally:
        connection.close()
    named = {name.lower(): value for name, value in response.getheaders()}
    return TimedAnswer(response.status, named, b"".join(pieces), time.monotonic() - begun)


def first_answer(port: int, address: str, limit: float, check: Callable[[], None]) -> TimedAnswer:
    """Return the first answer of a server that is starting; the answer may take `limit` seconds, the start STARTING.

    Raises TooSlowError, and what `check` raises when the server will not start any more.
    """
    begun = time.monotonic()
    while time.monotonic() - begun < STARTING:
        try:
            return ask(port, address, limit)
        except ConnectionError:
            check()
            time.sleep(PAUSE)
    raise TooSlowError(f"not started within {STARTING} s")
