"""The pages that explain how to follow changes."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from people.models import Person, Role
from tests.factories import make_allegation, make_person, make_response, make_role
from tests.views.document import get

pytestmark = pytest.mark.django_db


def test_follow_page_of_a_person_lists_by_day_what_changed_of_them(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_role(ann, "Clerk")
    make_role(bob, "Baker")
    Role.objects.update(updated_at=dt.datetime(2017, 3, 4, 12, tzinfo=dt.UTC))
    Person.objects.update(updated_at=dt.datetime(2017, 3, 5, 12, tzinfo=dt.UTC))
    page = get(client, "/people/ann-bee/follow/").section("Added or changed last")
    assert [one.attributes["datetime"] for one in page.where("time")] == ["2017-03-05", "2017-03-04"]
    assert [(text, link) for text, link in page.links().items() if link.startswith("/people/ann-bee/")] == [
        ("Ann Bee", "/people/ann-bee/"),
        ("Ann Bee: role", "/people/ann-bee/#role-ann-bee-clerk"),
    ]


@pytest.mark.parametrize(
    ("address", "feed"),
    [("/follow/", "/feeds/changes.atom"), ("/people/ann-bee/follow/", "/people/ann-bee/changes.atom")],
)
def test_follow_page_gives_the_address_of_the_feed(client: Client, address: str, feed: str) -> None:
    make_person("Ann Bee")
    page = get(client, address)
    assert (page.texts("p", "address"), page.links()["Open the feed"]) == ([f"http://testserver{feed}"], feed)


def test_follow_page_has_replies_beside_an_allegation(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_response(make_allegation(ann, claim="Bee lied."), ann, summary="Bee denies it.")
    allegation = next(text for text in get(client, "/follow/").texts("li") if "(allegation)" in text)
    assert allegation.endswith("Bee lied.Ann Bee denies: Bee denies it.")


def test_follow_page_of_a_person_is_for_readers_alone(client: Client) -> None:
    metas = get(client, make_person("Ann Bee").get_absolute_url() + "follow/").where("meta", name="robots")
    assert [one.attributes["content"] for one in metas] == ["noindex"]
    assert client.get("/people/nobody/follow/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_follow_page_takes_as_many_queries_whatever_it_lists(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    ann = make_person("Ann Bee")
    for place in range(number):
        make_role(ann, f"Role {place}")
        make_response(make_allegation(ann, title=f"Claim {place}"), ann)
    with django_assert_num_queries(13):
        client.get("/people/ann-bee/follow/")
