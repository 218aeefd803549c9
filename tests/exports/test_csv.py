import csv
import io
from typing import Any

import pytest

from people.exports.csv import Column, Table, csv_lines, escape_formula

TABLE = Table(
    "things",
    "A thing.",
    (
        Column("text", "Any text", lambda row: row[0]),
        Column("all", "Several", lambda row: row[1], several=True),
        Column("url", "An address", lambda row: row[2], "anyURI"),
    ),
)


def read(*rows: tuple[Any, ...], **options: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(csv_lines(TABLE, rows, "https://host", **options)), newline="")))


def test_csv_begins_with_the_names_of_the_columns() -> None:
    assert list(csv_lines(TABLE, [], "https://host")) == ["text,all,url\r\n"]


def test_csv_cells_are_read_as_they_were() -> None:
    rows = read(('a, “b”\n"c"', ["x", "y"], "/d/"), (None, [], "/"), (3, ["z"], "/e"))
    assert rows[1:] == [
        ['a, “b”\n"c"', "x; y", "https://host/d/"],
        ["", "", "https://host/"],
        ["3", "z", "https://host/e"],
    ]


def test_csv_begins_with_a_byte_order_mark_on_demand() -> None:
    assert next(csv_lines(TABLE, [], "", mark=True)) == "\ufefftext,all,url\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_cell_that_looks_like_a_formula_is_defused(start: str) -> None:
    assert read((f"{start}HYPERLINK(1)", [f"{start}1", "2"], "/"))[1] == [
        f"'{start}HYPERLINK(1)",
        f"'{start}1; 2",
        "https://host/",
    ]


@pytest.mark.parametrize("text", ["", "plain", "a=b", "../2017", "2016-03", "'quoted'", " =1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert escape_formula(text) == text
