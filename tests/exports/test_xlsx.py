from collections.abc import Iterator
from typing import Any

import pytest

from people.exports import xlsx as module
from people.exports.csv import Column, Table
from people.exports.xlsx import MAX_CELL, xlsx
from tests.workbooks import worksheets

TABLE = Table(
    "things",
    "A thing.",
    (
        Column("text", "Any text", lambda row: row[0]),
        Column("number", "A number", lambda row: row[1], "integer"),
        Column("url", "An address", lambda row: "/d/", "anyURI"),
    ),
)


def read(*rows: tuple[Any, ...]) -> dict[str, list[list[str]]]:
    return worksheets(b"".join(xlsx(TABLE, rows, "https://host")))


def test_workbook_without_rows_has_the_names_of_the_columns() -> None:
    assert read() == {"things": [["text", "number", "url"]]}


def test_workbook_keeps_texts_and_numbers() -> None:
    assert read(("é “b”\nc", 7), (None, None))["things"][1:] == [
        ["é “b”\nc", "7", "https://host/d/"],
        ["", "", "https://host/d/"],
    ]


def test_text_that_looks_like_a_formula_or_a_link_is_text() -> None:
    content = b"".join(xlsx(TABLE, [("=1+1", 1), ("https://host", 2)], "https://host"))
    assert [row[0] for row in worksheets(content)["things"]] == ["text", "'=1+1", "https://host"]
    assert b"<f>" not in content


def test_text_that_is_too_long_for_a_cell_ends_in_dots() -> None:
    assert read(("a" * (MAX_CELL + 1), 1))["things"][1][0] == f"{'a' * (MAX_CELL - 1)}…"


def test_rows_for_which_a_worksheet_has_no_room_are_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 3)
    found = read(*((str(number), number) for number in range(5)))
    assert {name: [row[0] for row in rows] for name, rows in found.items()} == {
        "things": ["text", "0", "1"],
        "things 2": ["text", "2", "3"],
        "things 3": ["text", "4"],
    }


def test_error_in_the_rows_is_raised_before_any_piece() -> None:
    def rows() -> Iterator[tuple[str, int]]:
        yield "a", 1
        raise RuntimeError

    with pytest.raises(RuntimeError):
        next(xlsx(TABLE, rows(), ""))
