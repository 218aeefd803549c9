"""What a web request may take of the database."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import BoundedSemaphore
from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from people.database import note_file
from probe import limits
from probe.environment import database
from probe.limits import StatementLimits, limit_connection, limited


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "odd # name?%20.sqlite3"
    sqlite3.connect(path).close()
    return path


@pytest.fixture
def sqlite(path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a SQLite file as web processes have it, whatever the tests run on."""
    handler = ConnectionHandler({"default": limited(database(path))})
    with django_db_blocker.unblock():
        connection = handler["default"]
        connection.ensure_connection()
        limit_connection(connection)
        yield connection
        handler.close_all()


def test_postgresql_is_told_its_limits_before_what_the_address_sets(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db/probe?options=-c%20statement_timeout%3D9000")
    assert limited(database(tmp_path))["OPTIONS"]["options"] == (
        "-c statement_timeout=30000 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=60000 "
        "-c statement_timeout=9000"
    )


def test_sqlite_waits_for_a_lock_for_as_long_as_an_editor_does(sqlite: BaseDatabaseWrapper) -> None:
    with sqlite.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (3000,)


def test_sqlite_file_that_is_gone_is_not_made_anew(path: Path, sqlite: BaseDatabaseWrapper) -> None:
    sqlite.close()
    path.unlink()
    with pytest.raises(OperationalError, match="unable to open database file"):
        sqlite.ensure_connection()


def test_file_of_a_connection_is_known_by_its_path(path: Path, sqlite: Any) -> None:
    note_file(sqlite)
    assert (sqlite.open_file.path, sqlite.open_file.inode) == (path, path.stat().st_ino)


def test_sqlite_statement_that_takes_too_many_steps_is_interrupted(
    sqlite: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_CALLS", 3)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
    with sqlite.cursor() as cursor, pytest.raises(OperationalError, match="interrupted"):
        cursor.execute(endless)


def test_each_sqlite_statement_has_all_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CALLS", 3)
    statement = StatementLimits()
    spent = []
    for _ in range(2):
        statement(Mock(), "SELECT 1", [], False, {})
        spent += [statement.is_spent() for _ in range(4)]
    assert spent == [False, False, False, True] * 2


def test_writer_is_refused_at_once_while_others_wait(
    sqlite: BaseDatabaseWrapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_waiting", BoundedSemaphore(1))
    monkeypatch.setattr(limits, "TURN", 0)
    with limits._waiting, pytest.raises(OperationalError, match="database is locked"):
        sqlite.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


@pytest.mark.parametrize(("sql", "in_block"), [("SELECT 1", False), ("INSERT", True), ("SAVEPOINT x", False)])
def test_who_reads_or_has_the_lock_takes_no_turn(monkeypatch: pytest.MonkeyPatch, sql: str, in_block: bool) -> None:
    monkeypatch.setattr(limits, "_waiting", Mock(acquire=Mock(side_effect=AssertionError)))
    execute = Mock(return_value="rows")
    context = {"connection": SimpleNamespace(in_atomic_block=in_block)}
    assert StatementLimits()(execute, sql, [], False, context) == "rows"
