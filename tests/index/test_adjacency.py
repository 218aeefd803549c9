from hypothesis import given
from hypothesis import strategies as st

from people.index.adjacency import AdjacencyList

MOST = 9
lists = st.lists(st.lists(st.integers(0, MOST), unique=True, max_size=5), max_size=8)


@given(lists)
def test_lists_are_what_they_were(given: list[list[int]]) -> None:
    assert [list(one) for one in AdjacencyList.of(given)] == given


@given(lists)
def test_inverted_has_the_places_of_the_lists_that_each_number_is_in(given: list[list[int]]) -> None:
    inverted = AdjacencyList.of(given).inverted(MOST + 1)
    assert [list(one) for one in inverted] == [
        [place for place, one in enumerate(given) if number in one] for number in range(MOST + 1)
    ]
