"""A person's profile."""

from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from people.index import get_index
from people.pages.entries import MAX_SHOWN
from people.vocabulary import TieKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Roles",
    "Contacts",
    "Hearings and other meetings",
    "Allegations and answers",
    "Other connections",
    "Also said",
    "Sources",
    "At a glance",
    "Connections",
    "See also",
    "Take it with you",
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
    with django_assert_num_queries(22):
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
    assert "2 people" in page.texts("dd")


def test_profile_says_first_who_then_what(client: Client) -> None:
    make_rows(1)
    assert get(client, "/people/ann-bee/").texts("h2") == HEADINGS


def test_profile_lists_roles_with_organisation_time_and_source(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_role(ann, "Adviser", organisation=make_organisation("The campaign"), start="2016-03", end="2016-08")
    make_role(ann, "Clerk", tenure="former")
    cells = get(client, "/people/ann-bee/").section("Roles")
    assert cells.texts("th") == ["Role", "Organisation", "When", "Source", "Adviser", "Clerk"]
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
    claim = get(client, "/people/zoe-zed/").section("Allegations and answers")
    assert claim.texts("h4") == ["What is alleged", "Zoe Zed’s reply", "Ann Bee’s reply"]
    assert claim.texts("span", "status") == ["Alleged", "Denies", "Denies"]
    assert claim.texts("q") == ["very dark"]


def test_subject_without_reply_is_said_to_have_none_recorded(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, bob), bob)
    claim = get(client, "/people/ann-bee/").section("Allegations and answers")
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
    statements = get(client, "/people/ann-bee/").section("What is said")
    assert (statements.texts("p", "when"), statements.texts("span", "status")) == (["in the 1990s"], ["Reported"])


