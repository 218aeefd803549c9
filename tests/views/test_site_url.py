"""Which site absolute addresses are on."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from people.exports.formats import FORMATS
from tests.exports.world import make_world
from tests.factories import make_person, rename
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db

SITE = "https://probe.example.org"
ADDRESSES = [
    "/",
    "/people/",
    "/people/ann/",
    "/people/ann.jsonld",
    "/people/ann/cite/",
    "/people/ann/cite.bib",
    "/people/ann/cite.csl.json",
    "/people/ann/changes.atom",
    "/meetings/talk/",
    "/allegations/claim/",
    "/sources/diary/",
    "/sources/diary/annotations.json",
    "/people.csv",
    "/people.json",
    "/people.atom",
    "/meetings.csv",
    "/allegations.json",
    "/feeds/changes.atom",
    "/sitemap.xml",
    "/sitemap-people.xml",
    "/robots.txt",
    "/api/v1/",
    "/api/v1/people/",
    "/api/v1/people/ann/",
    "/api/v1/docs/",
    "/api/v1/schema/",
    *(f"/data/{name}" for name in FORMATS if not name.endswith(".zip")),
]


@pytest.fixture
def site(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SITE_URL = SITE
    make_world(monkeypatch)


def body(response: Any) -> str:
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("address", ADDRESSES)
def test_site_s_own_address_is_told_whatever_the_host(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, "testserver" in body(response)) == (200, False)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("address", ["/people/ann/", "/people/", "/api/v1/", "/people.csv", "/sitemap.xml"])
def test_site_s_own_address_is_told(client: Client, address: str) -> None:
    assert SITE in body(client.get(address))


@pytest.mark.usefixtures("site")
def test_canonical_address_is_on_the_site(client: Client) -> None:
    page = get(client, "/people/ann/")
    (canonical,) = page.where("link", rel="canonical")
    (shared,) = page.where("meta", property="og:url")
    assert canonical.attributes["href"] == shared.attributes["content"] == f"{SITE}/people/ann/"


@pytest.mark.usefixtures("site")
def test_terms_of_annotations_have_one_address_that_resolves(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    contexts = [
        json.loads(body(client.get("/sources/diary/annotations.json", headers={"host": host})))["@context"][1]
        for host in ("one.example", "two.example")
    ]
    prefix = contexts[0].pop("probe")
    terms = [iri.replace("probe:", prefix) for iri in contexts[0].values()]
    about = Document(client.get("/about/"))
    anchors = [f"{SITE}/about/#{one.attributes['id']}" for one in about.elements if "id" in one.attributes]
    assert contexts[1] == contexts[0] | {"probe": prefix}
    assert [iri for iri in terms if iri not in anchors] == []


@pytest.mark.usefixtures("site")
def test_pages_of_an_api_list_are_linked_on_the_site(client: Client) -> None:
    page = client.get("/api/v1/people/?page_size=1&page=2&sort=name").json()
    address = f"{SITE}/api/v1/people/"
    assert (page["next"], page["previous"]) == (
        f"{address}?page=3&page_size=1&sort=name",
        f"{address}?page_size=1&sort=name",
    )


def test_renamed_entry_redirects_to_the_site(client: Client, settings: Settings) -> None:
    settings.SITE_URL = SITE
    person = make_person(slug="ann")
    rename(person, "anna")
    assert client.get("/api/v1/people/ann/").headers["Location"] == f"{SITE}/api/v1/people/anna/"
    assert client.get("/people/ann/").headers["Location"] == "/people/anna/"
