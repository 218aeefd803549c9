"""A path from one person to another, step by step, with the edges on which each step rests."""

from itertools import pairwise
from typing import NamedTuple

from people.models import Person
from people.network.edges import Edge, load_edges, name_order, pairs
from people.network.graph import ContactGraph
from people.network.paths import ShortestPaths
from people.querysets.mentions import load_mentions


class PathStep(NamedTuple):
    """Two people who follow each other on a path, and what joins them."""

    first: Person
    second: Person
    edges: list[Edge]


class ContactPath(NamedTuple):
    """The people along a path, from one end to the other, and the steps between them."""

    people: list[Person]
    steps: list[PathStep]


def load_paths(graph: ContactGraph, paths: ShortestPaths) -> list[ContactPath]:
    """Return the listed paths, by the names of those along them. Takes at most nine queries."""
    found = Person.public.told_apart().in_bulk({person for path in paths.listed for person in path})
    along = {frozenset(step) for path in paths.listed for step in pairwise(path)}
    edges = load_edges(found, {key: keys for step in along for key, keys in pairs(graph.between(*step)).items()})
    load_mentions(entry for edge in edges for entry in edge.shown)
    between: dict[frozenset[int], list[Edge]] = {}
    for edge in edges:
        between.setdefault(frozenset((edge.first.pk, edge.second.pk)), []).append(edge)
    # Somebody on a path, or what joined two of them, may have been withdrawn since the keys were read.
    listed = (
        ContactPath(
            [found[person] for person in path],
            [PathStep(found[one], found[other], between[frozenset((one, other))]) for one, other in pairwise(path)],
        )
        for path in paths.listed
        if found.keys() >= set(path) and all(frozenset(step) in between for step in pairwise(path))
    )
    return sorted(listed, key=lambda path: [name_order(person) for person in path.people])
