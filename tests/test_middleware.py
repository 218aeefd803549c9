"""Headers of every response."""

from contextlib import closing

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

NAME = "Cross-Origin-Resource-Policy"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "policy"),
    [
        ("/", "same-origin"),
        ("/nowhere/", "same-origin"),
        ("/people/?role=astronaut", "same-origin"),
        ("/admin/", "same-origin"),
        ("/admin/jsi18n/", "same-origin"),
        ("/admin/login/", "same-origin"),
        ("/people.csv", "cross-origin"),
        ("/people.json", "cross-origin"),
        ("/people.atom", "cross-origin"),
        ("/feeds/changes.atom", "cross-origin"),
        ("/api/v1/people/", "cross-origin"),
        ("/api/v1/people/nobody/", "cross-origin"),
        ("/static/css/probe.css", "cross-origin"),
        ("/static/nothing.css", "cross-origin"),
    ],
)
def test_other_sites_may_load_data_and_no_pages(client: Client, address: str, policy: str) -> None:
    with closing(client.get(address)) as response:
        assert response.headers[NAME] == policy


@pytest.mark.django_db
def test_other_sites_may_load_nothing_of_the_admin(client: Client) -> None:
    client.force_login(User.objects.create_superuser("ada"))
    query = "app_label=people&model_name=role&field_name=organisation"
    response = client.get(f"/admin/autocomplete/?{query}")
    assert (response.headers["Content-Type"], response.headers[NAME]) == ("application/json", "same-origin")


def test_redirects_and_refusals_have_the_policy_too(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answers = [client.get("/people/"), client.get("/people/", headers={"host": "elsewhere.example"})]
    assert [(one.status_code, one.headers[NAME]) for one in answers] == [(301, "same-origin"), (400, "same-origin")]
