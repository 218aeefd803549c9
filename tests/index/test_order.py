from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from people.index import orders as order_module
from people.index.ids import IdMap, IdPage
from people.index.orders import NumberOrder, SortOrder

SIZE = 12
orders = st.permutations(range(1, SIZE + 1))
sets = st.sets(st.integers(1, SIZE))
places = st.integers(0, SIZE + 3)


@pytest.fixture(params=[0, 5, 5_000], scope="module", ids=lambda few: f"few is {few}")
def few(request: pytest.FixtureRequest) -> int:
    """How many people count as few: both ways of taking a part are tried."""
    return int(request.param)


@given(numbers=orders, found=sets, start=places, stop=places)
def test_slice_is_that_part_of_those_found_in_order(
    few: int, numbers: list[int], found: set[int], start: int, stop: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_module, "MAX_SORTED", few)
        part = list(SortOrder(numbers).slice(BitMap(found), start, stop))
    assert part == [number for number in numbers if number in found][start:stop]


@given(found=sets, start=places, stop=places)
def test_order_of_numbers_is_ascending(found: set[int], start: int, stop: int) -> None:
    assert list(NumberOrder(SIZE).slice(BitMap(found), start, stop)) == sorted(found)[start:stop]


@given(numbers=orders, found=sets)
def test_page_has_the_ids_of_those_found_in_order(few: int, numbers: list[int], found: set[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_module, "MAX_SORTED", few)
        page = IdPage(IdMap(range(101, 101 + SIZE)), BitMap(found), SortOrder(numbers))
        expected = [100 + number for number in numbers if number in found]
        assert (len(page), list(page), page[:3]) == (len(found), expected, expected[:3])
    assert [row for row in range(100, 102 + SIZE) if row in page] == sorted(expected)


@given(
    start=st.lists(st.integers(0, 30), min_size=1, max_size=SIZE, unique=True),
    steps=st.lists(st.tuples(st.integers(1, SIZE), st.integers(0, 30)), max_size=8),
    found=sets,
)
def test_order_kept_up_is_that_of_the_keys(
    few: int, start: list[int], steps: list[tuple[int, int]], found: set[int]
) -> None:
    keys = {number: (key, number) for number, key in enumerate(sorted(start), 1)}
    kept: SortOrder = NumberOrder(len(keys))

    def keys_of(asked: Collection[int]) -> dict[int, tuple[int, int]]:
        return {one: keys[one] for one in asked}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_module, "MAX_SORTED", few)
        patch.setattr(order_module, "PIVOTS", 2)
        for number, key in steps:
            # Keys that are even come or change; others go.
            arriving = {number: (key, number)} if key % 2 == 0 else {}
            leaving = [number] if number in keys else []
            keys.pop(number, None)
            kept = kept.patched(leaving, arriving, keys_of)
            keys.update(arriving)
        matches = BitMap(found & keys.keys())
        assert list(kept.iterate(matches)) == sorted(matches, key=keys.__getitem__)
    assert list(kept.numbers) == sorted(keys, key=keys.__getitem__)
