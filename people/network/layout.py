"""Where the nodes of a drawing stand: the same places each time, for the same nodes and edges.

igraph lays out each connected part, which is stretched to the room that its nodes need with their labels. Nodes are
then pushed apart until no label meets another, and the parts are packed, the largest first. Nothing here knows
people.
"""

import math
import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from threading import Lock
from typing import NamedTuple

import igraph

# All lengths are in units of the drawing, which are CSS pixels where it is as wide as MAX_WIDTH.
LABEL_HEIGHT = 56
MAX_WIDTH = 660
# How much room nodes have, against what their labels fill; more leaves lines more room, and makes the type smaller.
AREA_PER_LABEL = 2
# Of width to height, as long as a part is less wide than MAX_WIDTH.
PROPORTION = 2.4
MAX_PUSH_ROUNDS = 80
# What extends less is in line, but for a rounding error.
MIN_EXTENT = 0.01

# Of larger parts Kamada and Kawai's layout takes too long.
MAX_KAMADA_KAWAI_NODES = 80
SEED = 1

Place = tuple[float, float]
NodePair = tuple[int, int]
Block = dict[int, Place]

# igraph has one source of randomness for all threads.
_random_lock = Lock()


class Layout(NamedTuple):
    """The middle of each node with its label, and the width and height that all of them take."""

    places: tuple[tuple[int, int], ...]
    width: int
    height: int


@lru_cache(maxsize=128)
def lay_out(rooms: tuple[int, ...], edges: tuple[NodePair, ...]) -> Layout:
    """Return the layout of nodes that take so much room from left to right, and the edges between their indexes."""
    parts = igraph.Graph(n=len(rooms), edges=edges).connected_components()
    blocks = [_component_layout(part, rooms, edges) for part in sorted(parts, key=lambda part: (-len(part), part))]
    found = _packed(blocks, rooms)
    places = tuple((round(found[node][0]), round(found[node][1])) for node in range(len(rooms)))
    width = max((x + room / 2 for (x, _), room in zip(places, rooms, strict=True)), default=0)
    height = max((y + LABEL_HEIGHT / 2 for _, y in places), default=0)
    return Layout(places, math.ceil(width), math.ceil(height))


def _component_layout(part: Sequence[int], rooms: Sequence[int], edges: Sequence[NodePair]) -> Block:
    """Return the places of a connected part, its nodes apart from each other and its left upper corner at 0, 0."""
    index = {node: place for place, node in enumerate(part)}
    inner = [(index[one], index[other]) for one, other in edges if one in index]
    room = [rooms[node] for node in part]
    width, height = _frame(room)
    framed = _stretched(_rotated(_raw_layout(len(part), inner)), width - max(room), height - LABEL_HEIGHT)
    moved = [(x + max(room) / 2, y) for x, y in framed]
    return _at_origin(dict(zip(part, _swept_apart(_pushed_apart(moved, room, width), room), strict=True)), rooms)


def _raw_layout(size: int, edges: Sequence[NodePair]) -> list[Place]:
    graph = igraph.Graph(n=size, edges=edges).simplify()
    with _random_lock:
        igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311
        drawn = (
            graph.layout_kamada_kawai()
            if size <= MAX_KAMADA_KAWAI_NODES
            else graph.layout_fruchterman_reingold(niter=1000)
        )
    return [(x, y) for x, y in drawn.coords]


def _rotated(places: list[Place]) -> list[Place]:
    """Return the places turned so that they spread from left to right rather than up and down."""
    middle_x, middle_y = (sum(axis) / len(places) for axis in zip(*places, strict=True))
    moved = [(x - middle_x, y - middle_y) for x, y in places]
    spread = sum(x * x - y * y for x, y in moved)
    angle = math.atan2(2 * sum(x * y for x, y in moved), spread) / 2
    cosine, sine = math.cos(angle), math.sin(angle)
    return [(x * cosine + y * sine, y * cosine - x * sine) for x, y in moved]


def _frame(rooms: Sequence[int]) -> tuple[float, float]:
    """Return the width and height that nodes with those rooms need."""
    area = AREA_PER_LABEL * LABEL_HEIGHT * sum(rooms)
    width = max(*rooms, 0, min(MAX_WIDTH, math.sqrt(area * PROPORTION)))
    return width, max(LABEL_HEIGHT, area / width)


def _stretched(places: list[Place], width: float, height: float) -> list[Place]:
    """Return the places stretched to that width and height, from 0, 0 on."""
    axes = []
    for axis, length in zip(zip(*places, strict=True), (width, height), strict=True):
        extent = max(axis) - min(axis)
        axes.append([(one - min(axis)) / extent * length if extent > MIN_EXTENT else 0 for one in axis])
    return list(zip(*axes, strict=True))


def _pushed_apart(places: list[Place], rooms: Sequence[int], width: float) -> list[Place]:
    """Return the places with nodes pushed aside, or up and down, until most have their room within the width."""
    xs, ys = ([place[axis] for place in places] for axis in (0, 1))
    for _ in range(MAX_PUSH_ROUNDS):
        still = True
        for one, other in combinations(range(len(places)), 2):
            room = (rooms[one] + rooms[other]) / 2
            across, down = room - abs(xs[one] - xs[other]), LABEL_HEIGHT - abs(ys[one] - ys[other])
            if across > 0 and down > 0:
                still = False
                axis, by = (xs, across) if across * LABEL_HEIGHT < down * room else (ys, down)
                sign = 1 if axis[one] >= axis[other] else -1
                axis[one] += sign * (by / 2 + 0.5)
                axis[other] -= sign * (by / 2 + 0.5)
        xs = [min(max(x, room / 2), width - room / 2) for x, room in zip(xs, rooms, strict=True)]
        if still:
            break
    return list(zip(xs, ys, strict=True))


def _swept_apart(places: list[Place], rooms: Sequence[int]) -> list[Place]:
    """Return the places, each so much further down that it meets none of those above."""
    done: dict[int, Place] = {}
    for node in sorted(range(len(places)), key=lambda node: (places[node][1], node)):
        x, y = places[node]
        above = sorted(done[one][1] for one in done if abs(x - done[one][0]) < (rooms[node] + rooms[one]) / 2)
        for other in above:
            y = other + LABEL_HEIGHT if abs(y - other) < LABEL_HEIGHT else y
        done[node] = (x, y)
    return [done[node] for node in range(len(places))]


def _at_origin(block: Block, rooms: Sequence[int]) -> Block:
    left = min(x - rooms[node] / 2 for node, (x, _) in block.items())
    top = min(y for _, y in block.values()) - LABEL_HEIGHT / 2
    return {node: (x - left, y - top) for node, (x, y) in block.items()}


def _packed(blocks: list[Block], rooms: Sequence[int]) -> Block:
    """Return the places of all blocks together, each as far up as there is room, then as far to the left."""
    found: Block = {}
    taken: list[tuple[float, float, float]] = []
    for block in blocks:
        width = max(x + rooms[node] / 2 for node, (x, _) in block.items())
        height = max(y for _, y in block.values()) + LABEL_HEIGHT / 2
        spots = [
            (max((bottom for start, end, bottom in taken if start < left + width and left < end), default=0), left)
            for left in (0.0, *(end for _, end, _ in taken))
            if left + width <= max(MAX_WIDTH, width)
        ]
        top, left = min(spots)
        found |= {node: (left + x, top + y) for node, (x, y) in block.items()}
        taken.append((left, left + width, top + height))
    return found