def test_statement_stands_in_full_on_each_persons_page(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_statement(ann, "Ann Bee hired Bob Cee.").others.add(bob)
    pages = [get(client, f"/people/{slug}/").section("What is said") for slug in ("ann-bee", "bob-cee")]
    assert ["Ann Bee hired Bob Cee." in text for page in pages for text in page.texts("li")] == [True, True]


def test_sources_are_written_out_by_section(client: Client) -> None:
    source = make_source("The gallery")
    passages = [make_passage(source, "slide-5", number) for number in (0, 1, 3)]
    ann = make_person("Ann Bee", passages=passages[:2])
    make_statement(ann, passages=passages[1:])
    sources = get(client, "/people/ann-bee/").section("Sources")
    assert sources.texts("h3") == ["The gallery"]
    assert sources.texts("ul", "places") == ["Slide 5: heading sentence 1 3"]
    assert [element.attributes["href"] for element in sources.where("a")][1:] == [
        "/sources/the-gallery/#s5-0",
        "/sources/the-gallery/#s5-1",
        "/sources/the-gallery/#s5-3",
    ]


def test_addresses_of_sources_are_there_in_full_for_print(client: Client) -> None:
    make_person("Ann Bee", passages=[make_passage(make_source("The gallery"), "slide-5", 1)])
    sources = get(client, "/people/ann-bee/").section("Sources")
    assert sources.texts("ul", "addresses") == ["Slide 5, sentence 1: http://testserver/sources/the-gallery/#s5-1"]


def test_glance_counts_people_and_replies(client: Client) -> None:
    ann, bob, cy = (make_person(name) for name in ("Ann Bee", "Bob Cee", "Cy Dee"))
    make_meeting(ann, bob, times=2)
    make_meeting(ann, bob, title="Another")
    make_meeting(ann, cy)
    make_response(make_allegation(ann, title="One"), ann)
    make_allegation(ann, title="Two")
    assert get(client, "/people/ann-bee/").texts("dd") == [
        "only mentioned",
        "2 people",
        "2, 1 answered",
        "6 of 6 lines",
    ]


def test_profile_leads_to_the_neighbours_in_the_gallery(client: Client) -> None:
    for slide, name in enumerate(("Ann Bee", "Bob Cee", "Cy Dee"), 1):
        make_person(name, slide=slide)
    pages = [get(client, f"/people/{slug}/") for slug in ("ann-bee", "bob-cee", "cy-dee")]
    links = [
        [(one.attributes["rel"], one.text) for one in page.where("a") if "rel" in one.attributes] for page in pages
    ]
    assert links == [
        [("next", "Slide 2 Bob Cee")],
        [("prev", "Slide 1 Ann Bee"), ("next", "Slide 3 Cy Dee")],
        [("prev", "Slide 2 Bob Cee")],
    ]
    assert pages[1].texts("dd")[0] == "2 of 3"


def test_profile_leads_to_people_in_contact_only_where_there_are_any(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_person("Cy Dee")
    make_meeting(ann, bob)
    assert get(client, "/people/ann-bee/").links()["People in contact with Ann Bee"] == "/people/?contact=ann-bee"
    assert "People in contact with Cy Dee" not in get(client, "/people/cy-dee/").links()


def test_profile_leads_to_the_timeline_only_where_there_is_anything_on_it(client: Client) -> None:
    ann, bob, cy = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Cy Dee")
    make_role(ann)
    make_meeting(bob, kind="hearing")
    make_statement(cy)
    make_allegation(make_person("Dan Eff"))
    names = {"ann-bee": "Ann Bee", "bob-cee": "Bob Cee", "cy-dee": "Cy Dee", "dan-eff": "Dan Eff"}
    links = [get(client, f"/people/{slug}/").links().get(f"{name} on the timeline") for slug, name in names.items()]
    assert links == ["/timeline/?person=ann-bee", "/timeline/?person=bob-cee", "/timeline/?person=cy-dee", None]


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
    assert page.texts("h2") == ["Sources", "At a glance", "See also", "Take it with you"]


def test_profile_names_what_is_not_recorded(client: Client) -> None:
    make_role(make_person("Ann Bee"))
    assert get(client, "/people/ann-bee/").texts("p", "quiet") == [
        "No meetings, allegations or other connections are recorded here."
    ]


def test_unnamed_person_is_said_to_have_no_name_in_the_gallery(client: Client) -> None:
    make_person("", slide=3)
    page = get(client, "/people/slide-3/")
    assert (page.texts("h1"), page.texts("span", "unnamed")) == (["Unnamed (slide 3)"], ["?"])
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


def test_profile_leads_to_a_comparison_with_anybody_else(client: Client) -> None:
    make_person("Ann Bee")
    make_person("Bob Cee")
    page = get(client, "/people/ann-bee/")
    [form] = page.where("form", **{"aria-label": "Compare with"})
    given = [one.attributes["value"] for one in page.where("input", type="hidden", name="p")]
    offered = [one.attributes["value"] for one in page.where("option")]
    assert (form.attributes["action"], given, offered) == ("/people/compare/", ["ann-bee"], ["bob-cee"])


def test_profile_among_very_many_people_asks_for_a_name_to_compare_with(client: Client) -> None:
    for place in range(201):
        make_person(f"Person {place:03}")
    page = get(client, "/people/person-000/")
    assert [one.attributes["type"] for one in page.where("input", name="p")] == ["hidden", "search"]


def test_citations_of_two_sources_look_different(client: Client) -> None:
    sources = [make_source("The gallery"), make_source("A hearing")]
    make_person("Ann Bee", summary="She left.", passages=[make_passage(one, "slide-1", 1) for one in sources])
    page = get(client, "/people/ann-bee/")
    first, second = (one.mark for one in sources)
    labels = [link.text.split(" Slide")[0] for link in page.where("a", "cite")]
    assert sorted(set(labels)) == sorted([f"{first} 1·1", f"{second} 1·1"])
    assert [text for text in page.texts("h3") if ":" in text] == [f"{second}: A hearing", f"{first}: The gallery"]


def test_citation_is_called_by_its_place_and_shows_how_the_sentence_begins(client: Client) -> None:
    passage = make_passage(section="slide-5", sentence=3, opening="She left the")
    make_person("Ann Bee", summary="She left.", passages=[passage])
    link, *_ = get(client, "/people/ann-bee/").where("a", "cite")
    assert (link.attributes["aria-label"], link.text) == (
        "slide 5, sentence 3",
        "5·3 Slide 5, sentence 3 She left the …",
    )


def test_citation_of_one_of_two_sources_is_called_by_its_mark_too(client: Client) -> None:
    make_source("A hearing")
    passage = make_passage(make_source("The gallery"), "slide-5", 0)
    make_person("Ann Bee", summary="She left.", passages=[passage])
    link, *_ = get(client, "/people/ann-bee/").where("a", "cite")
    assert link.attributes["aria-label"] == f"{passage.source.mark}, slide 5, heading"


def test_profile_says_how_far_its_sources_reach(client: Client) -> None:
    source = make_source("The gallery", covers_until="2017-12-12")
    make_person("Ann Bee", passages=[make_passage(source)])
    assert source.as_of in get(client, "/people/ann-bee/").texts("p", "small")


def test_citations_of_the_only_source_have_no_mark(client: Client) -> None:
    make_person("Ann Bee", summary="She left.", passages=[make_passage(make_source("The gallery"), "slide-1", 1)])
    page = get(client, "/people/ann-bee/")
    assert {link.text.split(" Slide")[0] for link in page.where("a", "cite")} == {"1·1"}
