"""Everything as CSV tables in one zip file, with a description that tools read (CSV on the Web, W3C 2015)."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from people.exports import tables
from people.exports.csv import SEPARATOR, Column, Table, csv_lines
from people.exports.streaming import in_chunks, joined
from people.models import (
    Alias,
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Outcome,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)
from people.querysets.sides import load_table

DESCRIPTION = "csv-metadata.json"


def _subjects() -> Iterator[tuple[Allegation, Person, list[Response]]]:
    for allegation in in_chunks(Allegation.public.with_sides()):
        replies = defaultdict(list)
        for reply in allegation.responses.all():
            replies[reply.person_id].append(reply)
        for subject in allegation.subjects.all():
            yield allegation, subject, replies[subject.pk]


ROWS: tuple[tuple[Table, Callable[[], Iterator[object]]], ...] = (
    (tables.PEOPLE, lambda: in_chunks(Person.public.by_name().for_table(), load_table)),
    (tables.APPEARANCES, lambda: in_chunks(Appearance.public.for_export())),
    (tables.ALIASES, lambda: in_chunks(Alias.public.for_export())),
    (tables.ORGANISATIONS, lambda: in_chunks(Organisation.public.by_name())),
    (tables.ROLES, lambda: in_chunks(Role.public.for_export())),
    (tables.MEETINGS, lambda: in_chunks(Meeting.public.for_export())),
    (tables.PARTICIPATIONS, lambda: in_chunks(Participation.public.for_export())),
    (tables.TIES, lambda: in_chunks(Tie.public.for_export())),
    (tables.ALLEGATIONS, lambda: in_chunks(Allegation.public.for_export())),
    (tables.SUBJECTS, _subjects),
    (tables.RESPONSES, lambda: in_chunks(Response.public.for_export())),
    (tables.OUTCOMES, lambda: in_chunks(Outcome.public.for_export())),
    (tables.STATEMENTS, lambda: in_chunks(Statement.public.for_export())),
    (tables.SOURCES, lambda: in_chunks(Source.public.by_title())),
    (tables.PASSAGES_TABLE, lambda: in_chunks(Passage.public.cited())),
)


def zipped(site: str) -> Iterator[bytes]:
    """Yield the zip file, piece by piece."""
    pieces = _Pieces()
    with ZipFile(pieces, "w", ZIP_DEFLATED) as archive:
        archive.writestr(DESCRIPTION, json.dumps(description(site), ensure_ascii=False, indent=2))
        for table, rows in ROWS:
            with archive.open(f"{table.name}.csv", "w") as file:
                for lines in joined(csv_lines(table, rows(), site)):
                    file.write(lines.encode())
                    yield pieces.taken()
    yield pieces.taken()


class _Pieces(RawIOBase):
    """What ZipFile writes to; it can't seek, so sizes and sums stand behind each file."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def write(self, piece: Any) -> int:
        """Keep the piece until it is taken."""
        self.waiting.append(bytes(piece))
        return len(piece)

    def taken(self) -> bytes:
        """Return what has been written since last time."""
        taken = b"".join(self.waiting)
        self.waiting.clear()
        return taken


def description(site: str) -> dict[str, object]:
    """Return the description of the tables: columns, keys, and which column names rows of which table."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Probe: a who’s who of the Russia probe that shows its sources",
        "dc:source": f"{site}/",
        "dc:description": (
            "Dates are EDTF. A cell that a spreadsheet would read as a formula begins with an apostrophe. "
            "Each allegation stands beside its answers. A list of people that is filtered has "
            f"{len(tables.REASONS)} columns more. {more_columns()}"
        ),
        "tables": [_described(table) for table, _ in ROWS],
    }


def more_columns() -> str:
    """Return what each column is that only a filtered list has."""
    return " ".join(f"{column.name}: {column.meaning}." for column in tables.REASONS)


def _described(table: Table) -> dict[str, object]:
    key_of = {known.name: known.key for known, _ in ROWS}
    return {
        "url": f"{table.name}.csv",
        "dc:description": table.meaning,
        "tableSchema": {
            "columns": [_column(column, table) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "columnReference": column.name,
                    "reference": {"resource": f"{column.to}.csv", "columnReference": key_of[column.to][0]},
                }
                for column in table.columns
                if column.to and not column.several
            ],
        },
    }


def _column(column: Column, table: Table) -> dict[str, object]:
    described: dict[str, object] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": column.datatype,
    }
    if column.several:
        described["separator"] = SEPARATOR
    if column.name in table.key:
        described["required"] = True
    return described
