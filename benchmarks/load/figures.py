"""What is told of a load."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class LoadError(Exception):
    """The load could not be put on, or the server did not hold: the figures would mean nothing."""


class NoAnswerError(LoadError):
    """Nothing was answered while the load lasted."""


@dataclass(frozen=True)
class Load:
    """How a server held under a number of connections that each ask anew once they are answered.

    Attributes:
        rate: Answers a second.
        median: Milliseconds until half of the answers were complete; None where nobody could wait for that.
        p99: Milliseconds until 99 of 100 were; likewise.
        estimated: Whether this is no measurement, but what one request alone allows at best.
    """

    rate: float
    median: float | None
    p99: float | None
    estimated: bool = False


@dataclass(frozen=True)
class LoadOrder:
    """What to ask, and of whom.

    Attributes:
        port: Where the server listens on this machine.
        addresses: What it is asked for, one after the other, round and round.
        connections: How many ask at a time.
        headers: What else each request says.
    """

    port: int
    addresses: Sequence[str]
    connections: int
    headers: Mapping[str, str] = field(default_factory=dict)
