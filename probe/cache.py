"""A Redis or Valkey that the site can do without: gone, frozen or full, it costs one short wait and one line of log."""

import datetime as dt
import logging
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.retry import Retry

from probe.breaker import Breaker

CachedValue = TypeVar("CachedValue")

logger = logging.getLogger(__name__)

# In seconds: what a request waits for the cache, and how long nobody asks a cache that didn't answer.
CONNECTING = 0.5
ANSWERING = 0.25
PAUSE = 5.0


@lru_cache
def breaker(use: str, *servers: str) -> Breaker:
    """Return the breaker that all threads share. A full cache can still be read, so each use has its own."""
    return Breaker(PAUSE)


class GuardedClient(RedisCacheClient):
    """A client that finds nothing and keeps nothing while the cache fails."""

    _servers: list[str]

    def __init__(self, servers: list[str], **options: Any) -> None:
        """Take the addresses; a time-out that one of them names replaces ours."""
        waits: dict[str, Any] = {
            "socket_connect_timeout": CONNECTING,
            "socket_timeout": ANSWERING,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(servers, **waits | options)

    def get(self, key: Any, default: CachedValue) -> CachedValue:
        """Return the value, or the default where it can't be had."""
        return self._ask("read", lambda: super(GuardedClient, self).get(key, default), default)

    def set(self, key: Any, value: object, timeout: int | dt.timedelta | None) -> None:
        """Keep the value if that can be done."""
        self._ask("written", lambda: super(GuardedClient, self).set(key, value, timeout), None)

    def _ask(self, use: str, ask: Callable[[], CachedValue], default: CachedValue) -> CachedValue:
        guard = breaker(use, *self._servers)
        if not guard.allows():
            return default
        try:
            answer = ask()
        except Exception as error:
            if guard.failed():
                logger.warning("The cache can't be %s, so the site does without: %s", use, error)
            return default
        guard.worked()
        return answer


class GuardedRedisCache(RedisCache):
    """Django's cache in Redis, by a client that never raises where a value is read or kept."""

    def __init__(self, server: str, params: dict[str, object]) -> None:
        """Take the address and Django's settings of the cache."""
        super().__init__(server, params)
        self._class = GuardedClient
