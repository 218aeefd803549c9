"""Feeds of what has changed."""

import datetime as dt
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from people.models import Allegation, Meeting, Person, Role
from people.vocabulary import Status
from tests.exports.world import CHANGED, slug_name
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db


ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEEDS = [
    "/feeds/changes.atom",
    "/people/ann/changes.atom",
    "/people.atom",
    "/people.atom?contact=bob&role=campaign",
    "/meetings.atom?kind=hearing",
    "/allegations.atom",
]


def feed(client: Client, address: str) -> Any:
    """Return the feed as feed readers read it."""
    response = client.get(address)
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return feedparser.parse(response.content)


def names(client: Client, address: str) -> list[str]:
    return sorted(slug_name(entry.id.rpartition(":")[2]) for entry in feed(client, address).entries)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("address", FEEDS)
def test_feed_is_well_formed_and_found_at_its_own_address(client: Client, address: str) -> None:
    read = feed(client, address)
    own = [link.href for link in read.feed.links if link.rel == "self"]
    assert (read.bozo, read.version, own) == (False, "atom10", [f"http://testserver{address}"])


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("address", FEEDS)
def test_feed_has_what_atom_asks_for(client: Client, address: str) -> None:
    """RFC 4287: a feed and each entry has one id, title and updated; the feed an author; ids tell entries apart."""
    root = ET.fromstring(client.get(address).content)
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
        dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated", ""))
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Probe"
    identifiers = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert entries
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "/people/slide-3/changes.atom",
            ["person-slide-3", "statement-resigned"],
        ),
        ("/people.atom?appears=gallery&q=table", ["person-slide-3", "statement-resigned"]),
        ("/meetings.atom", ["meeting-hearing", "meeting-talk"]),
        ("/meetings.atom?kind=hearing", ["meeting-hearing"]),
        ("/allegations.atom?person=bob", ["allegation-claim", "response-denial"]),
        ("/allegations.atom?answered=unanswered", []),
    ],
)
def test_feed_follows_what_the_address_says(client: Client, address: str, expected: list[str]) -> None:
    assert names(client, address) == expected


@pytest.mark.usefixtures("world")
def test_feed_entry_of_an_allegation_has_every_answer(client: Client) -> None:
    entry = next(one for one in feed(client, "/feeds/changes.atom").entries if "allegation-" in one.id)
    assert (entry.title, entry.link) == ("The claim (allegation)", "http://testserver/allegations/claim/")
    assert entry.summary == (
        "<p>Alleged, said by A witness: Something happened.</p>"
        "<p>Ann Bee denies: Nothing happened. “not at all”</p>"
        "<p>Bob Cee: no reply is recorded.</p>"
        "<p>Dropped: Ann Bee was cleared. (2018)</p>"
    )


@pytest.mark.usefixtures("world")
def test_feed_entry_keeps_its_identifier_when_it_changes_again(client: Client) -> None:
    before = {entry.id for entry in feed(client, "/feeds/changes.atom").entries}
    Role.objects.filter(slug="bob-banker").update(updated_at=CHANGED + dt.timedelta(days=1))
    after = feed(client, "/feeds/changes.atom")
    assert {entry.id for entry in after.entries} == before
    assert (after.entries[0].id, after.entries[0].updated) == (
        f"tag:probe.invalid,2026:role-{Role.objects.get(slug='bob-banker').pk}",
        "2017-03-05T05:06:07+00:00",
    )


