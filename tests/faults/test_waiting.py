"""Waiting for a PostgreSQL that is slow, frozen, or full."""

import sys
import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import psycopg2
import pytest
from psycopg2.extensions import set_wait_callback

from probe import waiting
from probe.breaker import Breaker
from probe.waiting import SilentError
from tests.faults.freezing import directory, frozen
from tests.postgres import cluster

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="The server's processes are found in /proc.")

Connect = Callable[[], Any]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with cluster() as url:
        yield url


@pytest.fixture
def connect(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connect]:
    """A function that connects to the server, and waits for it as web processes do."""
    parameters: Any = {"host": str(directory(server)), "user": "postgres", "dbname": "postgres"}
    django = SimpleNamespace(get_connection_params=lambda: parameters)
    monkeypatch.setattr(waiting, "connections", {"default": django})
    monkeypatch.setattr(waiting, "breaker", Breaker(0.1))
    opened = []

    def connect() -> Any:
        opened.append(psycopg2.connect(**parameters))
        return opened[-1]

    set_wait_callback(waiting.wait)
    yield connect
    set_wait_callback(None)
    for connection in opened:
        connection.close()


def ask(connection: Any, sql: str = "SELECT 7") -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()


def test_server_that_answers_is_heard(connect: Connect) -> None:
    assert ask(connect()) == (7,)


def test_slow_statement_of_a_server_that_is_alive_is_waited_for(connect: Connect) -> None:
    assert ask(connect(), "SELECT 7 FROM pg_sleep(2.5)") == (7,)


def test_rows_are_read_in_parts(connect: Connect) -> None:
    with connect() as connection, connection.cursor("named") as cursor:
        cursor.execute("SELECT * FROM generate_series(1, 5000)")
        assert sum(number for (number,) in cursor) == 12_502_500


def test_error_of_the_server_is_raised_as_ever(connect: Connect) -> None:
    with pytest.raises(psycopg2.ProgrammingError, match="nowhere"):
        ask(connect(), "SELECT * FROM nowhere")


def test_frozen_server_is_given_up(server: str, connect: Connect) -> None:
    connection = connect()
    with frozen(server), pytest.raises(SilentError):
        ask(connection)
    assert connection.closed


def test_frozen_server_lets_nobody_in(server: str, connect: Connect) -> None:
    with frozen(server), pytest.raises(SilentError):
        connect()


def test_nobody_waits_for_a_server_that_is_known_to_be_frozen(
    server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "breaker", Breaker(3600))
    connections = [connect() for _ in range(3)]
    checked = []

    def give_up(connection: Any, *_: Any, **__: Any) -> None:
        checked.append(connection)
        waiting.breaker.failed()
        raise SilentError

    monkeypatch.setattr(waiting, "check", give_up)
    with frozen(server):
        for connection in connections:
            with pytest.raises(SilentError):
                ask(connection)
    assert checked == connections[:1]


def test_server_that_goes_on_is_asked_again(server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "breaker", Breaker(0))
    connection = connect()
    with frozen(server), pytest.raises(SilentError):
        ask(connection)
    assert ask(connect()) == (7,)
    assert waiting.breaker.is_closed


def test_one_at_a_time_asks_again() -> None:
    breaker = Breaker(3600)
    breaker.failed()
    breaker._next = 0
    allowed: list[bool] = []
    threads = [threading.Thread(target=lambda: allowed.append(breaker.allows())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(allowed) == [False] * 7 + [True]


def test_server_that_refuses_at_once_is_not_silent(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = SimpleNamespace(get_connection_params=lambda: {"host": "127.0.0.1", "port": 1})
    monkeypatch.setattr(waiting, "connections", {"default": nowhere})
    assert waiting.is_alive()
