"""ASGI before, WSGI behind: a bounded number of threads, none of which ever waits for a client.

The event loop reads a request to its end before a thread takes it. What the thread makes goes back to the loop, in
memory or in a temporary file, and is sent as slowly as the client reads it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from probe.gateway.answers import Application, GatewayAnswer, Headers, refusal
from probe.gateway.bodies import Body, NoBody, Receive, RefusedError, read_body
from probe.gateway.deadlines import Deadlines
from probe.gateway.environ import Environ, Scope, wsgi_environ
from probe.gateway.files import FileSpool
from probe.gateway.limits import Limits
from probe.gateway.pool import Pool, Turn
from probe.gateway.spool import Budget, ClientGoneError, Spool

__all__ = ["Application", "Gateway", "Limits", "Supervision"]

logger = logging.getLogger(__name__)

Send = Callable[[dict[str, object]], Awaitable[None]]

# How often the gateway gives a sign of life, and how long it waits for a client once it is to end, in seconds.
BEAT = 1.0
ENDING = 2.0


@dataclass(frozen=True)
class Supervision:
    """Who watches over a gateway.

    Attributes:
        beat: Is called every second as long as requests move on.
        is_ending: Says whether the server has been told to end.
        leave: Is called once it has, and no request is under way: the connections that are left would never end.
        patience: How long no request may move on while others wait, in seconds.
    """

    beat: Callable[[], None] = lambda: None
    is_ending: Callable[[], bool] = lambda: False
    leave: Callable[[], None] = lambda: None
    patience: float = 60


class Gateway:
    """An ASGI application that has a WSGI application answer."""

    def __init__(
        self,
        application: Application,
        threads: int,
        limits: Limits = Limits(),  # noqa: B008 - nothing can change it
        supervision: Supervision = Supervision(),
    ) -> None:
        """Start the threads.

        Args:
            application: The WSGI application.
            threads: How many requests it answers at once, besides long ones.
            limits: What clients may ask; by default what `Limits` says.
            supervision: Who watches over it.
        """
        self.application = application
        self.limits = limits
        self.budget = Budget(self.limits.waiting, self.limits.unread)
        self.deadlines = Deadlines()
        self.pool = Pool(threads, limits.long_answers)
        self._supervision = supervision
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or begin and end with the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            self._under_way += 1
            try:
                await self._answer(scope, receive, send)
            finally:
                self._under_way -= 1

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        beating = asyncio.create_task(self._keep_beating())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        beating.cancel()
        await send({"type": "lifespan.shutdown.complete"})

    async def _keep_beating(self) -> None:
        while not self._supervision.is_ending():
            if not self.pool.is_stuck(self._supervision.patience):
                self._supervision.beat()
            await asyncio.sleep(BEAT)
        self.deadlines.shorten(ENDING)
        while self._under_way:
            await asyncio.sleep(BEAT / 10)
        # What was sent last may still be on its way out.
        await asyncio.sleep(BEAT)
        self._supervision.leave()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await read_body(scope, receive, self.limits, self.budget, self.deadlines)
        except RefusedError as refused:
            await send_whole(send, *refusal(refused.status))
            return
        except ClientGoneError:
            return
        answer = GatewayAnswer(asyncio.get_running_loop(), self.budget)
        environ = wsgi_environ(scope, body.file, body.length)
        self.pool.submit(partial(self._run, answer, environ, body))
        await answer.begun
        if answer.spool is None:
            await send_whole(send, answer.status, answer.headers, answer.body)
        else:
            await self._send_long(answer, answer.spool, receive, send)

    def _run(self, answer: GatewayAnswer, environ: Environ, body: Body | NoBody, turn: Turn) -> None:
        try:
            answer.make(self.application, environ, turn)
        finally:
            body.close()

    async def _send_long(self, answer: GatewayAnswer, spool: Spool | FileSpool, receive: Receive, send: Send) -> None:
        leaving = asyncio.create_task(close_when_left(receive, spool))
        try:
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            if await self._pour(answer, spool, send):
                await send({"type": "http.response.body", "body": b""})
        except TimeoutError:
            logger.info("A client read nothing for %s seconds.", self.limits.read_pause)
        finally:
            leaving.cancel()
            spool.close()

    async def _pour(self, answer: GatewayAnswer, spool: Spool | FileSpool, send: Send) -> bool:
        """Send what comes out of the spool; return whether that was the whole answer."""
        while not spool.closed:
            answer.changed.clear()
            ended = spool.ended
            if data := spool.read():
                async with self.deadlines.within(self.limits.read_pause):
                    await send({"type": "http.response.body", "body": data, "more_body": True})
            elif ended:
                return not spool.failed
            else:
                await answer.changed.wait()
        return False


async def close_when_left(receive: Receive, spool: Spool | FileSpool) -> None:
    """Close the spool once the client is gone, so that its thread does not go on for nobody."""
    while (await receive())["type"] != "http.disconnect":
        pass
    spool.close()


async def send_whole(send: Send, status: int, headers: Headers, body: bytes) -> None:
    """Send an answer that is complete."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
