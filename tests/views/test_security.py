import datetime as dt
from typing import Any

import pytest
from django.test import Client

from people.views.security import expiry

ADDRESS = "/.well-known/security.txt"


@pytest.mark.parametrize(
    ("contact", "uri"),
    [("desk@example.org", "mailto:desk@example.org"), ("https://example.org/report", "https://example.org/report")],
)
def test_security_txt_names_the_contact(client: Client, settings: Any, contact: str, uri: str) -> None:
    settings.SECURITY_CONTACT, settings.SITE_URL = contact, "https://probe.example.org"
    response = client.get(ADDRESS)
    lines = response.content.decode().splitlines()
    assert [line for line in lines if not line.startswith("Expires: ")] == [
        f"Contact: {uri}",
        "Preferred-Languages: en",
        f"Canonical: https://probe.example.org{ADDRESS}",
    ]
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_security_txt_expires_within_a_year_and_is_the_same_all_day() -> None:
    day = dt.datetime(2026, 11, 27, tzinfo=dt.UTC)
    assert [expiry(day + dt.timedelta(hours=hours)) for hours in (0, 23)] == [
        dt.datetime(2027, 5, 26, tzinfo=dt.UTC)
    ] * 2


@pytest.mark.django_db
def test_security_txt_is_absent_without_a_contact(client: Client, settings: Any) -> None:
    settings.SECURITY_CONTACT = ""
    assert client.get(ADDRESS).status_code == 404
