"""The link by which somebody who is signed in edits what a readers' page shows, and who never gets such a page."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from people.models import Passage, Source
from tests.factories import make_allegation, make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

EDIT = re.compile(r'<a href="(/admin/[^"]+)">(Edit[^<]*)</a>')


def make_pages() -> dict[str, tuple[str, str]]:
    """Return of each page that shows entries, by address, the address and the words of its link."""
    ann, bob = make_person("Ann"), make_person("Bob")
    role = make_role(ann, organisation=make_organisation())
    entries = [ann, make_meeting(ann, bob), make_allegation(ann), role.organisation, Source.objects.first()]
    passage = Passage.objects.first()
    assert passage
    anchor = passage.get_absolute_url().rpartition("#")[2]
    of_entries = {
        entry.get_absolute_url(): (f"/admin/people/{entry._meta.model_name}/{entry.pk}/change/", "Edit")
        for entry in entries
        if entry
    }
    lists = {"people": "person", "meetings": "meeting", "allegations": "allegation", "sources": "source"}
    return {
        **of_entries,
        f"/sources/the-source/{anchor}/": (f"/admin/people/passage/{passage.pk}/change/", "Edit"),
        **{f"/{noun}/": (f"/admin/people/{model}/", f"Edit {noun}") for noun, model in lists.items()},
    }


def links_of(client: Client, addresses: Any) -> dict[str, Any]:
    return {address: EDIT.findall(client.get(address).content.decode()) for address in addresses}


def test_editor_gets_from_each_page_to_the_form_of_what_it_shows(admin_client: Client) -> None:
    pages = make_pages()
    assert links_of(admin_client, pages) == {address: [link] for address, link in pages.items()}
    assert {admin_client.get(address).status_code for address, _ in pages.values()} == {200}


def test_reader_gets_no_such_link(client: Client) -> None:
    pages = make_pages()
    assert links_of(client, pages) == {address: [] for address in pages}


def test_who_may_change_one_noun_gets_the_links_of_that_one(client: Client) -> None:
    pages = make_pages()
    helper = User.objects.create_user("helper", is_staff=True)
    helper.user_permissions.add(Permission.objects.get(codename="change_meeting"))
    client.force_login(helper)
    found = [link for links in links_of(client, pages).values() for link in links]
    assert found == [link for link in pages.values() if "/meeting/" in link[0]]


@pytest.mark.parametrize("account", [{"is_staff": False}, {"is_staff": True, "is_active": False}])
def test_who_has_no_access_to_the_admin_gets_no_link(account: Any, client: Client) -> None:
    user = User.objects.create_user("somebody", is_superuser=True, **account)
    client.force_login(user)
    assert links_of(client, ["/people/"]) == {"/people/": []}


def test_page_of_who_is_signed_in_is_for_them_alone(admin_client: Client) -> None:
    page = admin_client.get("/people/")
    assert (page.headers["Cache-Control"], page.headers["Vary"]) == ("private, no-store", "Cookie")


def test_page_of_a_reader_says_nothing_of_cookies(client: Client) -> None:
    page = client.get("/about/")
    assert (page.headers["Cache-Control"], page.headers.get("Vary", "")) == (
        "public, no-cache, stale-if-error=600",
        "",
    )


def test_page_of_an_error_asks_nobody_who_is_signed_in(admin_client: Client) -> None:
    page = admin_client.get("/people/nobody/")
    assert (page.status_code, EDIT.findall(page.content.decode())) == (404, [])
