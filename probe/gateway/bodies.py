"""The body of a request, read to its end before a thread takes the request."""

import io
from collections.abc import Awaitable, Callable
from contextlib import suppress
from http import HTTPStatus
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from probe.gateway.deadlines import Deadlines
from probe.gateway.environ import Scope
from probe.gateway.limits import Limits
from probe.gateway.spool import Budget, ClientGoneError, SpoolFullError

Receive = Callable[[], Awaitable[dict[str, Any]]]

IN_MEMORY = 64 * 1024  # bytes


class RefusedError(Exception):
    """The request is not passed on to the application."""

    def __init__(self, status: HTTPStatus) -> None:
        """Take the status to answer with."""
        super().__init__(status.phrase)
        self.status = status


class Body:
    """Bytes that a client has sent, counted until they are closed."""

    def __init__(self, budget: Budget) -> None:
        """Begin with none."""
        self.file: IO[bytes] = SpooledTemporaryFile[bytes](max_size=IN_MEMORY)
        self.length = 0
        self._budget = budget

    def add(self, data: bytes, most: int) -> None:
        """Add `data`. Raises RefusedError where that makes more than `most` bytes, or more than there is room for."""
        if self.length + len(data) > most:
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            self._budget.take(len(data), self.length)
            self.length += len(data)
            self.file.write(data)
        except (SpoolFullError, OSError) as error:
            raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE) from error

    def close(self) -> None:
        """Let go of the bytes."""
        self.file.close()
        self._budget.give_back(self.length)
        self.length = 0


class NoBody:
    """The body of a request that has none."""

    length = 0

    def __init__(self) -> None:
        """Begin at the end."""
        self.file: IO[bytes] = io.BytesIO()

    def close(self) -> None:
        """Do nothing."""


async def read_body(
    scope: Scope, receive: Receive, limits: Limits, budget: Budget, deadlines: Deadlines
) -> Body | NoBody:
    """Return the whole body of a request.

    Raises RefusedError where it is longer than allowed or comes too slowly, and ClientGoneError.
    """
    announced = announced_length(scope)
    if announced == 0:
        return NoBody()
    if announced is not None and announced > limits.body:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = Body(budget)
    try:
        async with deadlines.within(limits.body_time):
            await fill(body, receive, limits, deadlines)
    except TimeoutError as error:
        body.close()
        raise RefusedError(HTTPStatus.REQUEST_TIMEOUT) from error
    except BaseException:
        body.close()
        raise
    body.file.seek(0)
    return body


async def fill(body: Body, receive: Receive, limits: Limits, deadlines: Deadlines) -> None:
    """Read into `body` until nothing more comes. Raises TimeoutError at a pause, and what `read_body` does."""
    more = True
    while more:
        async with deadlines.within(limits.body_pause):
            message = await receive()
        if message["type"] != "http.request":
            raise ClientGoneError
        body.add(message.get("body", b""), limits.body)
        more = message.get("more_body", False)


def announced_length(scope: Scope) -> int | None:
    """Return how many bytes the client says it sends; None where it sends until it says that that was all."""
    length: int | None = 0
    for name, value in scope["headers"]:
        if name == b"transfer-encoding":
            return None
        if name == b"content-length":
            with suppress(ValueError):
                length = int(value)
    return length
