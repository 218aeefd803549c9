"""What a load balancer asks."""

from typing import Any

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client


def answer(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    return response.status_code, response.content.decode()


def test_healthz_needs_no_database(client: Client) -> None:
    assert answer(client, "/healthz") == (200, "ok")


@pytest.mark.django_db
def test_readyz_answers_with_database_and_migrations(client: Client) -> None:
    assert answer(client, "/readyz") == (200, "ready")


@pytest.mark.django_db
def test_readyz_fails_while_migrations_are_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("people", "0001_initial")])
    assert answer(client, "/readyz") == (503, "the database lacks migrations")


def test_readyz_fails_without_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("people.views.health.MigrationExecutor", unreachable)
    assert answer(client, "/readyz") == (503, "the database can't be reached")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_nobody_keeps_an_answer(client: Client, address: str) -> None:
    assert client.get(address).headers["Cache-Control"] == "no-store"
