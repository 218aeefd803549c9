import json

import pytest

from people.exports.streaming import joined, json_lines, json_list, json_object


@pytest.mark.parametrize("entries", [[], [1], [{"name": "Ørsted"}, None, "<a>"]])
def test_json_list_holds_its_entries(entries: list[object]) -> None:
    assert json.loads("".join(json_list(iter(entries)))) == entries


def test_json_object_makes_lists_of_iterators_at_any_depth() -> None:
    text = "".join(json_object({"a": iter([1, 2]), "b": {"c": iter([]), "d": {"e": 3}}}))
    assert json.loads(text) == {"a": [1, 2], "b": {"c": [], "d": {"e": 3}}}


def test_json_object_reads_entries_only_as_they_are_written() -> None:
    numbers = iter(range(1000))
    pieces = json_object({"a": numbers})
    next(pieces)
    next(pieces)
    assert next(numbers) == 1


def test_json_lines_have_one_entry_each() -> None:
    assert list(json_lines([{"a": "two\nlines"}, 1])) == ['{"a": "two\\nlines"}\n', "1\n"]


def test_joined_texts_are_the_same_in_fewer_pieces() -> None:
    pieces = list(joined(f"{number}\n" for number in range(250)))
    assert [len(piece.splitlines()) for piece in pieces] == [100, 100, 50]
    assert "".join(pieces) == "".join(f"{number}\n" for number in range(250))
