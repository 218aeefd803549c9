"""Where points stand: always in the same places, with room for each of their labels."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from people.network.layout import LABEL_HEIGHT, Layout, lay_out

ROOMS = st.lists(st.integers(40, 180), min_size=1, max_size=12)


@st.composite
def networks(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    rooms = draw(ROOMS)
    pairs = list(combinations(range(len(rooms)), 2))
    edges = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20)) if pairs else []
    return tuple(rooms), tuple(sorted(edges))


@given(networks())
def test_labels_do_not_meet(network: tuple[tuple[int, ...], tuple[tuple[int, int], ...]]) -> None:
    rooms, edges = network
    places = lay_out(rooms, edges).places
    meeting = [
        (one, other)
        for one, other in combinations(range(len(rooms)), 2)
        if abs(places[one][0] - places[other][0]) < (rooms[one] + rooms[other]) / 2 - 1
        and abs(places[one][1] - places[other][1]) < LABEL_HEIGHT - 1
    ]
    assert meeting == []


@given(networks())
def test_all_labels_are_inside_the_drawing(network: tuple[tuple[int, ...], tuple[tuple[int, int], ...]]) -> None:
    rooms, edges = network
    layout = lay_out(rooms, edges)
    outside = [
        (x, y)
        for (x, y), room in zip(layout.places, rooms, strict=True)
        if x - room / 2 < -1
        or y - LABEL_HEIGHT / 2 < -1
        or x + room / 2 > layout.width + 1
        or y + LABEL_HEIGHT / 2 > layout.height + 1
    ]
    assert outside == []


@given(networks())
def test_same_points_and_lines_give_the_same_places(
    network: tuple[tuple[int, ...], tuple[tuple[int, int], ...]],
) -> None:
    first = lay_out(*network)
    lay_out.cache_clear()
    assert lay_out(*network) == first


def test_two_points_stand_beside_each_other() -> None:
    layout = lay_out((100, 100), ((0, 1),))
    assert layout == Layout(((50, 28), (182, 28)), 232, 56)


def test_points_without_lines_are_packed_up_and_to_the_left() -> None:
    assert lay_out((400, 300, 400, 200), ()) == Layout(((200, 28), (150, 84), (200, 140), (500, 28)), 600, 168)


def test_nobody_takes_no_room() -> None:
    assert lay_out((), ()) == Layout((), 0, 0)


def test_places_are_the_same_on_every_machine() -> None:
    edges = ((0, 1), (0, 2), (0, 3), (1, 2), (3, 4))
    assert lay_out((100,) * 6, edges).places == ((133, 137), (50, 28), (50, 193), (225, 81), (317, 137), (417, 28))
