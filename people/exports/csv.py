"""Tables as CSV that a spreadsheet can open without running what is in them."""

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

SEPARATOR = "; "
# What makes a spreadsheet read a cell as a formula, East Asian full-width forms included.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


class Column(NamedTuple):
    """A column: its name, what it holds, how a row's cell is made, and how CSVW describes a cell.

    `to` names a table whose key the cells hold. A cell of several values has them one after the other.
    """

    name: str
    meaning: str
    cell: Callable[[Any], Any]
    datatype: str = "string"
    several: bool = False
    to: str = ""


class Table(NamedTuple):
    """A table: its name, what a row is, its columns, and the columns whose values name a row."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("slug",)


def csv_lines(table: Table, rows: Iterable[object], site: str, *, mark: bool = False) -> Iterator[str]:
    """Yield the table as CSV (RFC 4180), header first.

    Args:
        table: What the columns are.
        rows: The rows, with what the columns need prefetched.
        site: Scheme and host, before addresses.
        mark: Whether to begin with a byte order mark, without which some spreadsheets guess an old encoding.
    """
    write = csv.writer(_Line()).writerow
    yield f"{BYTE_ORDER_MARK if mark else ''}{write([column.name for column in table.columns])}"
    for row in rows:
        yield write([cell_text(column, row, site) for column in table.columns])


def cell_text(column: Column, row: object, site: str) -> str:
    """Return what the cell holds, safe for spreadsheets."""
    value = column.cell(row)
    if value is None:
        return ""
    if column.datatype == "anyURI":
        return f"{site}{value}"
    return escape_formula(SEPARATOR.join(map(str, value)) if column.several else str(value))


def escape_formula(text: str) -> str:
    """Return the text so that a spreadsheet shows it instead of reading it as a formula: an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class _Line:
    """What csv writes to; its writer returns what `write` does."""

    def write(self, line: str) -> str:
        return line
