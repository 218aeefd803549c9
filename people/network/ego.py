"""The small drawing of a person and, around them, those to whom a meeting or a tie joins them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from people.models import Meeting, Person, Tie
from people.network.drawing import Categories, NetworkDrawing, Place, edge_paths, nodes
from people.network.edges import Edge, Network, by_name, make_edge, sort_edges

# In the units of the drawing: three columns, with the person in the middle. Type is readable where it is as wide as a
# box beside a profile, or a phone.
WIDTH = 264
COLUMNS = (44, 132, 220)
ROW_HEIGHT = 76
TOP_MARGIN = 18
# What a row takes below the middle of its nodes.
LABEL_DEPTH = 46

# Where others stand, as column and row from the person, who is at 0, 0: those of few, and one above or below of more.
SIDES = ((-1, 0), (1, 0))
CORNERS = ((-1, -1), (1, -1), (-1, 1), (1, 1))
ABOVE, BELOW = (0, -1), (0, 1)
SLOTS: tuple[tuple[tuple[int, int], ...], ...] = (
    (),
    SIDES[1:],
    SIDES,
    (*SIDES, ABOVE),
    CORNERS,
    (*CORNERS, ABOVE),
    (*CORNERS, *SIDES),
    (*CORNERS, *SIDES, ABOVE),
    (*CORNERS, *SIDES, ABOVE, BELOW),
)
MAX_NEIGHBOURS_DRAWN = len(SLOTS) - 1


class Ego(NamedTuple):
    """The drawing around a person, how many others it shows, and how many more there are."""

    person: Person
    drawing: NetworkDrawing
    shown: int
    left_out: int


def draw_around(
    person: Person, contacts: Iterable[Meeting], ties: Iterable[Tie], connected: int, categories: Categories
) -> Ego | None:
    """Return the drawing of the person with whom they met and are tied to; None where there is nobody.

    Participations of the meetings, and both people of the ties, are prefetched. These may be some of many: `connected`
    is the number of all the others.
    """
    return draw_ego(person, _edges(person, contacts, ties), categories, connected)


def draw_ego(person: Person, edges: Iterable[Edge], categories: Categories, connected: int = 0) -> Ego | None:
    """Return the drawing of the person with the first of those to whom the edges join them; None where there is nobody.

    `connected` is the number of all the others, where these edges are some of many.
    """
    theirs = [edge for edge in edges if person in (edge.first, edge.second)]
    others = by_name({edge.other(person) for edge in theirs})
    if not others:
        return None
    shown = others[:MAX_NEIGHBOURS_DRAWN]
    drawn = sort_edges(edge for edge in theirs if edge.other(person) in shown)
    places = _places(person, shown)
    height = max(y for _, y in places.values()) + LABEL_DEPTH
    points = nodes(Network([person, *shown], drawn, []), places, categories, {person})
    drawing = NetworkDrawing(points, edge_paths(drawn, places), [], WIDTH, height)
    return Ego(person, drawing, len(shown), max(connected, len(others)) - len(shown))


def _edges(person: Person, contacts: Iterable[Meeting], ties: Iterable[Tie]) -> Iterator[Edge]:
    found: dict[tuple[str, Person, Person], list[Meeting | Tie]] = defaultdict(list)
    for meeting in contacts:
        for other in meeting.others(person):
            found[meeting.kind, person, other].append(meeting)
    for tie in ties:
        found[tie.kind, tie.from_person, tie.to_person].append(tie)
    for (kind, first, second), shown in found.items():
        yield make_edge(kind, first, second, shown, len(shown))


def _places(person: Person, others: Sequence[Person]) -> dict[Person, Place]:
    """Return where the person stands, and the others by name from the left upper corner on."""
    slots = sorted(SLOTS[len(others)], key=lambda slot: slot[::-1])
    first = min(row for _, row in (*slots, (0, 0)))
    taken = [(0, 0), *slots]
    return {
        one: (COLUMNS[column + 1], TOP_MARGIN + (row - first) * ROW_HEIGHT)
        for one, (column, row) in zip([person, *others], taken, strict=True)
    }
