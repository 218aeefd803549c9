"""The seeded site as a whole: every address that a page leads to answers, and has the anchor it names."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from tests.views.document import Document

DATA = "application/ld+json"  # no script, although its element is called so
# The links of filters lead to more lists than there are pages: tests/test_facets.py follows them.
FILTERED = ("/people/", "/meetings/", "/allegations/", "/network/", "/timeline/")

# Without a test that is marked so there is no database of the tests, which the site below is seeded in.
pytestmark = [pytest.mark.looks, pytest.mark.django_db]


class CrawledSite:
    """The pages that are reached from the overview, by their address without its fragment."""

    def __init__(self) -> None:
        self.responses: dict[str, Any] = {}
        self.pages: dict[str, Document] = {}
        self.links: set[tuple[str, str]] = set()

    def crawl(self, address: str) -> None:
        waiting = [address]
        client = Client()
        while waiting:
            address = waiting.pop()
            if address in self.responses:
                continue
            self.responses[address] = response = client.get(address)
            if response.status_code == 200 and response.headers["Content-Type"].startswith("text/html"):
                self.pages[address] = Document(response)
                waiting += list(self.follow(address))

    def follow(self, address: str) -> Iterator[str]:
        for link in self.pages[address].where("a"):
            target = urljoin(address, link.attributes["href"])
            filters = link.attributes["href"].startswith("?") and address.partition("?")[0] in FILTERED
            # The same page in another language is left to tests/translations.
            if target.startswith("/") and not filters and "hreflang" not in link.attributes:
                self.links.add((address, target))
                yield urldefrag(target).url


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> CrawledSite:
    """The site, crawled once for all tests of this module."""
    site = CrawledSite()
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", verbosity=0)
        site.crawl("/")
        transaction.set_rollback(True)
    return site


def test_every_internal_link_leads_to_a_page(site: CrawledSite) -> None:
    assert {address: page.status_code for address, page in site.responses.items() if page.status_code != 200} == {}


def test_every_anchor_that_a_link_names_is_there(site: CrawledSite) -> None:
    anchors = {
        address: {one.attributes["id"] for one in page.elements if "id" in one.attributes}
        for address, page in site.pages.items()
    }
    targets = [(source, urldefrag(target)) for source, target in site.links]
    assert [(source, to) for source, to in targets if to.fragment and to.fragment not in anchors[to.url]] == []


def test_every_citation_leads_to_its_sentence(site: CrawledSite) -> None:
    citations = {one.attributes["href"] for page in site.pages.values() for one in page.where("a", "cite")}
    [source] = [address for address in site.pages if re.fullmatch("/sources/0[^/]*/", address)]
    sentences = {f"{source}#{one.attributes['id']}" for one in site.pages[source].where("li", "place")}
    assert (len(citations) > 80, citations - sentences) == (True, set())


def test_pages_of_all_38_people_are_reached(site: CrawledSite) -> None:
    assert len([address for address in site.pages if address.startswith("/people/") and address.count("/") == 3]) == 38


def test_every_page_has_one_first_heading_and_skips_no_level(site: CrawledSite) -> None:
    wrong = []
    for address, page in site.pages.items():
        levels = [int(one.tag[1]) for one in page.elements if one.tag in ("h1", "h2", "h3", "h4")]
        if levels.count(1) != 1 or levels[0] != 1 or any(later > level + 1 for level, later in pairwise(levels)):
            wrong.append((address, levels))
    assert wrong == []


def titles_of(page: Document) -> list[str]:
    """Return the titles in the page's head; the shapes of a drawing have titles too."""
    head = takewhile(lambda element: element.tag != "body", page.elements)
    return [element.text for element in head if element.tag == "title"]


def test_every_page_has_a_title_and_a_description_of_its_own(site: CrawledSite) -> None:
    heads = [
        (titles_of(page), [meta.attributes["content"] for meta in page.where("meta", name="description")])
        for page in site.pages.values()
    ]
    assert [head for head in heads if len(head[0]) != 1 or len(head[1]) != 1 or not head[1][0]] == []
    titles = [titles_of(page)[0] for address, page in site.pages.items() if "?" not in address]
    assert sorted(set(titles)) == sorted(titles)


