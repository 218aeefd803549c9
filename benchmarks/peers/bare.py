"""A function that returns the same bytes each time: what the server does at best in Python."""

from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.peers.body import kept

HEADERS, BODY = kept()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer anything with the bytes."""
    start_response("200 OK", HEADERS)
    return [BODY]
