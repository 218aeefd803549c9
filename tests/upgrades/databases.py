"""Databases beside that of the tests, and what `manage.py` does to them in processes of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from django.conf import settings
from django.db import connection

from tests.upgrades import postgresql, sqlite

KINDS: dict[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}
KIND = KINDS[connection.vendor]
DUMPS = Path(__file__).with_name("dumps")
NAMES = sorted(path.stem.removesuffix(f"-{connection.vendor}") for path in DUMPS.glob(f"*-{connection.vendor}.sql"))
LIMIT = 600  # seconds

# What the migrations and what follows them put into tables.
PERMISSIONS = """
SELECT 'permission', app_label, codename, '' FROM auth_permission
JOIN django_content_type ON django_content_type.id = content_type_id
"""
MEMBERS = """
SELECT 'group', auth_group.name, codename, '' FROM auth_group
JOIN auth_group_permissions ON group_id = auth_group.id JOIN auth_permission ON auth_permission.id = permission_id
"""


class Database:
    """A database beside that of the tests."""

    def __init__(self, url: str) -> None:
        self.url = url

    def restored(self, name: str) -> Self:
        """Return the database, with what the dump of that name holds."""
        # Not as text: reading makes line breaks of carriage returns, which stand in functions.
        self.execute((DUMPS / f"{name}-{connection.vendor}.sql").read_bytes().decode())
        return self

    def execute(self, sql: str) -> None:
        KIND.execute(self.url, sql)

    def select(self, query: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = KIND.select(self.url, query)
        return rows

    def shape(self) -> set[tuple[Any, ...]]:
        """Return all that is the same in every database with the same migrations."""
        return {row for query in (KIND.SHAPE, PERMISSIONS, MEMBERS) for row in self.select(query)}

    def history(self) -> set[tuple[Any, ...]]:
        return set(self.select("SELECT app, name, applied FROM django_migrations"))

    def migrate(self, **variables: str) -> None:
        """Bring the database up to date. Raises CalledProcessError, having said why, where that fails."""
        self.manage("migrate", "--verbosity", "0", **variables)

    def visit(self) -> str:
        """Write every noun, read every page and delete all entries; return what goes wrong."""
        return self.shell("from tests.upgrades.visit import visit; visit()")

    def shell(self, code: str) -> str:
        """Return what the code says. Raises CalledProcessError where it fails."""
        return self.manage("shell", "--verbosity", "0", "--command", code)

    def manage(self, *arguments: str, **variables: str) -> str:
        """Return what `manage.py` says. Raises CalledProcessError where it fails."""
        site = {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=os.environ | site | variables,
            stdout=subprocess.PIPE,
            text=True,
            timeout=LIMIT,
            check=True,
        )
        return done.stdout


@contextmanager
def made(directory: Path) -> Iterator[Database]:
    """Yield a new database, which is empty."""
    place = str(directory) if connection.vendor == "sqlite" else os.environ["DATABASE_URL"]
    with KIND.database(place) as url:
        yield Database(url)


@cache
def shape_of_new() -> set[tuple[Any, ...]]:
    """Return the shape of a new database, which is made once for all tests of the process."""
    with TemporaryDirectory() as directory, made(Path(directory)) as database:
        database.migrate()
        return database.shape()
