"""An answer of the application: made by a thread, which never waits for the client that it is for."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from time import monotonic
from typing import Any
from urllib.parse import quote
from wsgiref.types import StartResponse

from probe.gateway.environ import Environ
from probe.gateway.files import FileBody, FileSpool
from probe.gateway.pool import BusyError, Turn
from probe.gateway.spool import IN_MEMORY, Budget, ClientGoneError, Spool, SpoolFullError

logger = logging.getLogger(__name__)

Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[bytes, bytes]]

# An answer that is not complete after so many seconds is sent as it is made.
WHOLE_WITHIN = 0.5


class GatewayAnswer:
    """What the application answers, as far as a thread has made it.

    Attributes:
        begun: Is done once there is something to send: the whole answer, or the beginning of a long one.
        status: The status to send.
        headers: The headers to send.
        body: The whole body, of an answer that is short.
        spool: The body of a long one, to which the thread may still be adding, or a file.
        changed: Is set whenever the spool has changed.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, budget: Budget) -> None:
        """Take the loop that sends it, and where to count what waits."""
        self.begun: asyncio.Future[None] = loop.create_future()
        self.status = 0
        self.headers: Headers = []
        self.body = b""
        self.spool: Spool | FileSpool | None = None
        self.changed = asyncio.Event()
        self._loop = loop
        self._budget = budget
        self._turn: Turn | None = None
        self._pieces: list[bytes] = []
        self._size = 0
        self._last_whole = 0.0

    def make(self, application: Application, environ: Environ, turn: Turn) -> None:
        """Run the application, in a thread. What goes wrong becomes part of the answer."""
        self._turn = turn
        self._last_whole = monotonic() + WHOLE_WITHIN
        try:
            self._run(application, environ)
        except ClientGoneError:
            logger.info("A client stopped reading %s.", address(environ))
        except SpoolFullError:
            logger.warning("Clients leave too much unread: %s was broken off.", address(environ))
            self._fail(HTTPStatus.SERVICE_UNAVAILABLE)
        except BusyError:
            logger.warning("Too many long answers at once: %s was refused.", address(environ))
            self._fail(HTTPStatus.SERVICE_UNAVAILABLE)
        except BaseException:
            logger.exception("The answer to %s failed.", address(environ))
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR)

    def _run(self, application: Application, environ: Environ) -> None:
        body = application(environ, self._start)
        try:
            # No server sends the body of an answer to HEAD.
            if environ["REQUEST_METHOD"] != "HEAD" and not self._hand_over_file(body):
                for piece in body:
                    self._write(piece)
        finally:
            if hasattr(body, "close"):
                body.close()
        if not self.status:
            raise RuntimeError("The application has not called start_response.")
        if self.spool is None and self._size > IN_MEMORY:
            self._hand_over()
        if self.spool is not None:
            self.spool.end()
            return
        self.body = b"".join(self._pieces)
        self._tell()

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
        if exc_info and self.spool is not None:
            raise exc_info[1].with_traceback(exc_info[2])
        self.status = int(status[:3])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return self._write

    def _write(self, piece: bytes) -> None:
        if self._turn is not None:
            self._turn.note_progress()
        if self.spool is None and self._size and (self._size > IN_MEMORY or monotonic() > self._last_whole):
            self._lengthen()
        if isinstance(self.spool, Spool):
            self.spool.write(piece)
            return
        self._pieces.append(piece)
        self._size += len(piece)

    def _lengthen(self) -> None:
        if self._turn is not None:
            self._turn.lengthen()
        self._hand_over()

    def _hand_over(self) -> None:
        data = b"".join(self._pieces)
        self._pieces.clear()
        spool = Spool(self._budget, self._wake)
        try:
            spool.write(data)
        except BaseException:
            spool.close()
            raise
        self.spool = spool
        self._tell()

    def _hand_over_file(self, body: Iterable[bytes]) -> bool:
        """Return whether the body is a long file, of which the loop now has all that it needs."""
        length = int(dict(self.headers).get(b"content-length", 0))
        if not isinstance(body, FileBody) or length <= IN_MEMORY:
            return False
        self.spool = body.spool(length)
        if self.spool is None:
            return False
        self._tell()
        return True

    def _fail(self, status: HTTPStatus) -> None:
        if self.spool is not None:
            self.spool.end(failed=True)
            return
        self.status, self.headers, self.body = refusal(status)
        self._tell()

    def _tell(self) -> None:
        self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        if not self.begun.done():
            self.begun.set_result(None)

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self.changed.set)


def address(environ: Environ) -> str:
    """Return what was asked for, on one line."""
    path, query = quote(environ["PATH_INFO"], encoding="latin-1"), environ["QUERY_STRING"]
    return f"{path}?{query}" if query else path


def refusal(status: HTTPStatus) -> tuple[int, Headers, bytes]:
    """Return an answer of our own, in a few words, after which the connection is closed."""
    text = f"{status.value} {status.phrase}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        headers.append((b"retry-after", b"30"))
    return status.value, headers, text
