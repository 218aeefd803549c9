"""What a load balancer asks."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client

from people.views import health
from tests.factories import make_person


def answer(client: Client, address: str, **headers: str) -> tuple[int, str]:
    response = client.get(address, headers=headers)
    return response.status_code, response.content.decode()


def unreachable(*_: Any, **__: Any) -> None:
    raise OperationalError("connection refused\n\tIs the server running?")


def test_healthz_needs_no_database(client: Client) -> None:
    assert answer(client, "/healthz") == (200, "ok")


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "text"), [("/healthz", "ok"), ("/readyz", "ready")])
def test_balancer_may_ask_by_address(client: Client, address: str, text: str) -> None:
    assert answer(client, address, host="10.0.0.7:8000") == (200, text)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_balancer_may_ask_without_https(client: Client, settings: Any, address: str) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert answer(client, address)[0] == 200


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_nothing_can_be_posted(client: Client, address: str) -> None:
    response = client.post(address)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
def test_readyz_answers_with_all_that_it_needs(client: Client) -> None:
    make_person("Ann Bee")
    assert answer(client, "/readyz") == (200, "ready")


@pytest.mark.django_db
def test_readyz_leaves_nothing_behind(client: Client) -> None:
    client.get("/readyz")
    assert not Session.objects.exists()


@pytest.mark.django_db
def test_readyz_fails_while_migrations_are_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("people", "0001_initial")])
    assert answer(client, "/readyz") == (503, "the database lacks migrations")


@pytest.mark.django_db
def test_readyz_fails_without_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "MigrationExecutor", unreachable)
    monkeypatch.setattr(connection, "close", lambda: None)
    assert answer(client, "/readyz") == (503, "the database can't be reached")


@pytest.mark.django_db
def test_readyz_fails_where_no_list_can_be_made(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("subject")

    monkeypatch.setattr(health, "PersonFilter", broken)
    assert answer(client, "/readyz") == (503, "no list of people can be made: 'subject'")


@pytest.mark.django_db
def test_readyz_fails_where_nothing_can_be_written(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session.objects, "create", unreachable)
    assert answer(client, "/readyz") == (
        503,
        "the database can't be written: connection refused Is the server running?",
    )


@pytest.mark.django_db
def test_readyz_fails_while_the_disk_is_full(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=health.LEAST_FREE - 1))
    monkeypatch.setattr(health, "directories", lambda: {Path("/data")})
    assert answer(client, "/readyz") == (503, "the disk of /data is full: 63 MB are left")


@pytest.mark.django_db
def test_readyz_names_each_thing_that_fails_on_a_line(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("people", "0001_initial")])
    monkeypatch.setattr(health, "directories", lambda: {Path("/nowhere/at/all")})
    assert answer(client, "/readyz") == (
        503,
        "the database lacks migrations\n/nowhere/at/all can't be read: No such file or directory",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_nobody_keeps_an_answer(client: Client, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"


@pytest.fixture
def replaceable(transactional_db: None) -> Iterator[Path]:
    """The path of the test's SQLite file, which is put back afterwards."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL is no file.")
    connection.ensure_connection()
    path = Path(connection.settings_dict["NAME"])
    former = path.with_suffix(".former")
    os.link(path, former)
    yield path
    connection.close()
    former.replace(path)


def test_readyz_says_once_that_the_file_was_replaced_and_opens_the_new_one(client: Client, replaceable: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy = replaceable.with_suffix(".copy")
    shutil.copy(replaceable, copy)
    copy.replace(replaceable)
    replies = [answer(client, "/readyz") for _ in range(2)]
    assert replies == [
        (503, "the database file has been replaced or removed; the next request opens the one that is there"),
        (200, "ready"),
    ]
