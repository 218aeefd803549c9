"""A network as shapes on a page, in the units of people.network.layout. Colours and widths are the stylesheet's."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from people.models import Meeting, Person
from people.network.edges import Edge, Network, ends_order, name_order
from people.network.layout import LABEL_HEIGHT, Layout, lay_out
from people.network.words import sentence
from people.vocabulary import LineKind

NODE_RADIUS = 7
# An arrow ends so far from the middle of the node to which it leads.
ARROW_GAP = NODE_RADIUS + 4
# How far edges between the same two people bulge apart.
BULGE = 30

MAX_LABEL_LENGTH = 24
LETTER_WIDTH = 7.4
LABEL_BELOW = NODE_RADIUS + 14
LABEL_ABOVE = -NODE_RADIUS - 6

Place = tuple[int, int]
Places = Mapping[Person, Place]


class Node(NamedTuple):
    """A person's place, and where the name stands. `central` is around whom the network is drawn."""

    person: Person
    label: str
    x: int
    y: int
    label_y: int
    central: bool


class EdgePath(NamedTuple):
    """An edge's shape, as commands of an SVG path, the slugs of what it joins, and what it says in words."""

    kind: str
    shape: str
    directed: bool
    ends: tuple[str, str]
    words: str


class GroupNode(NamedTuple):
    """A group meeting's place, and who is there."""

    meeting: Meeting
    x: int
    y: int
    people: list[Person]


class NetworkDrawing(NamedTuple):
    """All shapes of a network, and the width and height that they take."""

    nodes: list[Node]
    edge_paths: list[EdgePath]
    group_nodes: list[GroupNode]
    width: int
    height: int

    @property
    def kinds(self) -> list[LineKind]:
        """Return the kinds of edge there are, for a legend."""
        present = {edge_path.kind for edge_path in self.edge_paths}
        return [kind for kind in LineKind if kind.value in present]

    @property
    def directed(self) -> set[str]:
        """Return the kinds of edge there are that lead from one person to another, and not back."""
        return {edge_path.kind for edge_path in self.edge_paths if edge_path.directed}

    @property
    def has_unnamed(self) -> bool:
        """Return whether it shows somebody whom the source doesn't name."""
        return any(not node.person.is_named for node in self.nodes)


def draw(network: Network, central: Iterable[Person] = ()) -> NetworkDrawing:
    """Return the drawing of the network around the `central` people; always the same one for the same network."""
    layout = _lay_out(network)
    places = dict(zip(network.people, layout.places, strict=False))
    squares = layout.places[len(network.people) :]
    group_nodes = [
        GroupNode(group_node.meeting, *place, group_node.people)
        for group_node, place in zip(network.group_meetings, squares, strict=True)
    ]
    drawn = [*edge_paths(network.edges, places), *_spokes(group_nodes, places)]
    return NetworkDrawing(nodes(places, network.edges, set(central)), drawn, group_nodes, layout.width, layout.height)


def _lay_out(network: Network) -> Layout:
    index = {person: number for number, person in enumerate(network.people)}
    edges = {(index[edge.first], index[edge.second]) for edge in network.edges}
    for number, group_node in enumerate(network.group_meetings, len(index)):
        edges |= {(index[person], number) for person in group_node.people}
    rooms = [*(_room(person) for person in network.people), *(LABEL_HEIGHT for _ in network.group_meetings)]
    return lay_out(tuple(rooms), tuple(sorted({(min(edge), max(edge)) for edge in edges})))


def label(person: Person) -> str:
    """Return the person's name, cut where it is too long to stand beside a node."""
    name = str(person)
    return name if len(name) <= MAX_LABEL_LENGTH else f"{name[: MAX_LABEL_LENGTH - 1].rstrip()}…"


def _room(person: Person) -> int:
    return max(LABEL_HEIGHT, round(len(label(person)) * LETTER_WIDTH) + 12)


def nodes(places: Places, edges: Iterable[Edge], central: set[Person]) -> list[Node]:
    """Return the people at their places, each name on the side to which fewer edges lead."""
    below = dict.fromkeys(places, 0)
    for edge in edges:
        lower, upper = sorted((edge.first, edge.second), key=lambda person: -places[person][1])
        if places[lower][1] > places[upper][1]:
            below[upper] += 1
            below[lower] -= 1
    return [
        Node(person, label(person), x, y, y + (LABEL_ABOVE if below[person] > 0 else LABEL_BELOW), person in central)
        for person, (x, y) in places.items()
    ]


def edge_paths(edges: Iterable[Edge], places: Places) -> list[EdgePath]:
    """Return the shapes of the edges, which are sorted; those between the same two people bulge apart."""
    drawn = []
    for _, between in groupby(edges, key=ends_order):
        group = list(between)
        for number, edge in enumerate(group):
            bulge = (number - (len(group) - 1) / 2) * BULGE
            # Both directions bulge to their own sides only if a bulge is measured along the same one.
            bulge = bulge if name_order(edge.first) < name_order(edge.second) else -bulge
            shape = _shape(places[edge.first], places[edge.second], bulge, ARROW_GAP if edge.is_directed else 0)
            ends = (edge.first.slug, edge.second.slug)
            drawn.append(EdgePath(edge.kind, shape, edge.is_directed, ends, sentence(edge)))
    return drawn


def _spokes(group_nodes: Iterable[GroupNode], places: Places) -> list[EdgePath]:
    return [
        EdgePath(
            meeting.kind, _shape(places[person], (x, y)), False, (person.slug, meeting.slug), f"{person}: {meeting}"
        )
        for meeting, x, y, people in group_nodes
        for person in people
    ]


def _shape(start: Place, end: Place, bulge: float = 0, clear: float = 0) -> str:
    """Return the line from `start` to `end`, whose middle bulges half as far aside, and which ends that far before."""
    length = math.dist(start, end) or 1
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    middle = ((start[0] + end[0]) / 2 - along[1] * bulge, (start[1] + end[1]) / 2 + along[0] * bulge)
    last = math.dist(middle, end) or 1
    tip = [end[axis] - (end[axis] - middle[axis]) / last * clear for axis in (0, 1)]
    turn = f"Q{_at(middle)} " if bulge else "L"
    return f"M{_at(start)} {turn}{_at(tip)}"


def _at(place: Sequence[float]) -> str:
    return " ".join(f"{round(axis, 1):g}" for axis in place)
