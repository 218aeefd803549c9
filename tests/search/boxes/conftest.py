"""Those whom the boxes find, and who looks for them in the admin."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import make_meeting, make_person
from tests.search.boxes.cast import EVERYBODY


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    """Everybody met one person, so that a facet has them all."""
    hub = make_person("Zed")
    for name in EVERYBODY:
        make_meeting(hub, make_person(name), title="A talk")


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief"))
    return client
