"""A network as shapes on a page, in the units of people.network.layout. Colours and widths are the stylesheet's."""

import math
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from people.models import Meeting, Person
from people.network.edges import Edge, Network, ends_order, name_order
from people.network.layout import LABEL_HEIGHT, Layout, lay_out
from people.network.table import described, table
from people.network.words import sentence
from people.vocabulary import LineGroup, RoleCategory

# A node and its name take LABEL_HEIGHT together, of which so much lies above the middle of the node.
NODE_TOP = 14
# How far lines between the same two people bulge apart.
BULGE = 34
# A line may bulge so far to pass by others, at that distance from their middle.
BULGES = [step * BULGE / 2 for step in range(-7, 8)]
CLEARANCE = 18

# The lines of a name are as long as its longest word, within these.
MIN_LINE_LENGTH = 9
MAX_LINE_LENGTH = 14
MAX_LINES = 2
LETTER_WIDTH = 7

# In the units of the drawing, of what is drawn as large as its type is to be.
MAX_SCREEN_HEIGHT = 460

Place = tuple[int, int]
Places = Mapping[Person, Place]
# Returns the categories of the roles of the person with that id.
Categories = Callable[[int], Sequence[RoleCategory]]


class Node(NamedTuple):
    """A person's place, the lines of their name, and what is said of them. Around a `central` one the rest is drawn."""

    person: Person
    label: list[str]
    x: int
    y: int
    categories: Sequence[RoleCategory]
    words: str
    central: bool

    @property
    def category(self) -> RoleCategory | None:
        """Return the category that the node shows: of several the first of the vocabulary."""
        return next(iter(self.categories), None)


class EdgePath(NamedTuple):
    """A line's shape, as commands of an SVG path, the slugs of what it joins, and what it says in words."""

    group: LineGroup
    shape: str
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
    def groups(self) -> list[LineGroup]:
        """Return the kinds of line there are, for a legend."""
        present = {edge_path.group for edge_path in self.edge_paths}
        return [group for group in LineGroup if group in present]

    @property
    def categories(self) -> list[RoleCategory]:
        """Return the categories that nodes show, for a legend."""
        present = {node.category for node in self.nodes}
        return [category for category in RoleCategory if category in present]

    @property
    def is_tall(self) -> bool:
        """Return whether it is too tall for a screen, unless its type were too small to read."""
        return self.height > MAX_SCREEN_HEIGHT

    @property
    def has_uncategorised(self) -> bool:
        """Return whether it shows somebody without a role in any category."""
        return any(not node.categories for node in self.nodes)

    @property
    def has_several_categories(self) -> bool:
        """Return whether it shows somebody with roles of more than one category."""
        return any(len(node.categories) > 1 for node in self.nodes)

    @property
    def has_unnamed(self) -> bool:
        """Return whether it shows somebody whom the source doesn't name."""
        return any(not node.person.is_named for node in self.nodes)


