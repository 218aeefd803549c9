"""Portraits and the icon."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    """The directory of portraits, with one in it and a secret beside it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    portraits = tmp_path / "media" / "portraits"
    portraits.mkdir(parents=True)
    (portraits / "ann.jpg").write_bytes(b"a picture")
    (tmp_path / "secret").write_text("a secret")
    return portraits


def test_portrait_is_served_as_what_it_says_it_is(client: Client, media: Path) -> None:
    response: Any = client.get("/media/portraits/ann.jpg")
    assert b"".join(response.streaming_content) == b"a picture"
    assert (response.headers["Content-Type"], response.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/media/portraits/nobody.jpg", 404),
        ("/media/portraits/", 404),
        ("/media/portraits", 404),
        ("/media//etc/passwd", 404),
        ("/media/../secret", 400),
        ("/media/%2e%2e/secret", 400),
        ("/media/portraits/..%2f..%2fsecret", 400),
    ],
)
def test_nothing_else_is_served(client: Client, media: Path, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_icon_is_found_by_its_old_name(client: Client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/favicon.svg")
