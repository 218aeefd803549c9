from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

Get = Callable[[str], Any]


@pytest.fixture(autouse=True)
def _no_requests_before() -> None:
    """Forget what earlier tests asked: the rate is counted in the process's memory."""
    caches["throttling"].clear()


@pytest.fixture
def get(client: Client) -> Get:
    """A function that returns the JSON at an address below /api/v1/, whatever its status."""

    def get(address: str) -> Any:
        return client.get(f"/api/v1/{address}").json()

    return get
