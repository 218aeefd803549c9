"""Numbers as bars."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from people.charts.bars import CHART_WIDTH, MIN_BAR_WIDTH, ChartValue, draw_bars, draw_stacked_bar

NUMBERS = st.lists(st.integers(0, 10**6), max_size=12)


def values(*numbers: int) -> list[ChartValue]:
    return [ChartValue(f"{place}", f"/{place}/", number) for place, number in enumerate(numbers)]


def widths(*numbers: int) -> list[int]:
    return [bar.width for bar in draw_bars(values(*numbers))]


def stretches(*numbers: int) -> list[tuple[int, int]]:
    return [(bar.x, bar.width) for bar in draw_stacked_bar("All", "/", values(*numbers)).parts]


def test_bars_are_as_long_as_their_numbers_and_keep_their_order() -> None:
    assert widths(1, 4, 2) == [CHART_WIDTH // 4, CHART_WIDTH, CHART_WIDTH // 2]


def test_bar_of_few_among_many_is_still_seen() -> None:
    assert widths(1, 10**6) == [MIN_BAR_WIDTH, CHART_WIDTH]


def test_bar_of_nothing_has_no_length() -> None:
    assert (widths(0, 2), widths(0), widths()) == ([0, CHART_WIDTH], [0], [])


@given(NUMBERS)
def test_larger_number_has_no_shorter_bar(numbers: list[int]) -> None:
    assert widths(*sorted(numbers)) == sorted(widths(*numbers))


def test_parts_stand_side_by_side() -> None:
    assert stretches(1, 2, 1) == [
        (0, CHART_WIDTH // 4),
        (CHART_WIDTH // 4, CHART_WIDTH // 2),
        (3 * CHART_WIDTH // 4, CHART_WIDTH // 4),
    ]


def test_whole_is_the_sum_of_its_parts() -> None:
    assert draw_stacked_bar("All", "/", values(1, 2, 0)).number == 3


def test_whole_of_nothing_has_parts_without_length() -> None:
    assert stretches(0, 0) == [(0, 0), (0, 0)]


@given(NUMBERS.filter(any))
def test_parts_fill_the_whole_without_a_gap(numbers: list[int]) -> None:
    parts = stretches(*numbers)
    assert [x + width for x, width in parts[:-1]] == [x for x, _ in parts[1:]]
    assert (parts[0][0], sum(width for _, width in parts)) == (0, CHART_WIDTH)
    assert all(earlier <= later for (earlier, _), (later, _) in pairwise(parts))
