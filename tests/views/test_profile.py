"""A person's profile."""

from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from people.index import get_index
from people.models import Allegation
from people.pages.entries import MAX_SHOWN
from people.vocabulary import TieKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Jobs",
    "Contacts",
    "Hearings and other meetings",
    "Allegations and replies",
    "Other connections",
    "Other facts",
    "Sources",
    "Connections",
    "See also",
    "Share, cite, download",
]


def make_rows(number: int) -> None:
    """Make Ann Bee, and of each noun that many entries that concern her."""
    ann = make_person("Ann Bee", slide=2)
    make_person("Before", slide=1)
    make_person("After", slide=3)
    for place in range(number):
        other = make_person(f"Person {place}")
        make_alias(ann, f"Annie {place}")
        make_role(ann, f"Adviser {place}", organisation=make_organisation(f"Office {place}"))
        make_meeting(ann, other)
        make_meeting(ann, kind="hearing", title=f"Hearing {place}", organisation=make_organisation(f"Panel {place}"))
        allegation = make_allegation(ann, other, title=f"Claim {place}")
        make_response(allegation, ann)
        make_response(allegation, other)
        make_tie(ann, other)
        make_tie(other, ann, kind="advised")
        make_statement(ann, f"Statement {place}.")


@pytest.mark.parametrize("number", [1, 3])
def test_profile_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    make_rows(number)
    get_index()
    with django_assert_num_queries(21):
        client.get("/people/ann-bee/")


def test_profile_of_somebody_with_many_meetings_shows_the_first_and_leads_to_all(client: Client) -> None:
    ann, bob, zoe = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Zoe")
    passages = [make_passage()]
    for place in range(MAX_SHOWN):
        make_meeting(ann, bob, title=f"Talk {place:02}", date="2016", passages=passages)
    make_meeting(ann, zoe, title="Last talk", date="2017")
    page = get(client, "/people/ann-bee/")
    assert page.section("Contacts").texts("h3") == [f"Talk {place:02}" for place in range(MAX_SHOWN)]
    assert f"These are the first {MAX_SHOWN} of {MAX_SHOWN + 1} meetings and hearings. All of them" in page.texts("p")
    assert page.links()["All of them"] == "/meetings/?person=ann-bee"
    assert "2 contacts" in page.texts("a", href="#contacts")


def test_profile_says_first_who_then_what(client: Client) -> None:
    make_rows(1)
    assert get(client, "/people/ann-bee/").texts("h2") == HEADINGS


