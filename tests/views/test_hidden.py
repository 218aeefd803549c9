"""Drafts and what cites nothing are on no page."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from people.models import Source
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db

MARK = "Ghostly"
DRAFT = {"published": False}
UNSOURCED = {"sourced": False}


@pytest.fixture(params=[DRAFT, UNSOURCED], ids=["draft", "unsourced"])
def hidden(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What hides an entry from readers."""
    return dict(request.param)


def make_site(hidden: dict[str, Any]) -> list[Any]:
    """Make a public entry of each noun among hidden ones, whose texts all have the mark; return the hidden ones.

    Nobody sees either what hangs on a hidden entry: the roles of a hidden person, the answers to a hidden claim.
    """
    ann, bob = make_person("Ann Bee", slide=1), make_person("Bob Cee", slide=3)
    ghost = make_person(f"{MARK} person", slide=2, **hidden)
    office = make_organisation("The office")
    talk = make_meeting(ann, bob, ghost, title="A talk", organisation=office)
    claim = make_allegation(ann, ghost, title="The claim")
    make_role(ann, organisation=office)
    make_response(claim, ann)
    passages = list(talk.passages.all())
    on_nothing = {} if "sourced" in hidden else {"passages": passages}
    unseen = hidden | on_nothing
    hidden_claim = make_allegation(ann, title=f"{MARK} allegation", claim=f"{MARK} claim", **unseen)
    entries = [
        ghost,
        make_meeting(ann, bob, title=f"{MARK} meeting", organisation=make_organisation(f"{MARK} panel"), **unseen),
        hidden_claim,
    ]
    make_alias(ann, f"{MARK} alias", **unseen)
    make_role(ann, f"{MARK} post", organisation=make_organisation(f"{MARK} office"), **unseen)
    make_role(ghost, f"{MARK} post too", organisation=office, passages=passages)
    make_tie(ann, bob, summary=f"{MARK} tie", **unseen)
    make_tie(ann, ghost, kind="advised", summary=f"{MARK} tie too", passages=passages)
    make_response(claim, ann, summary=f"{MARK} answer", **unseen)
    make_response(claim, ghost, summary=f"{MARK} answer too", passages=passages)
    make_response(hidden_claim, ann, summary=f"{MARK} answer to nothing", passages=passages)
    make_statement(ann, f"{MARK} statement", **unseen)
    make_statement(ghost, f"{MARK} statement too", passages=passages)
    return entries


def addresses() -> Iterator[str]:
    yield from ("/", "/people/", "/meetings/", "/allegations/", "/sources/", "/about/")
    yield from ("/people/ann-bee/", "/people/bob-cee/", "/meetings/a-talk/", "/allegations/the-claim/")
    yield from ("/organisations/the-office/", "/people/?role=astronaut", "/people/?contact=nobody")
    yield from (source.get_absolute_url() for source in Source.objects.all())


def test_no_page_shows_what_is_hidden(client: Client, hidden: dict[str, Any]) -> None:
    make_site(hidden)
    pages = {address: client.get(address).content.decode().lower() for address in addresses()}
    assert [address for address, content in pages.items() if MARK.lower() in content] == []


def test_hidden_entry_has_no_page(client: Client, hidden: dict[str, Any]) -> None:
    entries = make_site(hidden)
    found = [client.get(entry.get_absolute_url()).status_code for entry in entries]
    office = client.get(f"/organisations/{MARK.lower()}-office/").status_code
    assert [*found, office] == [404, 404, 404, 404]


def test_hidden_person_is_no_company_in_a_meeting(client: Client, hidden: dict[str, Any]) -> None:
    make_meeting(make_person("Ann Bee"), make_person("Ghost", **hidden), title="A talk", passages=[make_passage()])
    assert b"Contacts</h2>" not in client.get("/people/ann-bee/").content
