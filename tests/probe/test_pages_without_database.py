"""Kept pages while the database does not answer."""

from unittest.mock import Mock

import pytest
from django.db import InterfaceError, OperationalError

from probe.pages import PageCache
from tests.probe.conftest import Counting, GatewayReply

pytestmark = pytest.mark.django_db


class StoppableDatabase:
    """A database that can be stopped: the versions that it gives, or the error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.error: type[Exception] | None = None
        self.now = 1_000.0
        monkeypatch.setattr("probe.versions.data_version", self.version)
        monkeypatch.setattr("probe.versions.connection", Mock())
        monkeypatch.setattr("probe.versions.time", Mock(monotonic=lambda: self.now))

    def version(self) -> str:
        if self.error:
            raise self.error
        return "v1"


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> StoppableDatabase:
    return StoppableDatabase(monkeypatch)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_django_answers_where_no_version_is_known(
    pages: PageCache, django: Counting, database: StoppableDatabase, error: type[Exception]
) -> None:
    database.error = error
    replies = [GatewayReply(pages, "/about/").status for _ in range(2)]
    assert (replies, django.asked) == (["200 OK", "200 OK"], 2)


def test_page_of_the_last_version_is_sent_while_the_database_does_not_answer(
    pages: PageCache, django: Counting, database: StoppableDatabase
) -> None:
    before = GatewayReply(pages, "/about/")
    database.error, database.now = OperationalError, database.now + 599.5
    reply = GatewayReply(pages, "/about/")
    assert (reply.body, django.asked) == (before.body, 1)
    assert {name: reply.headers[name] for name in reply.headers.keys() - before.headers.keys()} == {
        "Age": "600",
        "Cache-Status": 'probe; hit; ttl=-600; detail="database unreachable"',
    }


def test_page_of_the_last_version_is_sent_for_ten_minutes(
    pages: PageCache, django: Counting, database: StoppableDatabase
) -> None:
    GatewayReply(pages, "/about/")
    database.error, database.now = OperationalError, database.now + 600.5
    GatewayReply(pages, "/about/")
    assert django.asked == 2


def test_page_says_for_how_long_it_may_be_sent_on(pages: PageCache) -> None:
    directives = GatewayReply(pages, "/about/").headers["Cache-Control"].split(", ")
    assert sorted(directives) == ["no-cache", "public", "stale-if-error=600"]


def test_page_made_while_no_version_can_be_read_is_not_kept(
    pages: PageCache, django: Counting, database: StoppableDatabase
) -> None:
    GatewayReply(pages, "/about/")
    database.error = OperationalError
    database.now += 1
    for _ in range(2):
        GatewayReply(pages, "/data/")
    assert django.asked == 3


def test_page_is_sent_as_ever_once_the_database_answers_again(pages: PageCache, database: StoppableDatabase) -> None:
    GatewayReply(pages, "/about/")
    database.error, database.now = OperationalError, database.now + 1
    GatewayReply(pages, "/about/")
    database.error = None
    assert "Age" not in GatewayReply(pages, "/about/").headers


def test_connection_that_turns_out_dead_is_made_anew(
    pages: PageCache, database: StoppableDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    GatewayReply(pages, "/about/")
    failures = iter([OperationalError])

    def version() -> str:
        for error in failures:
            raise error
        return "v1"

    monkeypatch.setattr("probe.versions.data_version", version)
    database.now += 1
    assert "Age" not in GatewayReply(pages, "/about/").headers


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_asked_of_django_without_a_look_at_the_version(
    pages: PageCache, django: Counting, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(pages.versions, "read", Mock(side_effect=AssertionError))
    replies = [GatewayReply(pages, address).status for _ in range(2)]
    assert (replies, django.asked) == (["200 OK", "200 OK"], 2)
