"""Pairs of people of whom a reader may ask how they are connected, and is answered."""

from people.index import PeopleIndex, cached_per_index
from people.models import Person
from people.network.full_graph import FullGraph, load_full_graph
from people.vocabulary import PersonSort

MAX_EXAMPLES = 3
# So many people are tried, and so many neighbours of each: it takes no longer however large the network is.
MAX_STARTS = 12
MAX_BETWEEN = 8


def load_examples() -> list[tuple[Person, Person]]:
    """Return pairs of named people whom two steps connect, those in the gallery first. Takes one query."""
    found = example_ids()
    people = Person.public.in_bulk({one for pair in found for one in pair}) if found else {}
    pairs = ((people.get(start), people.get(goal)) for start, goal in found)
    return [(one, other) for one, other in pairs if one and other and one.is_named and other.is_named][:MAX_EXAMPLES]


@cached_per_index
def example_ids(_: PeopleIndex) -> list[tuple[int, int]]:
    """Return pairs of people whom two steps connect, nobody twice, those in the gallery first."""
    graph = load_full_graph()
    pairs: dict[int, int] = {}
    for start in graph.index.page(graph.connected, PersonSort.GALLERY)[:MAX_STARTS]:
        used = {*pairs, *pairs.values()}
        if start not in used and (goal := _two_steps_on(graph, start, used)):
            pairs[start] = goal
    return list(pairs.items())


def _two_steps_on(graph: FullGraph, start: int, used: set[int]) -> int | None:
    near = graph.neighbours(start)
    further = graph.with_neighbours(sorted(near)[:MAX_BETWEEN]) - near - used - {start}
    return next(iter(graph.index.page(graph.index.bitmap(further), PersonSort.GALLERY)[:1]), None)
