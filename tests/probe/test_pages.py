"""Pages kept before Django: sent again as long as they hold, and never once they don't."""

import gzip
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from people.models import Person
from people.vocabulary import Status
from probe.pages import PageCache, release_digest
from tests.factories import make_person
from tests.probe.conftest import Counting, GatewayReply

pytestmark = pytest.mark.django_db


def test_page_is_made_once(pages: PageCache, django: Counting) -> None:
    replies = [GatewayReply(pages, "/about/") for _ in range(3)]
    assert (django.asked, len({reply.body for reply in replies}), replies[0].status) == (1, 1, "200 OK")


def test_page_kept_takes_one_query(pages: PageCache, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    GatewayReply(pages, "/people/")
    with django_assert_num_queries(1):
        GatewayReply(pages, "/people/")


def test_page_kept_is_what_django_answers(pages: PageCache, django: Counting) -> None:
    make_person("Ann Bee")
    GatewayReply(pages, "/people/")
    kept, fresh = GatewayReply(pages, "/people/"), GatewayReply(django, "/people/")
    body = {"ETag", "Vary", "Content-Length"}
    assert kept.body == fresh.body
    assert {name: value for name, value in kept.headers.items() if name not in body} == {
        name: value for name, value in fresh.headers.items() if name not in body
    }


def test_page_is_made_anew_once_anything_is_written(pages: PageCache) -> None:
    person = make_person("Ann Bee")
    before = GatewayReply(pages, "/people/").body
    Person.objects.filter(pk=person.pk).update(status=Status.DRAFT)
    after = GatewayReply(pages, "/people/").body
    assert (b"Ann Bee" in before, b"Ann Bee" in after) == (True, False)


def test_client_that_has_the_page_is_told_so(pages: PageCache, django: Counting) -> None:
    tag = GatewayReply(pages, "/people/").headers["ETag"]
    reply = GatewayReply(pages, "/people/", HTTP_IF_NONE_MATCH=tag)
    assert (reply.status, reply.body, reply.headers["ETag"], django.asked) == ("304 Not Modified", b"", tag, 1)


def test_client_that_has_an_outdated_page_is_sent_the_new_one(pages: PageCache) -> None:
    tag = GatewayReply(pages, "/people/").headers["ETag"]
    make_person("Ann Bee")
    reply = GatewayReply(pages, "/people/", HTTP_IF_NONE_MATCH=tag)
    assert (reply.status, b"Ann Bee" in reply.body) == ("200 OK", True)


def test_client_that_has_a_page_that_no_write_changed_is_told_so(pages: PageCache) -> None:
    tag = GatewayReply(pages, "/search/").headers["ETag"]
    make_person("Ann Bee")
    assert GatewayReply(pages, "/search/", HTTP_IF_NONE_MATCH=tag).status == "304 Not Modified"


def test_page_is_sent_compressed_to_who_can_read_that(pages: PageCache) -> None:
    plain = GatewayReply(pages, "/about/")
    packed = GatewayReply(pages, "/about/", HTTP_ACCEPT_ENCODING="gzip, br")
    assert (packed.headers["Content-Encoding"], packed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert (gzip.decompress(packed.body), packed.headers["Content-Length"]) == (plain.body, str(len(packed.body)))


@pytest.mark.parametrize("address", ["/people/", "/people.csv", "/people/?role=astronaut"])
def test_who_asks_for_the_headers_alone_gets_those_of_the_page(pages: PageCache, address: str) -> None:
    whole, headers = GatewayReply(pages, address), GatewayReply(pages, address, method="HEAD")
    assert (headers.status, headers.headers, headers.body) == (whole.status, whole.headers, b"")


@pytest.mark.parametrize(
    "headers",
    [{"HTTP_COOKIE": "sessionid=anything"}, {"method": "POST"}],
    ids=["signed in", "POST"],
)
def test_others_are_answered_by_django(pages: PageCache, django: Counting, headers: dict[str, str]) -> None:
    GatewayReply(pages, "/about/")
    GatewayReply(pages, "/about/", **headers)
    assert django.asked == 2


@pytest.mark.parametrize(
    "address",
    ["/healthz", "/admin/login/", "/people/?role=astronaut", "/nothing/", "/people.csv", "/api/v1/people/"],
)
def test_nothing_but_pages_is_kept(pages: PageCache, django: Counting, address: str) -> None:
    replies = [GatewayReply(pages, address) for _ in range(2)]
    assert (django.asked, "ETag" in replies[1].headers) == (2, False)


@pytest.mark.parametrize(
    "other",
    [
        ("/about/?x=1", {}),
        ("/about/", {"HTTP_HOST": "127.0.0.1"}),
        ("/about/", {"wsgi.url_scheme": "https"}),
        ("/about/", {"HTTP_X_FORWARDED_PROTO": "https"}),
    ],
)
def test_page_at_another_address_is_another_page(
    pages: PageCache, django: Counting, other: tuple[str, dict[str, str]]
) -> None:
    GatewayReply(pages, "/about/")
    GatewayReply(pages, other[0], **other[1])
    assert django.asked == 2


def test_another_release_makes_its_own_pages(django: Counting) -> None:
    for release in ("one", "other"):
        GatewayReply(PageCache(django, cache, release), "/about/")
    assert django.asked == 2


def test_site_is_there_without_its_cache(django: Counting, caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def get(self, _: str) -> Any:
            raise ConnectionError

        set = get

    reply = GatewayReply(PageCache(django, Broken(), "release"), "/about/")  # type: ignore[arg-type]
    assert (reply.status, [record.getMessage() for record in caplog.records]) == (
        "200 OK",
        ["The cache can't be read.", "The cache can't be written."],
    )


def test_address_with_a_parameter_that_nobody_reads_has_no_kept_page(pages: PageCache, django: Counting) -> None:
    replies = [GatewayReply(pages, "/people/?colour=red") for _ in range(2)]
    assert (django.asked, [b"colour" in reply.body for reply in replies]) == (2, [True, True])


@pytest.mark.parametrize(
    "query", ["utm_source=x&role=media", "role=media&fbclid=1", "&role=media&", "gclid=%20&role=media&utm_a=b&utm_a=c"]
)
def test_what_follows_clicks_is_no_part_of_the_address(pages: PageCache, django: Counting, query: str) -> None:
    page = GatewayReply(pages, "/people/?role=media")
    reply = GatewayReply(pages, f"/people/?{query}")
    assert (reply.body, django.asked) == (page.body, 1)


def test_release_changes_with_any_file(tmp_path: Any) -> None:
    (tmp_path / "page.html").write_text("one")
    before = release_digest(settings, tmp_path)
    (tmp_path / "page.html").write_text("two")
    after = [release_digest(settings, tmp_path) for _ in range(2)]
    assert (after[0] == before, after[0] == after[1]) == (False, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("CORRECTIONS_CONTACT", "desk@example.org"), ("SECURE_HSTS_SECONDS", 5), ("TIME_ZONE", "Asia/Tokyo")],
)
def test_release_changes_with_a_setting(tmp_path: Any, site: Any, name: str, value: object) -> None:
    before = release_digest(settings, tmp_path)
    setattr(site, name, value)
    assert release_digest(settings, tmp_path) != before


@pytest.mark.parametrize("name", ["HOST", "SECRET_KEY", "WEB_CONCURRENCY"])
def test_release_does_not_change_with_what_no_page_shows(tmp_path: Any, site: Any, name: str) -> None:
    before = release_digest(settings, tmp_path)
    setattr(site, name, "other")
    assert release_digest(settings, tmp_path) == before


def test_kept_pages_and_those_of_editors_never_mix(pages: PageCache, admin_client: Client) -> None:
    """Whoever asks first, and in whatever order the cookies are sent."""
    address = make_person("Ann").get_absolute_url()
    session = f"a=b; sessionid={admin_client.cookies['sessionid'].value}; c=d"
    asked = [{"HTTP_COOKIE": session}, {}, {"HTTP_COOKIE": session}, {"HTTP_COOKIE": "a=b"}]
    found = [b">Edit</a>" in GatewayReply(pages, address, **headers).body for headers in asked]
    assert found == [True, False, True, False]


def test_reader_who_has_the_kept_page_gets_another_once_signed_in(pages: PageCache, admin_client: Client) -> None:
    tag = GatewayReply(pages, "/people/").headers["ETag"]
    session = f"sessionid={admin_client.cookies['sessionid'].value}"
    page = GatewayReply(pages, "/people/", HTTP_COOKIE=session, HTTP_IF_NONE_MATCH=tag)
    assert (page.status, "ETag" in page.headers) == ("200 OK", False)
