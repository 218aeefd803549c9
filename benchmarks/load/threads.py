"""The load where wrk is missing: threads of this process, which tell that a page holds, not how fast it is."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from statistics import median, quantiles
from threading import Lock

from benchmarks.load.figures import Load, LoadError, LoadOrder

TIMEOUT = 60
FAILED = 400


class SharedAddresses:
    """Hands each address to one thread only."""

    def __init__(self, addresses: Sequence[str]) -> None:
        """Take the addresses, which are handed out round and round."""
        self.addresses, self.lock = cycle(addresses), Lock()

    def __iter__(self) -> Iterator[str]:
        """Yield addresses without end."""
        while True:
            with self.lock:
                address = next(self.addresses)
            yield address


def put(order: LoadOrder, seconds: int) -> Load:
    """Return how the server held for so many seconds.

    Raises LoadError if an answer was not of a status below 400, or didn't come.
    """
    shared, begun = SharedAddresses(order.addresses), time.monotonic()

    def taken_by(_: int) -> list[float]:
        return list(answers(order, shared, begun + seconds))

    with ThreadPoolExecutor(order.connections) as pool:
        times = [one for taken in pool.map(taken_by, range(order.connections)) for one in taken]
    return Load(len(times) / (time.monotonic() - begun), median(times), quantiles([*times, times[0]], n=100)[98])


def answers(order: LoadOrder, addresses: SharedAddresses, end: float) -> Iterator[float]:
    """Yield the milliseconds that each answer took, one at least, until the clock is at `end`."""
    with closing(HTTPConnection("127.0.0.1", order.port, timeout=TIMEOUT)) as connection:
        for address in addresses:
            begun = time.monotonic()
            ask(connection, address, order)
            yield (time.monotonic() - begun) * 1000
            if time.monotonic() > end:
                break


def ask(connection: HTTPConnection, address: str, order: LoadOrder) -> None:
    """Read what an address is answered with. Raises LoadError."""
    try:
        connection.request("GET", address, headers=dict(order.headers))
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        raise LoadError(f"{address} was not answered: {error}") from error
    if answer.status >= FAILED:
        raise LoadError(f"{address} was answered with status {answer.status}")