def draw(network: Network, categories: Categories, central: Iterable[Person] = ()) -> NetworkDrawing:
    """Return the drawing of the network around the `central` people; always the same one for the same network."""
    layout = _lay_out(network)
    middles = [(x, y - LABEL_HEIGHT // 2 + NODE_TOP) for x, y in layout.places]
    places = dict(zip(network.people, middles, strict=False))
    group_nodes = [
        GroupNode(group_node.meeting, *place, group_node.people)
        for group_node, place in zip(network.group_meetings, middles[len(network.people) :], strict=True)
    ]
    drawn = [*edge_paths(network.edges, places), *_spokes(group_nodes, places)]
    shown = nodes(network, places, categories, set(central))
    return NetworkDrawing(shown, drawn, group_nodes, layout.width, layout.height)


def _lay_out(network: Network) -> Layout:
    index = {person: number for number, person in enumerate(network.people)}
    edges = {(index[edge.first], index[edge.second]) for edge in network.edges}
    for number, group_node in enumerate(network.group_meetings, len(index)):
        edges |= {(index[person], number) for person in group_node.people}
    rooms = [*(_room(person) for person in network.people), *(LABEL_HEIGHT for _ in network.group_meetings)]
    return lay_out(tuple(rooms), tuple(sorted({(min(edge), max(edge)) for edge in edges})))


def label(person: Person) -> list[str]:
    """Return the person's name in the lines that stand under a node, cut where it is too long."""
    name = str(person)
    length = min(MAX_LINE_LENGTH, max(MIN_LINE_LENGTH, *map(len, name.split())))
    return textwrap.wrap(name, length, max_lines=MAX_LINES, placeholder="…")


def _room(person: Person) -> int:
    return max(LABEL_HEIGHT, max(map(len, label(person))) * LETTER_WIDTH + 8)


def nodes(network: Network, places: Places, categories: Categories, central: set[Person]) -> list[Node]:
    """Return the people of the network at their places, each with what joins them to others in words."""
    rows = {row.person: row for row in table(network)}
    return [
        Node(person, label(person), x, y, held, described(rows[person], held), person in central)
        for person, (x, y) in places.items()
        for held in [categories(person.pk)]
    ]


def edge_paths(edges: Iterable[Edge], places: Places) -> list[EdgePath]:
    """Return the lines of the edges, which are sorted; those between the same two people bulge apart."""
    drawn = []
    for _, between in groupby(edges, key=ends_order):
        by_group: dict[LineGroup, list[Edge]] = {}
        for edge in between:
            by_group.setdefault(LineGroup.of(edge.kind), []).append(edge)
        (first, second), *_ = (sorted((edge.first, edge.second), key=name_order) for edge in chain(*by_group.values()))
        bulges = _bulges(places[first], places[second], len(by_group), places.values())
        for bulge, group in zip(bulges, filter(by_group.__contains__, LineGroup), strict=True):
            shape = _shape(places[first], places[second], bulge)
            words = "; ".join(map(sentence, by_group[group]))
            drawn.append(EdgePath(group, shape, (first.slug, second.slug), words))
    return drawn


def _bulges(start: Place, end: Place, number: int, places: Iterable[Place]) -> list[float]:
    """Return how far each of so many lines bulges, to pass by people to whom it would else seem to lead."""
    length = math.dist(start, end) or 1
    beside = [_beside(start, end, place) for place in places if place not in (start, end)]
    others = [(part, off) for part, off in beside if 0 < part < 1 and abs(off) < max(BULGES) / 2 + CLEARANCE]
    found: list[float] = []
    for one in range(number):
        usual = (one - (number - 1) / 2) * BULGE
        free = [bulge for bulge in BULGES if all(abs(bulge - other) >= BULGE for other in found)]
        found.append(min(free, key=lambda bulge: (_met(bulge, length, others), abs(bulge - usual))))
    return found


def _beside(start: Place, end: Place, place: Place) -> tuple[float, float]:
    """Return after which part of the straight line it passes the place, and how far off that is."""
    across, down = end[0] - start[0], end[1] - start[1]
    x, y = place[0] - start[0], place[1] - start[1]
    length = math.hypot(across, down) or 1
    return (x * across + y * down) / length**2, (y * across - x * down) / length


def _met(bulge: float, length: float, others: Iterable[tuple[float, float]]) -> int:
    """Return how many of the others, given as they stand beside the straight line, the one that bulges so far meets."""
    return sum(
        abs(off - 2 * part * (1 - part) * bulge) < CLEARANCE * math.hypot(1, 2 * bulge * (1 - 2 * part) / length)
        for part, off in others
    )


def _spokes(group_nodes: Iterable[GroupNode], places: Places) -> Iterator[EdgePath]:
    for meeting, x, y, people in group_nodes:
        group = LineGroup.of(meeting.kind)
        for person in people:
            shape = _shape(places[person], (x, y))
            yield EdgePath(group, shape, (person.slug, meeting.slug), f"{person}: {meeting}")


def _shape(start: Place, end: Place, bulge: float = 0) -> str:
    """Return the line from `start` to `end`, whose middle bulges half as far aside."""
    turn = f"Q{_at(_middle(start, end, bulge))} " if bulge else "L"
    return f"M{_at(start)} {turn}{_at(end)}"


def _middle(start: Place, end: Place, bulge: float) -> tuple[float, float]:
    """Return the control point of the line, `bulge` beside its middle."""
    length = math.dist(start, end) or 1
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    return ((start[0] + end[0]) / 2 - along[1] * bulge, (start[1] + end[1]) / 2 + along[0] * bulge)


def _at(place: Sequence[float]) -> str:
    return " ".join(f"{round(axis, 1):g}" for axis in place)
