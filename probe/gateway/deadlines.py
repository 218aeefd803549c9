"""How long the server waits for a client, which is less once it is told to end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import inf


class Deadlines:
    """Limits of time, all of which can be shortened together."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: set[asyncio.Timeout] = set()
        self._most = inf

    @asynccontextmanager
    async def within(self, seconds: float) -> AsyncIterator[None]:
        """Run the body. Raises TimeoutError where it takes longer."""
        async with asyncio.timeout(min(seconds, self._most)) as timeout:
            self._open.add(timeout)
            try:
                yield
            finally:
                self._open.discard(timeout)

    def shorten(self, seconds: float) -> None:
        """Wait no longer than so many seconds from now on, nor later."""
        self._most = seconds
        latest = asyncio.get_running_loop().time() + seconds
        for timeout in self._open:
            timeout.reschedule(min(timeout.when() or inf, latest))
