"""What belongs to an entry: counted in headings of its form, and linked where it stands on pages of its own."""

import re
from typing import Any

import pytest
from django.test import Client

from people.admin import related
from tests.admin.conftest import change, fields_of, rows_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_tie,
)

LINKS = re.compile(r'<div><a href="([^"]+)">([^<]+)</a></div>')
PLACES = "Places in further galleries (0)"
HEADINGS = re.compile(r'class="inline-heading">\s*([^<]+?)\s*</h2>')


def links_of(client: Client, entry: Any) -> dict[str, list[str]]:
    """Return what each link of the entry's form lists, by its text."""
    page = client.get(change(entry)).content.decode()
    return {text: rows_of(client.get(address.replace("&amp;", "&"))) for address, text in LINKS.findall(page)}


def headings_of(page: Any) -> list[str]:
    return HEADINGS.findall(page.content.decode())


def test_person_s_form_leads_to_what_stands_on_other_pages(editor_client: Client) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    meetings = [make_meeting(ann, bob, title=title, published=title == "A") for title in ("A", "B")]
    make_meeting(bob)
    response = make_response(make_allegation(ann), ann)
    make_allegation(bob, title="The other claim")
    make_tie(ann, bob)
    tie = make_tie(bob, ann)
    assert links_of(editor_client, ann) == {
        "2 meetings": [str(meeting) for meeting in meetings],
        "1 allegation": ["The claim"],
        "1 reply": [str(response)],
        "1 connection of others to them": [str(tie)],
    }


def test_organisation_s_form_leads_to_its_jobs_and_meetings(editor_client: Client) -> None:
    firm = make_organisation()
    make_role(make_person(), organisation=firm)
    make_role(make_person())
    assert links_of(editor_client, firm) == {"1 job": ["Adviser, The campaign"]}
    assert "<div>0 meetings</div>" in editor_client.get(change(firm)).content.decode()


def test_passage_that_much_cites_names_the_first_and_leads_to_lists(
    editor_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("people.admin.source.MAX_LISTED_ENTRIES", 2)
    ann = make_person()
    (passage,) = ann.passages.all()
    for title in ("Adviser", "Clerk", "Envoy"):
        make_role(ann, title, passages=[passage])
    make_role(ann, "Driver")
    page = editor_client.get(change(passage)).content.decode()
    found = dict(LINKS.findall(page))
    assert list(found.values()) == ["person: Ann Bee", "role: Adviser", "role: Clerk", "all: 3 jobs"]
    listed = rows_of(editor_client.get(next(address for address, text in found.items() if text == "all: 3 jobs")))
    assert listed == ["Adviser", "Clerk", "Envoy"]


def test_form_that_adds_leads_nowhere(editor_client: Client) -> None:
    assert LINKS.findall(editor_client.get("/admin/people/person/add/").content.decode()) == []


def test_very_many_are_counted_no_further(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related, "MAX_COUNTED_ROWS", 1)
    ann, bob = make_person("Ann"), make_person("Bob")
    for title in ("A", "B"):
        make_meeting(ann, bob, title=title)
    assert next(iter(links_of(editor_client, ann))) == "more than 1 meeting"


def test_heading_of_each_inline_says_how_many_rows_it_has(editor_client: Client) -> None:
    ann = make_person()
    make_role(ann)
    make_alias(ann, "Annie")
    make_alias(ann, "Nan")
    page = editor_client.get(change(ann))
    assert headings_of(page) == ["Roles (1)", "Aliases (2)", "Statements (0)", "Ties to others (0)", PLACES]


def test_heading_says_so_on_a_form_that_was_refused(editor_client: Client) -> None:
    ann = make_person()
    make_role(ann)
    page = editor_client.post(change(ann), fields_of(editor_client.get(change(ann))) | {"name": ""})
    assert headings_of(page)[:1] == ["Roles (1)"]


def test_headings_of_a_form_that_adds_count_nothing(editor_client: Client) -> None:
    page = editor_client.get("/admin/people/person/add/")
    assert headings_of(page) == ["Roles", "Aliases", "Statements", "Ties to others", "Places in further galleries"]


def test_rows_that_are_too_many_are_counted_too(editor_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.admin.bounded.MAX_INLINE_ROWS", 2)
    meeting = make_meeting(*(make_person(name) for name in ("Ann", "Bob", "Cy")), title="The talk")
    page = editor_client.get(change(meeting)).content.decode()
    assert "Too many to show in this form: 3 participants." in page


@pytest.mark.parametrize("number", [1, 3])
def test_form_takes_the_same_queries_however_much_there_is(
    number: int, editor_client: Client, django_assert_num_queries: Any
) -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    for place in range(number):
        make_meeting(ann, bob, title=f"Meeting {place}")
        make_response(make_allegation(ann, title=f"Claim {place}"), ann)
    with django_assert_num_queries(26):
        editor_client.get(change(ann))
