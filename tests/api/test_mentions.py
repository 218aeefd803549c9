"""Entries that mention a person or an organisation, and are about others."""

import pytest
from django.test import Client

from people.querysets.mentioned import MAX_MENTIONS
from tests.api.conftest import Get
from tests.factories import (
    make_allegation,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
)

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def test_entry_has_what_mentions_it_with_all_replies(get: Get) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee", summary="He wrote to Ann Bee.")
    source = make_source("The article")
    place = [make_passage(source, "slide-5", number) for number in range(4)]
    allegation = make_allegation(bob, title="Bob: a letter", claim="Bob wrote to Ann Bee.", passages=[place[0]])
    make_response(allegation, bob, "denies", passages=[place[1]])
    make_outcome(allegation, date="2017-08", passages=[place[2]])
    statement = make_statement(bob, "Bob called Ann Bee.", date="2016", standing="reported", passages=[place[3]])
    for one in (bob, allegation, statement):
        one.mentioned_people.add(ann)
    told = get("people/ann-bee/")["mentioned_in"]
    [replied] = [one.pop("responses") for one in told if one["responses"]]
    assert [(one["person"], one["stance"], one["passages"]) for one in replied] == [
        ("bob-cee", "denies", ["the-article/slide-5/1"])
    ]
    assert [one["kind"] for one in told[0]["outcomes"]] == ["dropped"]
    assert [{key: value for key, value in one.items() if key not in ("responses", "outcomes")} for one in told] == [
        {
            "kind": "allegation",
            "slug": "bob-a-letter",
            "title": "Bob: a letter",
            "text": "Bob wrote to Ann Bee.",
            "standing": "alleged",
            "date": None,
            "url": f"{SITE}/allegations/bob-a-letter/",
            "passages": ["the-article/slide-5/0"],
        },
        {
            "kind": "statement",
            "slug": statement.slug,
            "title": "Bob Cee",
            "text": "Bob called Ann Bee.",
            "standing": "reported",
            "date": "2016",
            "url": f"{SITE}{statement.get_absolute_url()}",
            "passages": ["the-article/slide-5/3"],
        },
        {
            "kind": "person",
            "slug": "bob-cee",
            "title": "Bob Cee",
            "text": None,
            "standing": None,
            "date": None,
            "url": f"{SITE}/people/bob-cee/",
            "passages": [],
        },
    ]


def test_all_that_mentions_an_organisation_is_listed_in_pages(get: Get) -> None:
    office, ann = make_organisation("The office"), make_person("Ann Bee")
    make_role(ann, organisation=office)
    for number in range(MAX_MENTIONS + 1):
        make_statement(ann, f"Left The office {number}.").mentioned_organisations.add(office)
    page = get("organisations/the-office/mentions/?page_size=6&page=2")
    assert [one["text"] for one in page["results"]] == [f"Left The office {number}." for number in range(6, 11)]
    assert (page["count"], page["next"]) == (11, None)
    assert len(get("organisations/the-office/")["mentioned_in"]) == MAX_MENTIONS


def test_drafts_mention_nobody(get: Get) -> None:
    ann = make_person("Ann Bee")
    make_statement(make_person("Bob Cee"), published=False).mentioned_people.add(ann)
    assert get("people/ann-bee/mentions/")["results"] == []


def test_mentions_of_who_was_renamed_are_redirected_to(client: Client) -> None:
    ann = make_person("Ann Bee")
    ann.slug = "ann-dee"
    ann.save()
    response = client.get("/api/v1/people/ann-bee/mentions/")
    assert (response.status_code, response.headers["Location"]) == (301, f"{SITE}/api/v1/people/ann-dee/mentions/")


def test_mentions_of_nobody_suggest_who_was_meant(client: Client) -> None:
    make_person("Ann Bee")
    response = client.get("/api/v1/people/ann-be/mentions/")
    assert response.status_code == 404
    assert [one["url"] for one in response.json()["suggestions"]] == [f"{SITE}/api/v1/people/ann-bee/"]