@pytest.mark.usefixtures("world")
def test_feed_entries_have_the_same_identifiers_at_every_host(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    here, there = (identifiers(client, host=host) for host in ("one.example", "two.example:8000"))
    assert here == there


@pytest.mark.usefixtures("world")
def test_feed_entries_keep_their_identifiers_when_they_are_renamed(client: Client) -> None:
    before = identifiers(client)
    for entry in (Person.objects.get(slug="ann"), Allegation.public.get(), Meeting.objects.get(slug="talk")):
        entry.slug = f"{entry.slug}-renamed"
        entry.save()
    assert identifiers(client) == before


@pytest.mark.usefixtures("world")
def test_feed_is_that_of_the_site_whatever_the_host(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://probe.example.org"
    read = feed(client, "/people/ann/changes.atom")
    links = {link.href.partition("/people/ann/")[0] for link in read.feed.links}
    entries = {(entry.id.partition("2026:")[0], entry.link.partition("/people/")[0]) for entry in read.entries}
    assert links == {"https://probe.example.org"}
    assert read.feed.id == "tag:probe.example.org,2026:/people/ann/changes.atom"
    assert ("tag:probe.example.org,", "https://probe.example.org") in entries
    assert {tag for tag, _ in entries} == {"tag:probe.example.org,"}


def identifiers(client: Client, **headers: str) -> list[str]:
    """Return the identifiers of the feed of all changes, its own first."""
    root = ET.fromstring(client.get("/feeds/changes.atom", headers=headers).content)
    own = [root.findtext(f"{ATOM}id", "")]
    return own + sorted(entry.findtext(f"{ATOM}id", "") for entry in root.findall(f"{ATOM}entry"))


@pytest.mark.usefixtures("world")
def test_feed_s_title_says_what_it_follows(client: Client) -> None:
    titles = [feed(client, address).feed.title for address in FEEDS]
    assert titles == [
        "Probe: changes",
        "Probe: changes about Ann Bee",
        "Probe: changes of people",
        "Probe: changes of people (had contact with Bob Cee, role Campaign)",
        "Probe: changes of meetings (kind Hearing)",
        "Probe: changes of allegations",
    ]


@pytest.mark.usefixtures("world")
def test_feed_says_when_it_last_changed(client: Client) -> None:
    assert client.get("/feeds/changes.atom").headers["Last-Modified"] == "Sat, 04 Mar 2017 05:06:07 GMT"


@pytest.mark.usefixtures("world")
def test_feed_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    again = client.get("/feeds/changes.atom", headers={"if-modified-since": "Sat, 04 Mar 2017 05:06:07 GMT"})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("world")
def test_feed_without_entries_is_the_same_when_nothing_has_changed(client: Client) -> None:
    once, again = (client.get("/allegations.atom?answered=unanswered") for _ in range(2))
    assert (once.content, once.headers["ETag"]) == (again.content, again.headers["ETag"])
    assert b"<updated>2017-03-04T05:06:07+00:00</updated>" in once.content


@pytest.mark.usefixtures("world")
def test_feed_has_changed_when_its_newest_entry_is_withdrawn(client: Client) -> None:
    Meeting.objects.filter(slug="talk").update(status=Status.DRAFT)
    modified = parsedate_to_datetime(client.get("/meetings.atom").headers["Last-Modified"])
    assert modified > CHANGED


def test_feed_can_hold_any_text(client: Client) -> None:
    statement = make_statement(make_person("Ann", slug="ann"))
    with connection.cursor() as cursor:  # as another program might
        cursor.execute("UPDATE people_person SET name = %s", ["Ann \x0b & <b>"])
        cursor.execute("UPDATE people_statement SET summary = %s WHERE id = %s", ["One < two \x0c.", statement.pk])
    root = ET.fromstring(client.get("/people/ann/changes.atom").content)
    texts = {one.findtext(f"{ATOM}title"): one.findtext(f"{ATOM}summary") for one in root.findall(f"{ATOM}entry")}
    assert texts["Ann \ufffd & <b>: statement"] == "<p>One &lt; two \ufffd.</p>"


@pytest.mark.parametrize(("query", "status"), [("role=astronaut", 400), ("rol=campaign", 400), ("role=campaign", 200)])
def test_feed_refuses_what_it_can_not_read(client: Client, query: str, status: int) -> None:
    assert client.get(f"/people.atom?{query}").status_code == status


@pytest.mark.parametrize("number", [1, 3])
def test_feed_takes_as_many_queries_whatever_it_holds(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        person, other = make_person(f"Person {place}"), make_person(f"Other {place}")
        make_alias(person)
        make_role(person, organisation=make_organisation(f"Body {place}"))
        make_meeting(person, other)
        make_tie(person, other)
        claim = make_allegation(person)
        make_response(claim, person)
        make_outcome(claim)
        make_statement(person).others.add(other)
    with django_assert_num_queries(15):
        client.get("/feeds/changes.atom")


def gone(client: Client, address: str) -> list[str]:
    root = ET.fromstring(client.get(address).content)
    return [one.attrib["ref"].rpartition(":")[2] for one in root.findall(f"{TOMBSTONES}deleted-entry")]


def test_feeds_name_what_is_withdrawn_of_their_kinds_by_its_identifier(client: Client) -> None:
    ann, draft = make_person("Ann"), make_person("Cid", published=False)
    meeting = make_meeting(ann, make_person("Bob"))
    names = [f"person-{ann.pk}", f"meeting-{meeting.pk}"]
    meeting.delete()
    draft.delete()
    ann.delete()
    assert (gone(client, "/feeds/changes.atom"), gone(client, "/meetings.atom")) == (
        names,
        names[1:],
    )


def test_feed_names_nothing_that_is_published_again(client: Client) -> None:
    person = make_person("Ann")
    for status in (Status.DRAFT, Status.PUBLISHED):
        Person.objects.filter(pk=person.pk).update(status=status)
    assert gone(client, "/feeds/changes.atom") == []
