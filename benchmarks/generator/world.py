"""Everything that is made up, in an order in which each row refers to those before it only."""

from collections.abc import Iterator

from benchmarks.generator.claims import allegations, responses, statements
from benchmarks.generator.meetings import meetings, ties
from benchmarks.generator.people import aliases, organisations, people, source
from benchmarks.generator.roles import roles
from benchmarks.generator.tables import GeneratedTable, GeneratedWorld, spelled

NOUNS = (source, organisations, people, aliases, roles, meetings, ties, allegations, responses, statements)


def tables(size: int, seed: int) -> Iterator[GeneratedTable]:
    """Yield the tables of a world of `size` people. The rows of one are read before the next is asked for."""
    world = GeneratedWorld(size, seed)
    for noun in NOUNS:
        yield from map(spelled, noun(world))
