from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from tests.factories import make_allegation, make_meeting, make_organisation, make_person, make_response, make_role

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


@pytest.fixture
def cast(db: None) -> None:
    """Ann, who denies what is said of her and Bob, met Cy; Bob wrote to him."""
    ann, bob, cy = make_person("Ann Bee", slide=1), make_person("Bob Cee", slide=2), make_person("Cy Dee")
    make_role(ann, "Manager", "campaign", make_organisation("The campaign"))
    make_role(bob, "Banker", "business", make_organisation("The bank"))
    make_meeting(ann, cy, kind="in-person")
    make_meeting(bob, cy, kind="message")
    make_response(make_allegation(ann, bob), ann)
