"""How long a load has to last, and what stands in for one that would last too long."""

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from benchmarks.load import threads, wrk
from benchmarks.load.figures import Load, LoadOrder, NoAnswerError

# Each connection is answered as often before anything is told of it.
ROUNDS = 2


@dataclass(frozen=True)
class Effort:
    """How much time to spend.

    Attributes:
        seconds: How long a load lasts at least.
        connections: By how many it is put on.
        limit: Seconds after which nobody waits for an answer any more; a long one may take longer.
    """

    seconds: int
    connections: Sequence[int]
    limit: float

    @property
    def longest(self) -> float:
        """Return how many seconds a load may last at most."""
        return max(self.seconds, self.limit / 3)


def lasting(alone: float, connections: int, workers: int, effort: Effort) -> int:
    """Return for how many seconds to ask a page of which one takes `alone` seconds; 0 where that would be too many."""
    needed = math.ceil(ROUNDS * alone * connections / min(workers, connections))
    return max(effort.seconds, needed) if needed <= effort.longest else 0


def measure(order: LoadOrder, alone: float, workers: int, effort: Effort) -> Load:
    """Return how the server holds under load, or what one request alone allows at best.

    Args:
        order: What to ask.
        alone: How many seconds one request takes when it is alone.
        workers: How many requests the server works on at once.
        effort: How much time to spend.

    Raises:
        LoadError: The server did not hold.
    """
    last = lasting(alone, order.connections, workers, effort)
    with suppress(NoAnswerError):
        if last:
            return (wrk.put if wrk.is_there() else threads.put)(order, last)
    return Load(min(workers, order.connections) / alone, None, None, estimated=True)