def test_profile_lists_roles_with_organisation_time_and_source(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_role(ann, "Adviser", organisation=make_organisation("The campaign"), start="2016-03", end="2016-08")
    make_role(ann, "Clerk", tenure="former")
    cells = get(client, "/people/ann-bee/").section("Jobs")
    assert cells.texts("th") == ["Job", "Organization", "When", "Source", "Adviser", "Clerk"]
    assert cells.texts("td")[0:2] == ["The campaign", "March to August 2016"]
    assert cells.texts("td")[3:5] == ["not given", "former"]


def test_contact_names_who_else_was_there_and_how(client: Client) -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cy Dee"))
    make_meeting(ann, bob, cy, title="A talk", date="2016?-12", place="Moscow", times=2, standing="reported")
    contacts = get(client, "/people/ann-bee/").section("Contacts")
    assert contacts.texts("p", "when") == ["December 2016 (year inferred)"]
    assert contacts.texts("p")[1] == "With Bob Cee and Cy Dee"
    assert contacts.texts("span")[:4] == ["In person", "2 times", "Moscow", "Reported"]
    assert contacts.links() | {"A talk": "/meetings/a-talk/", "Bob Cee": "/people/bob-cee/"} == contacts.links()


def test_hearing_and_meeting_without_company_are_no_contacts(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_meeting(ann, bob, kind="hearing", title="A hearing")
    make_meeting(ann, title="A walk")
    page = get(client, "/people/ann-bee/")
    assert page.section("Hearings and other meetings").texts("h3") == ["A hearing", "A walk"]
    assert "Contacts" not in page.texts("h2")


def test_allegation_stands_beside_the_persons_own_answer_first(client: Client) -> None:
    ann, zoe = make_person("Ann Bee"), make_person("Zoe Zed")
    allegation = make_allegation(ann, zoe, claim="They met.", said_by="A witness", standing="alleged")
    make_response(allegation, ann, summary="We did not.")
    make_response(allegation, zoe, summary="It was dark.", quote="very dark")
    claim = get(client, "/people/zoe-zed/").section("Allegations and replies")
    assert claim.texts("h4") == ["Allegation", "Zoe Zed’s reply", "Ann Bee’s reply"]
    assert claim.texts("span", "status") == ["Alleged"]
    assert claim.texts("q") == ["very dark"]


def test_subject_without_reply_is_said_to_have_none_recorded(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, bob), bob)
    claim = get(client, "/people/ann-bee/").section("Allegations and replies")
    assert [text for text in claim.texts("p") if text == "No reply is recorded here."] == ["No reply is recorded here."]


def test_ties_read_from_either_end(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    for kind in TieKind:
        make_tie(ann, bob, kind=kind)
    pages = [get(client, f"/people/{slug}/").section("Other connections") for slug in ("ann-bee", "bob-cee")]
    assert [page.texts("p", "when") for page in pages] == [
        [str(kind.label).capitalize() for kind in TieKind],
        [kind.reversed_words.capitalize() for kind in TieKind],
    ]
    assert [TieKind.FRIEND.reversed_words, TieKind.DISMISSED.reversed_words] == ["friend of", "firing involved:"]


def test_tie_that_is_only_claimed_says_so_on_both_pages(client: Client) -> None:
    make_tie(make_person("Ann Bee"), make_person("Bob Cee"), kind="never-met", standing="claimed")
    pages = [get(client, f"/people/{slug}/").section("Other connections") for slug in ("ann-bee", "bob-cee")]
    assert [(page.texts("p", "when"), page.texts("span", "status")) for page in pages] == [
        (["Claims never to have met"], ["Claimed"]),
        (["Never met, according to"], ["Claimed"]),
    ]


def test_statement_has_its_date_and_standing(client: Client) -> None:
    make_statement(make_person("Ann Bee"), "Lived in Moscow.", date="199X", standing="reported")
    statements = get(client, "/people/ann-bee/").section("Facts")
    assert (statements.texts("p", "when"), statements.texts("span", "status")) == (["in the 1990s"], ["Reported"])


def test_statement_stands_in_full_on_each_persons_page(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_statement(ann, "Ann Bee hired Bob Cee.").others.add(bob)
    pages = [get(client, f"/people/{slug}/").section("Facts") for slug in ("ann-bee", "bob-cee")]
    assert ["Ann Bee hired Bob Cee." in text for page in pages for text in page.texts("li")] == [True, True]


def test_head_counts_jobs_contacts_and_replies_and_leads_to_them(client: Client) -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cy Dee"))
    make_meeting(ann, bob, times=2)
    make_meeting(ann, bob, title="Another")
    make_meeting(ann, cy)
    make_response(make_allegation(ann, title="One"), ann)
    make_allegation(ann, title="Two")
    make_role(ann)
    page, other = get(client, "/people/ann-bee/"), get(client, "/people/cy-dee/")
    links = [(text, link) for text, link in page.links().items() if link.startswith("#")][1:4]
    assert links == [
        ("1 job", "#roles"),
        ("2 contacts", "#contacts"),
        ("2 allegations, 1 with a reply", "#allegations"),
    ]
    assert other.texts("ul", "glance") == ["1 contact"]


def test_each_line_has_an_address_on_the_page(client: Client) -> None:
    make_rows(1)
    make_outcome(Allegation.objects.get())
    page = get(client, "/people/ann-bee/")
    places = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    links = [one.attributes["href"].removeprefix("#") for one in page.where("a", "permalink")]
    assert (len(links), set(links) - set(places), len(set(places)) - len(places)) == (10, set(), 0)
    assert {one.attributes["aria-label"] for one in page.where("a", "permalink")} == {"Permalink"}


def test_profile_shows_its_address_to_share(client: Client) -> None:
    make_person("Ann Bee")
    page = get(client, "/people/ann-bee/?page=2")
    assert "http://testserver/people/ann-bee/" in page.texts("bdi")
    assert page.texts("button") == ["Search", "Share", "Print", "Compare"]


@pytest.mark.parametrize(
    ("name", "slide", "words"),
    [
        ("Ann Bee", 5, "The gallery shows Ann Bee on slide 5. Nothing more is recorded here."),
        ("", 5, "The gallery shows this figure on slide 5. Nothing more is recorded here."),
        ("Ann Bee", None, "The source names Ann Bee. Nothing more is recorded here."),
    ],
)
def test_profile_of_whom_nothing_more_is_said_says_so(client: Client, name: str, slide: int | None, words: str) -> None:
    person = make_person(name, slide=slide)
    page = get(client, person.get_absolute_url())
    assert [text for text in page.texts("p") if text.startswith(words)] != []
    assert page.texts("h2") == ["Sources", "See also", "Share, cite, download"]


def test_profile_names_what_is_not_recorded(client: Client) -> None:
    make_role(make_person("Ann Bee"))
    assert get(client, "/people/ann-bee/").texts("p", "quiet") == [
        "No meetings, allegations or other connections are recorded here."
    ]


def test_unnamed_person_is_said_to_have_no_name_in_the_gallery(client: Client) -> None:
    make_person("", slide=3)
    page = get(client, "/people/slide-3/")
    assert (page.texts("h1"), page.texts("span", "slide")) == (["Unnamed (slide 3)"], ["Slide 3 of 3"])
    assert "The gallery gives no name." in page.texts("p")


def test_portrait_comes_with_alternative_text_credit_and_licence(client: Client) -> None:
    make_person(
        "Ann Bee",
        portrait="portraits/ann.jpg",
        portrait_alt="Ann Bee at a desk",
        portrait_credit="A photographer",
        portrait_licence="CC BY 4.0",
    )
    page = get(client, "/people/ann-bee/")
    assert [(image.attributes["src"], image.attributes["alt"]) for image in page.where("img")] == [
        ("/media/portraits/ann.jpg", "Ann Bee at a desk")
    ]
    assert "Picture: A photographer, CC BY 4.0" in page.texts("p", "small")


def test_names_are_escaped(client: Client) -> None:
    name = "Ann <b>Bee</b>"
    content = client.get(make_person(name).get_absolute_url()).content.decode()
    assert (name in content, escape(name) in content) == (False, True)
