"""Rows and texts in pieces, so that a download of everything needs little memory, and one that fails is seen to."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple, Self, TypeVar

from django.db.models import Model, QuerySet

from people.querysets.base import SluggedQuerySet

Entry = TypeVar("Entry", bound=Model)

# Prefetches what else is told of some rows, which are of the model of the list.
LoadRows = Callable[[list[Any]], None]

logger = logging.getLogger(__name__)

# Rows that are read at once, and texts that are sent as one.
CHUNK = 500
PIECES = 100
# What is no longer than this is made whole before any of it is sent.
WHOLE = 512 * 1024  # bytes


class Beginning(NamedTuple):
    """The first bytes of a file, and the rest of it: None where there is none."""

    content: bytes
    rest: Iterator[bytes] | None


class Download:
    """The bytes of a file as they are made. An error breaks it off, so that no part of a file looks whole."""

    def __init__(self, beginning: Beginning, address: str) -> None:
        """Take the beginning, and the address at which the file was asked for, for the log."""
        self.pieces = chain([beginning.content], beginning.rest or ())
        self.rest = beginning.rest
        self.address = address

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self.pieces)
        except StopIteration:
            raise
        except Exception:
            logger.exception("The download of %s broke off.", self.address)
            raise

    def close(self) -> None:
        """Stop making what nobody reads any more."""
        close = getattr(self.rest, "close", None)
        if close:
            close()


def begin(pieces: Iterable[str] | Iterable[bytes]) -> Beginning:
    """Return the beginning of the file that the pieces make; an error in it is raised before anything is sent."""
    rest = as_bytes(pieces)
    content = bytearray()
    for piece in rest:
        content += piece
        if len(content) > WHOLE:
            return Beginning(bytes(content), rest)
    return Beginning(bytes(content), None)


def as_bytes(pieces: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    """Yield the pieces, texts in UTF-8."""
    for piece in pieces:
        yield piece.encode() if isinstance(piece, str) else piece


def in_chunks(rows: QuerySet[Entry], load: Callable[[list[Entry]], None] | None = None) -> Iterator[Entry]:
    """Yield the rows of a queryset; it reads some hundreds at a time, each time with the queries of its prefetches.

    `load` prefetches what else is told of those rows.
    """
    found = iter(rows.iterator(chunk_size=CHUNK))
    while some := list(islice(found, CHUNK)):
        if load:
            load(some)
        yield from some


def by_id(ids: Iterable[int], rows: SluggedQuerySet, load: LoadRows | None = None) -> Iterator[Any]:
    """Yield the rows of a queryset that have the ids, in their order, some hundreds at a time; none withdrawn since.

    `load` prefetches what else is told of those rows.
    """
    rest = iter(ids)
    while chunk := list(islice(rest, CHUNK)):
        some = rows.in_order(chunk)
        if load:
            load(some)
        yield from some


def joined(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the texts, a hundred of them as one: sending one costs a server more than making it."""
    pieces = iter(pieces)
    while some := "".join(islice(pieces, PIECES)):
        yield some


def json_object(members: dict[str, object]) -> Iterator[str]:
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


def json_list(entries: Iterable[object]) -> Iterator[str]:
    """Yield a JSON list, each entry on a line of its own."""
    rest = iter(entries)
    for first in islice(rest, 1):
        yield from chain([f"[\n{json_text(first)}"], (f",\n{json_text(entry)}" for entry in rest), ["\n]"])
        return
    yield "[]"


def json_lines(entries: Iterable[object]) -> Iterator[str]:
    """Yield JSON lines: each entry on a line of its own, and nothing else."""
    return (f"{json_text(entry)}\n" for entry in entries)


def json_text(value: object) -> str:
    """Return the value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
