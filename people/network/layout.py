"""Where the nodes of a drawing stand: the same places each time, for the same nodes and edges.

igraph lays out each connected part. Nodes are then pushed apart until no label meets another node or label, and
the parts stand in rows, the largest first. Nothing here knows people.
"""

import math
import random
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from statistics import median
from threading import Lock
from typing import NamedTuple

import igraph

# All lengths are in units of the drawing: CSS pixels, until it is zoomed.
EDGE_LENGTH = 92
LABEL_HEIGHT = 48
ROW_WIDTH = 868
HORIZONTAL_STRETCH = 1.25
MAX_PUSH_ROUNDS = 200
AREA_PER_LABEL = 2.5
MIN_SPREAD_NODES = 8

# Of larger parts Kamada and Kawai's layout takes too long.
MAX_KAMADA_KAWAI_NODES = 80
SEED = 1

Place = tuple[float, float]
NodePair = tuple[int, int]
Block = dict[int, Place]

# igraph has one source of randomness for all threads.
_random_lock = Lock()


class Layout(NamedTuple):
    """The place of each node, and the width and height that all of them take with their labels."""

    places: tuple[tuple[int, int], ...]
    width: int
    height: int


@lru_cache(maxsize=128)
def lay_out(rooms: tuple[int, ...], edges: tuple[NodePair, ...]) -> Layout:
    """Return the layout of nodes that take so much room from left to right, and the edges between their indexes."""
    parts = igraph.Graph(n=len(rooms), edges=edges).connected_components()
    blocks = [_component_layout(part, rooms, edges) for part in sorted(parts, key=lambda part: (-len(part), part))]
    found = _in_rows(blocks, rooms)
    places = tuple((round(found[node][0]), round(found[node][1])) for node in range(len(rooms)))
    width = max((x + room / 2 for (x, _), room in zip(places, rooms, strict=True)), default=0)
    height = max((y + LABEL_HEIGHT / 2 for _, y in places), default=0)
    return Layout(places, math.ceil(width), math.ceil(height))


def _component_layout(part: Sequence[int], rooms: Sequence[int], edges: Sequence[NodePair]) -> Block:
    """Return the places of a connected part, its nodes apart from each other and its left upper corner at 0, 0."""
    index = {node: place for place, node in enumerate(part)}
    inner = [(index[one], index[other]) for one, other in edges if one in index]
    room = [rooms[node] for node in part]
    placed = _pushed_apart(_spread(_scaled(_rotated(_raw_layout(len(part), inner)), inner), room), room)
    return _at_origin(dict(zip(part, placed, strict=True)), rooms)


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


def _scaled(places: list[Place], edges: Sequence[NodePair]) -> list[Place]:
    """Return the places with edges of about one EDGE_LENGTH."""
    lengths = [math.dist(places[one], places[other]) for one, other in edges]
    scale = EDGE_LENGTH / (median(lengths) if lengths else 1)
    return [(x * scale * HORIZONTAL_STRETCH, y * scale) for x, y in places]


def _spread(places: list[Place], rooms: Sequence[int]) -> list[Place]:
    """Return the places spread as far as their number asks for, so that few nodes need pushing."""
    width, height = (max(axis) - min(axis) or 1 for axis in zip(*places, strict=True))
    wanted = AREA_PER_LABEL * LABEL_HEIGHT * sum(rooms)
    scale = max(1, math.sqrt(wanted / (width * height))) if len(places) > MIN_SPREAD_NODES else 1
    return [(x * scale, y * scale) for x, y in places]


def _pushed_apart(places: list[Place], rooms: Sequence[int]) -> list[Place]:
    """Return the places with nodes pushed aside, or up and down, until each has its room."""
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
        if still:
            break
    return list(zip(xs, ys, strict=True))


def _at_origin(block: Block, rooms: Sequence[int]) -> Block:
    left = min(x - rooms[node] / 2 for node, (x, _) in block.items())
    top = min(y for _, y in block.values()) - LABEL_HEIGHT / 2
    return {node: (x - left, y - top) for node, (x, y) in block.items()}


def _in_rows(blocks: list[Block], rooms: Sequence[int]) -> Block:
    """Return the places of all blocks together, set side by side in rows."""
    sizes = [
        (
            max(x + rooms[node] / 2 for node, (x, _) in block.items()),
            max(y for _, y in block.values()) + LABEL_HEIGHT / 2,
        )
        for block in blocks
    ]
    limit = max([ROW_WIDTH, *(width for width, _ in sizes)])
    found: Block = {}
    left = top = row = 0.0
    for block, (width, height) in zip(blocks, sizes, strict=True):
        if left + width > limit:
            left, top, row = 0.0, top + row, 0.0
        found |= {node: (left + x, top + y) for node, (x, y) in block.items()}
        left, row = left + width, max(row, height)
    return found
