import pytest

from people.sets.numbering import PeopleNumbering

# Key and slide of four people, by name.
PEOPLE = [(7, None), (3, 2), (9, None), (5, 1)]


def test_gallery_comes_first_in_its_order_and_then_others_by_name() -> None:
    numbering = PeopleNumbering(PEOPLE)
    assert (list(numbering.keys[1:]), numbering.in_gallery, len(numbering)) == ([5, 3, 7, 9], 2, 4)


def test_by_name_has_the_numbers_in_the_order_of_names() -> None:
    assert list(PeopleNumbering(PEOPLE).by_name) == [3, 2, 4, 1]


@pytest.mark.parametrize("far", [0, 10**12])
def test_numbers_are_found_by_key_however_large(far: int) -> None:
    numbering = PeopleNumbering([(key + far, slide) for key, slide in PEOPLE])
    assert [numbering.number(key + far) for key in (5, 3, 7, 9)] == [1, 2, 3, 4]


@pytest.mark.parametrize("key", [1, 8, 10, 10**15])
def test_who_is_not_shown_has_no_number(key: int) -> None:
    numbering = PeopleNumbering(PEOPLE)
    assert (numbering.number(key), list(numbering.numbers([key, 3]))) == (0, [2])


def test_nobody_is_numbered_where_there_is_nobody() -> None:
    numbering = PeopleNumbering([])
    assert (len(numbering), numbering.number(1)) == (0, 0)
