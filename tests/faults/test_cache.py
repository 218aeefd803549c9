"""Redis or Valkey gone, frozen, full, or absent from the start: the site goes on without."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from probe import cache
from probe.cache import GuardedRedisCache
from tests.faults.asking import ask, statuses
from tests.faults.redis import fake_redis, full
from tests.serving import free_port, serving

FAULTS = ["gone", "frozen", "full"]


@contextmanager
def failing(fault: str) -> Iterator[str]:
    """Yield the address of a cache with that fault."""
    if fault == "gone":
        yield f"redis://127.0.0.1:{free_port()}"
    else:
        with fake_redis(full if fault == "full" else None) as server:
            yield server.url


@pytest.fixture(autouse=True)
def _closed_breakers() -> None:
    cache.breaker.cache_clear()


@contextmanager
def client(url: str) -> Iterator[GuardedRedisCache]:
    """Yield a client whose connections are closed afterwards."""
    cache = GuardedRedisCache(url, {})
    yield cache
    for pool in cache._cache._pools.values():  # type: ignore[attr-defined]
        pool.disconnect()


@pytest.mark.parametrize("fault", FAULTS)
def test_value_that_cannot_be_read_or_kept_is_none(fault: str) -> None:
    with failing(fault) as url, client(url) as kept:
        kept.set("a", 1)
        assert kept.get("a", "default") == "default"


@pytest.mark.parametrize("fault", ["gone", "frozen"])
def test_failure_is_logged_once_for_each_use(fault: str, caplog: pytest.LogCaptureFixture) -> None:
    with failing(fault) as url, client(url) as kept:
        for _ in range(5):
            kept.get("a")
            kept.set("a", 1)
    lines = [record.getMessage().partition(",")[0] for record in caplog.records if record.levelno == logging.WARNING]
    assert lines == ["The cache can't be read", "The cache can't be written"]


def test_frozen_cache_is_not_asked_by_every_request() -> None:
    with fake_redis(None) as server, client(server.url) as one, client(server.url) as other:
        for _ in range(25):
            one.get("a")
            other.get("a")
        assert len(server.clients) == 1


def test_full_cache_is_still_read() -> None:
    with fake_redis(full) as server, client(server.url) as kept:
        kept.set("a", 1)
        before = server.asked
        kept.get("a")
        assert server.asked == before + 1


def test_cache_that_answers_again_is_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PAUSE", 0)
    answers = iter([b"-LOADING Redis is loading the dataset in memory\r\n"])

    def answer(words: list[bytes]) -> bytes:
        return next(answers, b"$1\r\n7\r\n") if words[0].upper() == b"GET" else b"+OK\r\n"

    with fake_redis(answer) as server, client(server.url) as kept:
        assert [kept.get("a"), kept.get("a")] == [None, 7]


@pytest.mark.parametrize("fault", FAULTS)
def test_pages_and_api_go_on(tmp_path: Path, fault: str) -> None:
    with failing(fault) as url, serving(tmp_path, CACHE_URL=url, WEB_CONCURRENCY="1") as site:
        addresses = ["/", "/people/", "/people/?role=campaign", "/api/v1/people/", "/people.csv", "/healthz", "/readyz"]
        assert statuses(site, *addresses * 3) == [200] * 21
        assert json.loads(ask(site, "/api/v1/people/").body)["count"] > 0


def test_cache_that_goes_while_the_site_runs_is_not_missed(tmp_path: Path) -> None:
    with fake_redis(full) as server, serving(tmp_path, CACHE_URL=server.url, WEB_CONCURRENCY="1") as site:
        before = statuses(site, "/people/", "/api/v1/people/")
        server.stop()
        after = statuses(site, *("/people/", "/api/v1/people/") * 5)
    assert (before, after) == ([200] * 2, [200] * 10)
