"""What is forgotten is nowhere any more: not in the tables, and not in the file that SQLite keeps them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from people.models import Person
from tests.factories import make_alias, make_person, make_role

pytestmark = pytest.mark.django_db

# Each stands in another place: names, texts and slugs of the entry and of rows on its form, before and after an edit.
WORDS = ("zanzibarite", "quoxolotl", "vexillology", "brumbledon", "yttriferous")


def write_and_delete() -> None:
    person = make_person("Ann Zanzibarite", summary="Was seen at Brumbledon.")
    make_role(person, "Quoxolotl")
    make_alias(person, "Vexillology")
    Person.objects.filter(pk=person.pk).update(summary="Was never yttriferous.")
    person.refresh_from_db()
    for row in (*person.roles.all(), *person.aliases.all(), person):
        row.delete()


def words_in(text: str) -> list[str]:
    return [word for word in WORDS if word in text.lower()]


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Use a copy of the database that is a file."""
    memory: Any = connections["default"]
    path.write_bytes(memory.connection.serialize())
    connections["default"] = type(memory)({**memory.settings_dict, "NAME": str(path)}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = memory


def bytes_of(path: Path) -> str:
    return "".join(part.read_bytes().decode("latin-1") for part in sorted(path.parent.glob(f"{path.name}*")))


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its files to itself.")
def test_file_has_nothing_left_of_what_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "probe.sqlite3"
    with on_disk(path):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")  # as most builds of SQLite have it
        write_and_delete()
        before = words_in(bytes_of(path))
        call_command("forget", "person", "ann-zanzibarite", "--yes", verbosity=0)
        assert (before, words_in(bytes_of(path))) == (list(WORDS), [])
    assert words_in(bytes_of(path)) == []


def test_tables_have_nothing_left_of_what_is_forgotten() -> None:
    write_and_delete()
    before = words_in(tables())
    call_command("forget", "person", "ann-zanzibarite", "--yes", verbosity=0)
    assert (before, words_in(tables())) == (list(WORDS), [])


def tables() -> str:
    """Return all that any table holds."""
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            found.append(repr(cursor.fetchall()))
    return "".join(found)
