"""The network as a table: for each person, with whom they have which lines."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from people.models import Person
from people.network.lines import Edge, Gathering, Network, name_order
from people.network.words import seen_from
from people.vocabulary import NetworkSort


class Said(NamedTuple):
    """A line, and what it says in words of one of its two people towards the other."""

    words: str
    line: Edge

    @property
    def more(self) -> int:
        """Return how many of its meetings are only counted."""
        return self.line.number - len(self.line.told)


class Beside(NamedTuple):
    """Another person, and the lines to them."""

    person: Person
    said: list[Said]


class Row(NamedTuple):
    """A person, the number of their lines, to whom these lead, and the gatherings they were at."""

    person: Person
    number: int
    beside: list[Beside]
    gatherings: list[Gathering]


def table(network: Network, order: str = NetworkSort.NAME) -> list[Row]:
    """Return a row for each person, in one of the orders of NetworkSort; who has as many lines stands by name."""
    lines, gatherings = defaultdict(list), defaultdict(list)
    for line in network.lines:
        lines[line.first].append(line)
        lines[line.second].append(line)
    for gathering in network.gatherings:
        for person in gathering.people:
            gatherings[person].append(gathering)
    rows = [row(person, lines[person], gatherings[person]) for person in network.people]
    if order in (NetworkSort.LINES, NetworkSort.LINES_BACK):
        return sorted(rows, key=lambda one: one.number, reverse=order == NetworkSort.LINES_BACK)
    return rows[::-1] if order == NetworkSort.NAME_BACK else rows


def row(person: Person, lines: Iterable[Edge], gatherings: list[Gathering]) -> Row:
    """Return the row of the person, others by name."""
    beside = defaultdict(list)
    for line in lines:
        beside[line.other(person)].append(Said(seen_from(person, line), line))
    number = sum(map(len, beside.values())) + len(gatherings)
    return Row(person, number, [Beside(one, beside[one]) for one in sorted(beside, key=name_order)], gatherings)
