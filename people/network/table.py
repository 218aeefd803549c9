"""The network as a table: each person's neighbours and the edges to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from people.languages import counted, gettext
from people.models import Person
from people.network.edges import Edge, GroupMeeting, Network, name_order
from people.network.words import noted, seen_from
from people.vocabulary import NetworkSort, RoleCategory

# So many neighbours are named where a person is described in one line.
MAX_DESCRIBED = 8


class EdgeText(NamedTuple):
    """An edge, and what it says in words of one of its two people towards the other."""

    words: str
    edge: Edge

    @property
    def more(self) -> int:
        """Return how many of its meetings are only counted."""
        return self.edge.number - len(self.edge.shown)


class Neighbour(NamedTuple):
    """Another person, and the edges to them."""

    person: Person
    said: list[EdgeText]


class NetworkRow(NamedTuple):
    """A person, the number of their edges, their neighbours, and the group meetings they were at."""

    person: Person
    number: int
    neighbours: list[Neighbour]
    group_meetings: list[GroupMeeting]


def table(network: Network, order: str = NetworkSort.NAME) -> list[NetworkRow]:
    """Return a row for each person, in one of the orders of NetworkSort; those with as many edges stand by name."""
    edges, group_meetings = defaultdict(list), defaultdict(list)
    for edge in network.edges:
        edges[edge.first].append(edge)
        edges[edge.second].append(edge)
    for group in network.group_meetings:
        for person in group.people:
            group_meetings[person].append(group)
    rows = [row(person, edges[person], group_meetings[person]) for person in network.people]
    if order in (NetworkSort.LINES, NetworkSort.LINES_BACK):
        return sorted(rows, key=lambda one: one.number, reverse=order == NetworkSort.LINES_BACK)
    return rows[::-1] if order == NetworkSort.NAME_BACK else rows


def row(person: Person, edges: Iterable[Edge], group_meetings: list[GroupMeeting]) -> NetworkRow:
    """Return the row of the person, others by name."""
    neighbours = defaultdict(list)
    for edge in edges:
        neighbours[edge.other(person)].append(EdgeText(seen_from(person, edge), edge))
    number = sum(map(len, neighbours.values())) + len(group_meetings)
    return NetworkRow(
        person, number, [Neighbour(one, neighbours[one]) for one in sorted(neighbours, key=name_order)], group_meetings
    )


def described(one: NetworkRow, categories: Sequence[RoleCategory]) -> str:
    """Return the person with the first of their connections: "Ann Bee, Campaign. Bob Cee: in person (reported)"."""
    who = ", ".join([str(one.person), *(str(category.label) for category in categories)])
    said = list(_connections(one))
    more = [gettext("%(number)s more") % {"number": len(said) - MAX_DESCRIBED}] if len(said) > MAX_DESCRIBED else []
    return ". ".join([who, "; ".join([*said[:MAX_DESCRIBED], *more])] if said else [who])


def _connections(one: NetworkRow) -> Iterator[str]:
    for neighbour in one.neighbours:
        said = ", ".join(noted(one.person, text.edge) for text in neighbour.said)
        yield f"{neighbour.person}: {said}"
    for group in one.group_meetings:
        yield f"{group.meeting}: {counted(len(group.people) - 1, 'other', 'others')}"
