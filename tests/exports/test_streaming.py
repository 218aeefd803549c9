import json

import pytest
from pytest_django import DjangoAssertNumQueries

from people.exports.streaming import by_id, joined, json_lines, json_list, json_object
from people.models import Person
from people.vocabulary import Status
from tests.factories import make_person


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


@pytest.mark.django_db
def test_rows_come_in_the_order_of_their_ids_in_chunks(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr("people.exports.streaming.CHUNK", 2)
    ids = [make_person(f"Person {number}").pk for number in range(5)][::-1]
    loaded: list[list[int]] = []
    with django_assert_num_queries(3):
        rows = list(by_id(ids, Person.public.all(), lambda some: loaded.append([one.pk for one in some])))
    assert ([row.pk for row in rows], loaded) == (ids, [ids[:2], ids[2:4], ids[4:]])


@pytest.mark.django_db
def test_rows_withdrawn_while_others_are_sent_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.exports.streaming.CHUNK", 2)
    ids = [make_person(f"Person {number}").pk for number in range(4)]
    rows = by_id(ids, Person.public.all())
    first = next(rows).pk
    Person.objects.filter(pk=ids[2]).update(status=Status.DRAFT)
    assert [first, *(row.pk for row in rows)] == [ids[0], ids[1], ids[3]]
