"""Django behind its kept pages, and an environment in which nothing is set."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test.client import FakePayload

from probe.pages import Environ, PageCache, StartResponse


class Counting:
    """Django, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.handler = WSGIHandler()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        self.asked += 1
        return self.handler(environ, start_response)


class GatewayReply:
    """A response as a client sees it."""

    def __init__(self, application: Any, address: str, method: str = "GET", **headers: str) -> None:
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http",
            "wsgi.input": FakePayload(b""),
            **headers,
        }
        parts = application(environ, self.start)
        self.body = b"".join(parts)
        if hasattr(parts, "close"):
            parts.close()

    def start(self, status: str, headers: list[tuple[str, str]], *_: Any) -> None:
        self.status = status
        self.headers = dict(headers)


@pytest.fixture
def django() -> Iterator[Counting]:
    cache.clear()
    # Each request would end with the test's connection.
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield Counting()
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def site(settings: Any) -> Any:
    """The settings, to be changed."""
    return settings


@pytest.fixture
def pages(django: Counting) -> PageCache:
    return PageCache(django, cache, "release")


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE_URL", "DATABASE_URL", "SECRET_KEY", "SETTING"):
        monkeypatch.delenv(name, raising=False)
