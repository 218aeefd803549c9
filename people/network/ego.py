"""The small drawing of a profile: a person, and around them those to whom a meeting or a tie joins them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from people.models import Meeting, Person, Tie
from people.network.drawing import LABEL_ABOVE, NetworkDrawing, Place, edge_paths, nodes
from people.network.edges import Edge, by_name, make_edge, sort_edges

# More people than that would need smaller names than a reader can read.
MAX_NEIGHBOURS_DRAWN = 12

# In the units of the drawing: two columns of people, and the person between them.
WIDTH = 250
LEFT, MIDDLE, RIGHT = 58, 125, 192
ROW_HEIGHT = 54
TOP_MARGIN = 30


class Ego(NamedTuple):
    """The drawing, and how many more people there are than it shows."""

    drawing: NetworkDrawing
    left_out: int


def draw_around(person: Person, contacts: Iterable[Meeting], ties: Iterable[Tie], connected: int) -> Ego | None:
    """Return the drawing of the person with whom they met and are tied to; None where there is nobody.

    Participations of the meetings, and both people of the ties, are at hand. These may be some of many: `connected` is
    the number of all the others.
    """
    edges = list(_edges(person, contacts, ties))
    others = by_name({one for edge in edges for one in (edge.first, edge.second)} - {person})
    if not others:
        return None
    shown = others[:MAX_NEIGHBOURS_DRAWN]
    drawn = sort_edges(edge for edge in edges if {edge.first, edge.second} <= {person, *shown})
    places = {person: _middle(len(shown)), **dict(zip(shown, _around(len(shown)), strict=True))}
    height = max(y for _, y in places.values()) + TOP_MARGIN
    # The names of those beside the person stand below their nodes, as that row has no other room.
    named = [
        one._replace(label_y=one.y + LABEL_ABOVE) if one.central else one for one in nodes(places, drawn, {person})
    ]
    drawing = NetworkDrawing(named, edge_paths(drawn, places), [], WIDTH, height)
    return Ego(drawing, connected - len(shown))


def _edges(person: Person, contacts: Iterable[Meeting], ties: Iterable[Tie]) -> Iterator[Edge]:
    found: dict[tuple[str, Person, Person], list[Any]] = defaultdict(list)
    for meeting in contacts:
        for other in meeting.others(person):
            found[meeting.kind, person, other].append(meeting)
    for tie in ties:
        found[tie.kind, tie.from_person, tie.to_person].append(tie)
    for (kind, first, second), shown in found.items():
        yield make_edge(kind, first, second, shown, len(shown))


def _middle(others: int) -> Place:
    rows = others // 2
    return (MIDDLE, TOP_MARGIN + ROW_HEIGHT * (rows // 2))


def _around(others: int) -> Sequence[Place]:
    """Return a place for each of the others: pairs left and right, and a last one under the person."""
    pairs = others // 2
    # With an even number of rows the person stands in a row of their own, between them.
    rows = [row for row in range(pairs + 1 - pairs % 2) if pairs % 2 or row != pairs // 2]
    places = [(x, TOP_MARGIN + ROW_HEIGHT * row) for row in rows for x in (LEFT, RIGHT)]
    return [*places, (MIDDLE, TOP_MARGIN + ROW_HEIGHT * (pairs + 1 - pairs % 2))][:others]
