import pytest

from benchmarks.ways import edges, steps, typical

# Meetings by key with who took part: 1-2, 2-3-4; a tie of 4 and 5; nobody met 6.
MEETINGS = [(10, 1), (10, 2), (11, 2), (11, 3), (11, 4)]
TIES = [(4, 5)]


def test_steps_go_over_meetings_and_ties() -> None:
    assert steps(*edges(MEETINGS, TIES), 1) == {1: 0, 2: 1, 3: 2, 4: 2, 5: 3}


def test_typical_way_is_of_middling_length() -> None:
    assert typical(*edges(MEETINGS, TIES), [1, 3, 5, 6]) == (1, 5, 3)


def test_typical_way_is_not_found_where_nobody_is_connected() -> None:
    with pytest.raises(ValueError, match="nobody is connected"):
        typical(*edges([], []), [1, 2])
