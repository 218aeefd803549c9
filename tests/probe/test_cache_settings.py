"""What CACHE_URL may be, and where requests are counted."""

import pytest

from probe.environment import cache, throttling_cache
from tests.probe.test_environment import refused

pytestmark = pytest.mark.usefixtures("unset")


def test_cache_is_in_memory_and_bounded_by_default() -> None:
    settings = cache()

    assert (settings["BACKEND"].rpartition(".")[2], settings["OPTIONS"]) == ("LocMemCache", {"MAX_ENTRIES": 1_000})


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("redis://:word@cache:6379/1", "redis://:word@cache:6379/1"),
        ("valkeys://cache", "rediss://cache"),
        ("unix:///run/valkey.sock", "unix:///run/valkey.sock"),
    ],
)
def test_cache_takes_an_address(monkeypatch: pytest.MonkeyPatch, url: str, location: str) -> None:
    monkeypatch.setenv("CACHE_URL", url)

    settings = cache()

    assert (settings["BACKEND"].rpartition(".")[2], settings["LOCATION"]) == ("GuardedRedisCache", location)


@pytest.mark.parametrize("url", ["memcached://me:secret@cache", "cache:6379", "redis://"])
def test_cache_refuses_another_kind_without_showing_it(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("CACHE_URL", url)

    with refused("CACHE_URL must begin with redis://, rediss://, valkey://, valkeys:// or unix://"):
        cache()


def test_requests_are_counted_in_a_cache_of_their_own_in_memory() -> None:
    settings = throttling_cache(cache())

    assert (settings["BACKEND"].rpartition(".")[2], settings["LOCATION"], settings["OPTIONS"]) == (
        "LocMemCache",
        "throttling",
        {"MAX_ENTRIES": 10_000},
    )


def test_requests_are_counted_for_all_processes_in_a_shared_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CACHE_URL", "redis://cache")

    settings = throttling_cache(cache())

    assert (settings["LOCATION"], settings["KEY_PREFIX"]) == ("redis://cache", "throttling")
