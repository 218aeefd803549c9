"""The address that a page names as its own, for search engines and for sharing."""

import pytest
from django.test import Client

from tests.factories import make_meeting, make_person, make_role
from tests.network.test_selection import make_many
from tests.views.document import get

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def canonical(client: Client, address: str) -> str:
    page = get(client, address)
    (link,) = page.where("link", rel="canonical")
    (shared,) = page.where("meta", property="og:url")
    assert link.attributes["href"] == shared.attributes["content"]
    return link.attributes["href"].removeprefix(SITE)


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("/people/?contact=bob&role=campaign&role=business", "/people/?contact=bob&role=business&role=campaign"),
        ("/people/?q=ann&sort=name", "/people/?q=ann&sort=name"),
        ("/people/?role=campaign&view=table&sort=gallery&page=1&q=", "/people/?role=campaign"),
        ("/people/?utm_source=x&fbclid=y&gclid=z&rol=campaign", "/people/"),
        ("/meetings/?kind=in-person", "/meetings/?kind=in-person"),
        ("/allegations/?answered=answered", "/allegations/?answered=answered"),
        ("/timeline/?from=2016&person=ann&utm_medium=x", "/timeline/?person=ann&from=2016"),
        ("/network/?around=ann&line=in-person&steps=2", "/network/?line=in-person&around=ann&steps=2"),
        ("/network/?around=ann&steps=1&sort=name", "/network/?around=ann"),
        ("/network/path/?to=bob&from=ann&through=all", "/network/path/?from=ann&to=bob"),
        ("/people/ann/?role=campaign", "/people/ann/"),
    ],
)
def test_page_names_the_address_of_what_it_lists(client: Client, address: str, own: str) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    make_role(ann)
    make_role(ann, category="business")
    make_meeting(ann, bob)
    assert canonical(client, address) == own


def test_page_of_a_list_names_itself(client: Client) -> None:
    make_many(51)
    assert canonical(client, "/people/?page=2&appears=mentioned&view=table") == "/people/?appears=mentioned&page=2"
