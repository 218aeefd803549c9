"""Portraits and the icon."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from pytest_django.fixtures import Settings

from people.models import Person
from tests.factories import make_person

pytestmark = pytest.mark.django_db

ADDRESS = "/media/portraits/ann.jpg"
PORTRAIT = {"portrait_alt": "Ann at a desk", "portrait_credit": "Eve", "portrait_licence": "CC0"}


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    """The directory of portraits, with two in it and a secret beside it."""
    settings.MEDIA_ROOT = tmp_path / "media"
    portraits = tmp_path / "media" / "portraits"
    portraits.mkdir(parents=True)
    (portraits / "ann.jpg").write_bytes(b"a picture")
    (portraits / "nobody.jpg").write_bytes(b"a picture of nobody")
    (tmp_path / "secret").write_text("a secret")
    return portraits


def make_ann(name: str = "Ann", **fields: Any) -> Person:
    return make_person(name, portrait="portraits/ann.jpg", **PORTRAIT | fields)


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


@pytest.mark.usefixtures("media")
def test_portrait_is_served_as_what_it_says_it_is(client: Client) -> None:
    make_ann()
    response: Any = client.get(ADDRESS)
    assert body(response) == b"a picture"
    assert (response.headers["Content-Type"], response.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


@pytest.mark.usefixtures("media")
def test_portrait_is_kept_by_others_for_an_hour(client: Client) -> None:
    make_ann()
    response: Any = client.get(ADDRESS)
    body(response)
    again = client.get(ADDRESS, headers={"if-modified-since": response.headers["Last-Modified"]})
    assert [one.headers["Cache-Control"] for one in (response, again)] == ["public, max-age=3600"] * 2
    assert (again.status_code, response.headers["Cross-Origin-Resource-Policy"]) == (304, "cross-origin")


@pytest.mark.usefixtures("media")
@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_portrait_of_whom_readers_are_not_shown_is_not_found(client: Client, hidden: dict[str, Any]) -> None:
    make_ann(**hidden)
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.usefixtures("media")
def test_portrait_of_two_is_shown_while_one_of_them_is(client: Client) -> None:
    make_ann("Ann", published=False)
    make_ann("Bob")
    response: Any = client.get(ADDRESS)
    assert body(response) == b"a picture"


@pytest.mark.usefixtures("media")
@pytest.mark.parametrize(
    ("is_staff", "permissions", "status"),
    [(True, ["view_person"], 200), (True, [], 404), (False, ["view_person"], 404)],
)
def test_portrait_of_a_draft_is_shown_to_who_may_see_the_draft(
    client: Client, is_staff: bool, permissions: list[str], status: int
) -> None:
    make_ann(published=False)
    user = User.objects.create_user("eddie", is_staff=is_staff)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    response: Any = client.get(ADDRESS)
    assert response.status_code == status
    if status == 200:
        assert (body(response), response.headers["Cache-Control"]) == (b"a picture", "private, no-store")


@pytest.mark.usefixtures("media")
@pytest.mark.parametrize(
    "address",
    [
        "/media/portraits/nobody.jpg",
        "/media/portraits/missing.jpg",
        "/media/portraits/",
        "/media/portraits",
        "/media/portraits/./ann.jpg",
        "/media/portraits//ann.jpg",
        "/media/portraits/ann.jpg%00",
        "/media//etc/passwd",
        "/media/../secret",
        "/media/%2e%2e/secret",
        "/media/portraits/..%2f..%2fsecret",
    ],
)
def test_nothing_else_is_served_to_anybody(client: Client, admin_client: Client, address: str) -> None:
    make_ann()
    assert [one.get(address).status_code for one in (client, admin_client)] == [404, 404]


@pytest.mark.usefixtures("media")
@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "portraits"])
def test_nothing_else_is_served_whatever_a_row_says(client: Client, name: str) -> None:
    Person.objects.filter(pk=make_ann().pk).update(portrait=name)
    assert client.get(f"/media/{name}").status_code in (400, 404)


def test_icon_is_found_by_its_old_name(client: Client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/favicon.svg")
