"""Tables as Excel workbooks, for readers whose Excel would ask them what separates the cells of a CSV file."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count, islice
from tempfile import TemporaryFile
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from people.exports.csv import Table, cell_text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel's limits: rows of a worksheet, the header's among them, and characters of a cell.
MAX_ROWS = 1_048_576
MAX_CELL = 32_767
COLUMN_WIDTH = 24  # characters
PIECE = 64 * 1024  # bytes

# A row is written to disk before the next one is read.
OPTIONS = {"constant_memory": True}


def xlsx(table: Table, rows: Iterable[object], site: str) -> Iterator[bytes]:
    """Yield the table as an Excel workbook (ECMA-376), which is made as a file on disk before the first piece of it.

    Cells hold what they hold in the CSV file. What no worksheet has room for is on the next one.
    """
    with TemporaryFile() as file:
        _write(file, table, rows, site)
        file.seek(0)
        yield from iter(partial(file.read, PIECE), b"")


def _write(file: IO[bytes], table: Table, rows: Iterable[object], site: str) -> None:
    rest = iter(rows)
    with Workbook(file, OPTIONS) as workbook:
        bold = workbook.add_format({"bold": True})
        for number in count(1):
            sheet = workbook.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
            sheet.set_column(0, len(table.columns) - 1, COLUMN_WIDTH)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [column.name for column in table.columns], bold)
            if _write_rows(sheet, table, islice(rest, MAX_ROWS - 1), site) < MAX_ROWS - 1:
                return


def _write_rows(sheet: Worksheet, table: Table, rows: Iterable[object], site: str) -> int:
    """Write the rows below the header; return how many there were."""
    number = 0
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(table.columns):
            text = cell_text(column, row, site)
            if column.datatype == "integer" and text:
                sheet.write_number(number, place, int(text))
            else:
                sheet.write_string(number, place, text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 1]}…")
    return number
