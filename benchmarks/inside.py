"""Counts the queries of pages from inside, and times the facets: `python -m benchmarks.inside`, addresses on its input.

Prints for each address a line of JSON, and a last one for the facets.
"""

import json
import statistics
import sys
import time
from typing import Any
from wsgiref.util import setup_testing_defaults

import django
from django.http import QueryDict

from benchmarks.pages import marked

TIMES = 15


class Counted:
    """Counts the queries that pass through it."""

    def __init__(self) -> None:
        """Begin at none."""
        self.number = 0

    def __call__(self, execute: Any, *arguments: Any) -> Any:
        """Count one, and have it run."""
        self.number += 1
        return execute(*arguments)


def queries(address: str) -> int:
    """Return how many queries it takes to answer the address, the one that asks for the version among them."""
    from django.db import connection

    from probe.pages import close
    from probe.wsgi import application

    environ: dict[str, Any] = {}
    environ["PATH_INFO"], _, environ["QUERY_STRING"] = address.partition("?")
    setup_testing_defaults(environ)
    counted = Counted()
    with connection.execute_wrapper(counted):
        answer = application(environ, lambda *_: None)
        for _ in answer:
            pass
        close(answer)
    return counted.number


def facets(query: str) -> float:
    """Return the median of the milliseconds that counting all choices takes under the filters of a query string."""
    from people.filters import PersonFilter

    times = []
    for _ in range(TIMES):
        filters = PersonFilter(QueryDict(query))
        filters.is_valid()
        begun = time.perf_counter()
        filters.build_facets()
        times.append((time.perf_counter() - begun) * 1000)
        if times[0] > 1000:
            break
    return statistics.median(times)


def main() -> None:
    """Answer what comes in."""
    django.setup()
    query = ""
    for line in sys.stdin:
        name, address = line.split()
        # Whoever comes first after a write loads the index; that is no part of a page.
        queries(marked(address.removesuffix(".csv"))(0))
        print(json.dumps({"page": name, "queries": [queries(address), queries(address)]}), flush=True)
        query = address.partition("?")[2] if name == "filtered" else query
    if query:
        print(json.dumps({"facets": facets(query)}), flush=True)


if __name__ == "__main__":
    main()
