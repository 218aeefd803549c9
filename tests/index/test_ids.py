import pytest

from people.index.ids import PeopleIdMap

# Id and slide of four people, by name.
PEOPLE = [(7, None), (3, 2), (9, None), (5, 1)]


def test_gallery_comes_first_in_its_order_and_then_others_by_name() -> None:
    id_map = PeopleIdMap(PEOPLE)
    assert (list(id_map.ids[1:]), id_map.in_gallery, len(id_map)) == ([5, 3, 7, 9], 2, 4)


def test_by_name_has_the_numbers_in_the_order_of_names() -> None:
    assert list(PeopleIdMap(PEOPLE).by_name) == [3, 2, 4, 1]


@pytest.mark.parametrize("far", [0, 10**12])
def test_numbers_are_found_by_id_however_large(far: int) -> None:
    id_map = PeopleIdMap([(row + far, slide) for row, slide in PEOPLE])
    assert [id_map.number(row + far) for row in (5, 3, 7, 9)] == [1, 2, 3, 4]


@pytest.mark.parametrize("row", [1, 8, 10, 10**15])
def test_who_is_not_shown_has_no_number(row: int) -> None:
    id_map = PeopleIdMap(PEOPLE)
    assert (id_map.number(row), list(id_map.numbers([row, 3]))) == (0, [2])


def test_nobody_is_numbered_where_there_is_nobody() -> None:
    id_map = PeopleIdMap([])
    assert (len(id_map), id_map.number(1)) == (0, 0)
