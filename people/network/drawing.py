"""A network as shapes on a page, in the units of people.network.layout. Colours and widths are the stylesheet's."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from people.models import Meeting, Person
from people.network.layout import LINE_HEIGHT, Layout, lay_out
from people.network.lines import Edge, Network, ends_order, name_order
from people.network.words import sentence
from people.vocabulary import LineKind

RADIUS = 7
# An arrow ends so far from the middle of the point to which it leads.
CLEAR = RADIUS + 4
# How far lines between the same two people bulge apart.
BULGE = 30

LETTERS = 24
LETTER = 7.4
LABEL_BELOW = RADIUS + 14
LABEL_ABOVE = -RADIUS - 6

Place = tuple[int, int]
Places = Mapping[Person, Place]


class Point(NamedTuple):
    """A person's place, and where the name stands. `central` is around whom the network is drawn."""

    person: Person
    label: str
    x: int
    y: int
    label_y: int
    central: bool


class Stroke(NamedTuple):
    """A line's shape, as commands of an SVG path, the slugs of what it joins, and what it says in words."""

    kind: str
    shape: str
    directed: bool
    ends: tuple[str, str]
    words: str


class Crowd(NamedTuple):
    """A gathering's place, and who is there."""

    meeting: Meeting
    x: int
    y: int
    people: list[Person]


class NetworkDrawing(NamedTuple):
    """All shapes of a network, and the width and height that they take."""

    points: list[Point]
    strokes: list[Stroke]
    crowds: list[Crowd]
    width: int
    height: int

    @property
    def kinds(self) -> list[LineKind]:
        """Return the kinds of line there are, for a legend."""
        present = {stroke.kind for stroke in self.strokes}
        return [kind for kind in LineKind if kind.value in present]

    @property
    def directed(self) -> set[str]:
        """Return the kinds of line there are that lead from one person to another, and not back."""
        return {stroke.kind for stroke in self.strokes if stroke.directed}

    @property
    def has_unnamed(self) -> bool:
        """Return whether it shows somebody whom the source doesn't name."""
        return any(not point.person.is_named for point in self.points)


def draw(network: Network, central: Iterable[Person] = ()) -> NetworkDrawing:
    """Return the drawing of the network around the `central` people; always the same one for the same network."""
    layout = _lay_out(network)
    places = dict(zip(network.people, layout.places, strict=False))
    squares = layout.places[len(network.people) :]
    crowds = [
        Crowd(crowd.meeting, *place, crowd.people) for crowd, place in zip(network.gatherings, squares, strict=True)
    ]
    drawn = [*strokes(network.lines, places), *_spokes(crowds, places)]
    return NetworkDrawing(points(places, network.lines, set(central)), drawn, crowds, layout.width, layout.height)


def _lay_out(network: Network) -> Layout:
    index = {person: number for number, person in enumerate(network.people)}
    edges = {(index[line.first], index[line.second]) for line in network.lines}
    for number, crowd in enumerate(network.gatherings, len(index)):
        edges |= {(index[person], number) for person in crowd.people}
    rooms = [*(_room(person) for person in network.people), *(LINE_HEIGHT for _ in network.gatherings)]
    return lay_out(tuple(rooms), tuple(sorted({(min(edge), max(edge)) for edge in edges})))


def label(person: Person) -> str:
    """Return the person's name, cut where it is too long to stand beside a point."""
    name = str(person)
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"


def _room(person: Person) -> int:
    return max(LINE_HEIGHT, round(len(label(person)) * LETTER) + 12)


def points(places: Places, lines: Iterable[Edge], central: set[Person]) -> list[Point]:
    """Return the people at their places, each name on the side to which fewer lines lead."""
    below = dict.fromkeys(places, 0)
    for line in lines:
        lower, upper = sorted((line.first, line.second), key=lambda person: -places[person][1])
        if places[lower][1] > places[upper][1]:
            below[upper] += 1
            below[lower] -= 1
    return [
        Point(person, label(person), x, y, y + (LABEL_ABOVE if below[person] > 0 else LABEL_BELOW), person in central)
        for person, (x, y) in places.items()
    ]


def strokes(lines: Iterable[Edge], places: Places) -> list[Stroke]:
    """Return the shapes of the lines, which are sorted; those between the same two people bulge apart."""
    drawn = []
    for _, between in groupby(lines, key=ends_order):
        group = list(between)
        for number, line in enumerate(group):
            bulge = (number - (len(group) - 1) / 2) * BULGE
            # Both directions bulge to their own sides only if a bulge is measured along the same one.
            bulge = bulge if name_order(line.first) < name_order(line.second) else -bulge
            shape = _shape(places[line.first], places[line.second], bulge, CLEAR if line.is_directed else 0)
            ends = (line.first.slug, line.second.slug)
            drawn.append(Stroke(line.kind, shape, line.is_directed, ends, sentence(line)))
    return drawn


def _spokes(crowds: Iterable[Crowd], places: Places) -> list[Stroke]:
    return [
        Stroke(meeting.kind, _shape(places[person], (x, y)), False, (person.slug, meeting.slug), f"{person}: {meeting}")
        for meeting, x, y, people in crowds
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
