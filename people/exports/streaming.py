"""Rows and texts in pieces, so that a download of everything needs no more memory than a page."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

# Rows that are read at once, and texts that are sent as one.
CHUNK = 500
PIECES = 100


def in_chunks(rows: Any) -> Iterator[Any]:
    """Yield the rows of a queryset; it reads some hundreds at a time, each time with the queries of its prefetches."""
    return iter(rows.iterator(chunk_size=CHUNK))


def joined(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the texts, a hundred of them as one: sending one costs a server more than making it."""
    pieces = iter(pieces)
    while some := "".join(islice(pieces, PIECES)):
        yield some


def json_object(members: dict[str, Any]) -> Iterator[str]:
    """Yield a JSON object; members that are iterators become lists, whose entries are read as they are written."""
    for place, (name, value) in enumerate(members.items()):
        yield f"{',' if place else '{'}\n{json_text(name)}: "
        if isinstance(value, Iterator):
            yield from json_list(value)
        elif isinstance(value, dict) and any(isinstance(one, Iterator) for one in value.values()):
            yield from json_object(value)
        else:
            yield json_text(value)
    yield "\n}"


def json_list(entries: Iterable[Any]) -> Iterator[str]:
    """Yield a JSON list, each entry on a line of its own."""
    rest = iter(entries)
    for first in islice(rest, 1):
        yield from chain([f"[\n{json_text(first)}"], (f",\n{json_text(entry)}" for entry in rest), ["\n]"])
        return
    yield "[]"


def json_lines(entries: Iterable[Any]) -> Iterator[str]:
    """Yield JSON lines: each entry on a line of its own, and nothing else."""
    return (f"{json_text(entry)}\n" for entry in entries)


def json_text(value: Any) -> str:
    """Return the value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