def unaccused(site: CrawledSite) -> set[str]:
    """The pages of people against whom nothing is said."""
    claims = [page for address, page in site.pages.items() if re.fullmatch("/allegations/[^/?]+/", address)]
    accused = {link for page in claims for link in page.section("About").links().values()}
    people = {address for address in site.pages if re.fullmatch("/people/[^/?]+/", address)}
    assert accused < people
    return people - accused


def test_nothing_speaks_of_allegations_for_people_against_whom_nothing_is_said(site: CrawledSite) -> None:
    heads = {}
    for address in unaccused(site):
        page = site.pages[address]
        metas = [meta.attributes["content"] for meta in page.where("meta") if "content" in meta.attributes]
        feed = site.responses[f"{address}changes.atom"].content.decode().partition("<entry>")[0]
        heads[address] = "\n".join([*titles_of(page), *metas, *page.texts("script", type=DATA), feed])
    assert (len(heads), [address for address, head in heads.items() if "allegation" in head.lower()]) == (29, [])


def shared(page: Document) -> str:
    """Return what a share card says of the page."""
    metas = {meta.attributes.get("property", ""): meta.attributes.get("content", "") for meta in page.where("meta")}
    return f"{metas['og:title']} | {metas['og:description']}"


def test_cards_of_allegations_name_subject_standing_and_reply(site: CrawledSite) -> None:
    claims = [page for address, page in site.pages.items() if re.fullmatch("/allegations/[^/?]+/", address)]
    wrong = []
    for page in claims:
        title, _, description = shared(page).partition(" | ")
        sides = page.texts("div", "side")
        silent = [side.partition("’s reply")[0] for side in sides if "No reply is recorded here." in side]
        subjects = page.section("About").texts("h3")
        standing = page.texts("span", "status")[0].lower()
        said = [f"({standing}; " in title, *(name in title and name in description for name in subjects)]
        said += [f"Source gives no reply by {name}." in description for name in silent]
        said.append(("source gives no reply" in title) == bool(silent))
        if not all(said):
            wrong.append((title, description))
    assert (len(claims), wrong) == (14, [])


def test_cards_of_the_accused_speak_of_replies_wherever_they_speak_of_allegations(site: CrawledSite) -> None:
    people = {address for address in site.pages if re.fullmatch("/people/[^/?]+/", address)}
    cards = [shared(site.pages[address]) for address in sorted(people - unaccused(site))]
    assert (len(cards), [card for card in cards if "allegations and any replies" not in card]) == (9, [])


def test_no_page_uses_an_id_twice(site: CrawledSite) -> None:
    ids = {
        address: [one.attributes["id"] for one in page.elements if "id" in one.attributes]
        for address, page in site.pages.items()
    }
    assert {address: used for address, used in ids.items() if len(used) != len(set(used))} == {}


def test_white_space_is_between_all_attributes(site: CrawledSite) -> None:
    joined = re.compile(r'<[a-z][^<>]*="[^"<>]*"[a-z][^<>]*>')
    found = {address: joined.search(site.responses[address].content.decode()) for address in site.pages}
    assert {address: match[0] for address, match in found.items() if match} == {}


def test_every_answer_has_the_content_security_policy(site: CrawledSite) -> None:
    policies = {response.headers.get("Content-Security-Policy") for response in site.responses.values()}
    assert len(policies) == 1
    [policy] = policies
    assert "script-src 'self'" in str(policy)
    assert "unsafe" not in str(policy)


def test_no_page_has_anything_inline(site: CrawledSite) -> None:
    inline = [
        (address, one.tag, one.attributes)
        for address, page in site.pages.items()
        for one in page.elements
        if one.tag == "style"
        or (one.tag == "script" and one.attributes.get("type") != DATA and (one.text or "src" not in one.attributes))
        or any(name == "style" or name.startswith("on") for name in one.attributes)
    ]
    assert inline == []


def test_every_page_loads_from_this_host_only(site: CrawledSite) -> None:
    loaded = {
        one.attributes.get("src") or one.attributes["href"]
        for page in site.pages.values()
        for one in page.elements
        if one.tag == "img"
        or (one.tag == "script" and one.attributes.get("type") != DATA)
        or (one.tag == "link" and one.attributes["rel"] not in ("alternate", "canonical"))
    }
    assert [address for address in sorted(loaded) if not address.startswith("/static/")] == []


def test_every_table_has_headers_with_a_scope(site: CrawledSite) -> None:
    headers = [(address, one.attributes) for address, page in site.pages.items() for one in page.where("th")]
    assert [header for header in headers if "scope" not in header[1]] == []
