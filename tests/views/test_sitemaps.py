"""The sitemap and robots.txt."""

import datetime as dt
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from people.models import Allegation, Meeting, Organisation, Person, Role, Source
from tests.exports.world import CHANGED
from tests.factories import (
    make_person,
)

pytestmark = pytest.mark.django_db


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: Client, address: str) -> list[str]:
    root = ET.fromstring(client.get(address).content)
    return [(element.text or "").removeprefix("http://testserver") for element in root.iter(f"{SITEMAP}loc")]


def mapped(client: Client) -> list[str]:
    """Return every address in every sitemap."""
    return [page for section in locations(client, "/sitemap.xml") for page in locations(client, section)]


@pytest.mark.usefixtures("world")
def test_sitemap_has_every_page_of_every_entry(client: Client) -> None:
    entries: list[Any] = [*Person.public.all(), *Meeting.public.all(), *Allegation.public.all()]
    entries += [*Organisation.public.all(), *Source.objects.all()]
    pages = set(locations(client, "/sitemap-pages.xml"))
    assert sorted(set(mapped(client)) - pages) == sorted(
        address for entry in entries for address in (entry.get_absolute_url(), f"/es{entry.get_absolute_url()}")
    )


@pytest.mark.usefixtures("world")
def test_sitemap_has_the_pages_that_there_are_once(client: Client) -> None:
    pages = locations(client, "/sitemap-pages.xml")
    names = ("home", "people", "meetings", "allegations", "sources", "data", "about", "api:docs")
    assert set(pages) >= {reverse(f"people:{name}") for name in names}


@pytest.mark.usefixtures("world")
def test_sitemap_leads_only_to_pages(client: Client) -> None:
    found = {page: client.get(page) for page in mapped(client)}
    kinds = {page: (one.status_code, one.headers["Content-Type"]) for page, one in found.items()}
    assert kinds == dict.fromkeys(found, (200, "text/html; charset=utf-8"))


@pytest.mark.usefixtures("world")
def test_sitemap_has_every_page_that_a_page_leads_to(client: Client) -> None:
    """A page that isn't in it can be found by no robot, if filtered lists are closed to it."""
    pages = set(mapped(client))
    linked = {
        link.partition("#")[0]
        for page in pages
        for link in links(client.get(page).content.decode())
        if link.startswith("/") and link.partition("#")[0].endswith("/")
    }
    beside = ("/cite/", "/follow/", "/history/")
    apart = {page for page in linked - pages if page.endswith(beside) or page.startswith("/api/v1/")}
    assert linked - pages - apart == set()


@pytest.mark.usefixtures("world")
def test_sitemaps_and_robots_are_those_of_the_site_whatever_the_host(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://probe.example.org:8443"
    sections = locations(client, "/sitemap.xml")
    pages = [page for name in ("pages", "people", "sources") for page in locations(client, f"/sitemap-{name}.xml")]
    robots = client.get("/robots.txt").content.decode().split()
    elsewhere = [
        one for one in [*sections, *pages, robots[-1]] if not one.startswith("https://probe.example.org:8443/")
    ]
    assert elsewhere == []
    assert sections[0] == "https://probe.example.org:8443/sitemap-pages.xml"


def links(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('href="')[1:]]


@pytest.mark.usefixtures("world")
def test_sitemap_says_when_anything_on_a_page_changed(client: Client) -> None:
    later = CHANGED + dt.timedelta(days=1)
    Role.objects.filter(slug="bob-banker").update(updated_at=later)
    root = ET.fromstring(client.get("/sitemap-people.xml").content)
    changed = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}
    days = {"ann": "2017-03-04", "bob": "2017-03-05", "slide-3": "2017-03-04"}
    assert changed == {
        f"http://testserver{language}/people/{slug}/": day for slug, day in days.items() for language in ("", "/es")
    }


@pytest.mark.usefixtures("world")
def test_sitemap_names_each_page_in_every_language(client: Client) -> None:
    root = ET.fromstring(client.get("/sitemap-people.xml").content)
    found = [[one.get("hreflang"), one.get("href")] for url in root for one in url if one.get("hreflang")]
    ann = "http://testserver/people/ann/"
    alternates = [["en", ann], ["es", "http://testserver/es/people/ann/"], ["x-default", ann]]
    assert found[:6] == alternates * 2


@pytest.mark.parametrize("number", [1, 3])
def test_sitemap_takes_as_many_queries_whatever_it_holds(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        make_person(f"Person {place}")
    with django_assert_num_queries(2):
        client.get("/sitemap-people.xml")


def test_sitemap_that_there_is_not_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-everything.xml").status_code == 404


def test_robots_leave_out_filtered_lists_and_find_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\n"
        "Disallow: /admin/\n"
        "Disallow: /*?\n"
        "Allow: /sitemap\n"
        "Allow: /*?page=\n"
        "\n"
        "Sitemap: http://testserver/sitemap.xml\n"
    )
