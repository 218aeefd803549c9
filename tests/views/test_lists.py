"""The list pages: people, meetings, allegations."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db


def make_rows(number: int) -> None:
    for place in range(number):
        ann, bob = make_person(f"Ann {place}", slide=place + 1), make_person(f"Bob {place}")
        make_role(ann, organisation=make_organisation(f"Office {place}"))
        make_meeting(ann, bob)
        allegation = make_allegation(ann, bob, title=f"Claim {place}")
        make_response(allegation, ann)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/people/", 3), ("/meetings/", 7), ("/allegations/", 10)])
def test_list_takes_as_many_queries_whatever_it_shows(
    takes_queries: Callable[[str, int], None], address: str, *, queries: int, number: int
) -> None:
    make_rows(number)
    takes_queries(address, queries)


def test_card_says_who_it_is_and_how_much_there_is(client: Client) -> None:
    ann, bob = make_person("Ann Bee", slide=2, description="A clerk"), make_person("Bob Cee")
    make_role(ann, category="campaign")
    make_role(ann, category="business")
    make_role(ann, "Adviser again", category="campaign")
    make_meeting(ann, bob)
    make_response(make_allegation(ann, title="One"), ann)
    make_allegation(ann, title="Two")
    page = get(client, "/people/")
    assert page.texts("li", "card") == [
        "Slide 2 of 2 Ann Bee A clerk Campaign Business 1 contact 2 allegations, 1 with a reply",
        "Bob Cee Mentioned, not pictured 1 contact",
    ]


@pytest.mark.parametrize(
    ("answers", "words"), [(0, "1 allegation, no reply recorded"), (1, "1 allegation, with a reply")]
)
def test_card_gives_answers_beside_allegations(client: Client, answers: int, words: str) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    allegation = make_allegation(ann)
    make_response(make_allegation(bob, title="Another"), bob)
    for _ in range(answers):
        make_response(allegation, ann)
    assert get(client, "/people/?q=ann").texts("ul", "facts") == [words]


def test_card_of_an_unnamed_person_says_that_the_gallery_gives_no_name(client: Client) -> None:
    make_person("", slide=3)
    page = get(client, "/people/")
    assert (page.texts("ul", "facts"), page.texts("span", "slide")) == (["The gallery gives no name"], ["Slide 3 of 3"])


def test_choice_is_a_checkbox_with_a_link_that_says_what_it_counts(client: Client) -> None:
    make_role(make_person("Ann Bee"), category="campaign")
    page = get(client, "/people/?role=campaign")
    boxes = [box.attributes for box in page.where("input", type="checkbox", name="role")]
    assert [(box["value"], "checked" in box) for box in boxes][:2] == [("campaign", True), ("transition", False)]
    assert [
        (link.text, link.attributes["aria-label"], link.attributes["href"]) for link in page.where("a", "only")
    ] == [
        ("1", "Only Campaign: 1 person", "?role=campaign"),
        ("1", "Only None recorded: 1 person", "?role=campaign&contact_kind=~none"),
        ("1", "Only Adviser: 1 person", "?role=campaign&title=adviser"),
        ("1", "Only None recorded: 1 person", "?role=campaign&organisation=~none"),
        ("1", "Only No allegation recorded: 1 person", "?role=campaign&allegations=none"),
        ("1", "Only Mentioned, not pictured: 1 person", "?role=campaign&appears=mentioned"),
    ]


def test_long_facet_folds_what_it_does_not_show(client: Client) -> None:
    for place in range(12):
        make_role(make_person(f"Person {place}"), f"Post {place:02}")
    page = get(client, "/people/")
    assert page.texts("summary") == [
        *("Menu", "Search", "Filters", "Role", "Kind of contact"),
        *("Job title", "2 more: Job title", "Organization", "Allegations", "Kind of reply", "Appears"),
    ]


def test_first_facets_that_list_anything_stand_open_and_those_with_a_choice(client: Client) -> None:
    make_role(make_person("Ann Bee"), category="campaign")
    facets = [
        one.attributes for one in get(client, "/people/?appears=mentioned").where("details") if "id" in one.attributes
    ]
    assert [(facet["id"], "open" in facet, "nothing" in facet["class"]) for facet in facets] == [
        ("facet-role", True, False),
        ("facet-contact_kind", True, False),
        ("facet-title", True, False),
        ("facet-organisation", False, False),
        ("facet-allegations", False, False),
        ("facet-reply", False, True),
        ("facet-appears", True, False),
    ]


def test_choice_that_lists_nothing_is_marked_unless_it_is_made(client: Client) -> None:
    make_role(make_person("Ann Bee"), category="campaign")
    page = get(client, "/people/?role=media&appears=mentioned")
    assert [one.text for one in page.where("li", "nothing")][:2] == ["Transition 0", "White House 0"]
    assert [one.text for one in page.where("li") if one.text in ("Campaign 1", "Media 0") and not one.classes] == [
        "Campaign 1",
        "Media 0",
    ]


def test_choice_is_one_stop_of_the_tab_key(client: Client) -> None:
    make_role(make_person("Ann Bee"), category="campaign")
    links = get(client, "/people/").where("a", "only")
    assert {link.attributes["tabindex"] for link in links} == {"-1"}


def test_button_says_how_many_the_list_has(client: Client) -> None:
    make_rows(1)
    page = get(client, "/people/?q=ann")
    assert (page.texts("span", "scripted"), page.texts("span", id="show")) == (["1 person"], ["1 personpeople"])


def test_printed_list_says_where_it_is(client: Client) -> None:
    page = get(client, "/people/?role=campaign&utm_source=x")
    assert page.texts("p", "imprint") == ["http://testserver/people/?role=campaign"]


def test_heading_announces_the_number(client: Client) -> None:
    make_rows(1)
    page = get(client, "/people/?q=ann")
    assert [(one.text, one.attributes["aria-live"]) for one in page.where("h2", id="count")] == [("1 person", "polite")]


def test_title_names_the_filters(client: Client) -> None:
    make_rows(1)
    titles = [get(client, address).texts("title")[0] for address in ("/people/", "/people/?role=campaign&q=ann")]
    assert titles == ["People · Probe", "1 person: “ann”, Campaign · Probe"]


def test_description_of_a_filtered_list_names_the_filters_and_speaks_of_replies(client: Client) -> None:
    make_rows(1)
    [meta] = get(client, "/people/?allegations=any&role=campaign").where("meta", name="description")
    assert meta.attributes["content"] == (
        "1 person. Role: Campaign; Allegations: Has an allegation. Each beside the reason, its source and any reply. "
        "Everyone the article shows or names: their jobs, contacts, and any allegations and replies."
    )


def test_chips_drop_their_filter(client: Client) -> None:
    make_rows(1)
    page = get(client, "/people/?role=campaign&q=ann")
    chips = [(chip.text, chip.attributes["href"], chip.attributes["data-choice"]) for chip in page.where("a", "chip")]
    # Beside the results, and on a phone beside the button that leads there.
    assert chips == 2 * [
        ("Drop Search: “ann” ×", "?role=campaign", "q=ann"),
        ("Drop Role: Campaign ×", "?q=ann", "role=campaign"),
    ]


@pytest.mark.parametrize(
    ("address", "without"),
    [
        (
            "/people/?role=transition&q=ann",
            ["Without “Search: “ann””", "Without “Role: Transition”", "Without any filter"],
        ),
        ("/meetings/?kind=hearing", ["Without “Kind: Hearing”", "Without any filter"]),
        ("/allegations/?standing=reported", ["Without “Standing: Reported”", "Without any filter"]),
    ],
)
def test_empty_list_says_which_filter_to_drop(client: Client, address: str, without: list[str]) -> None:
    make_rows(1)
    assert get(client, address).texts("ul", "drop") == [" ".join(without)]


@pytest.mark.parametrize("noun", ["people", "meetings", "allegations"])
def test_list_of_an_empty_site_says_that_there_is_nothing_yet(client: Client, noun: str) -> None:
    assert get(client, f"/{noun}/").texts("div", "empty") == [f"There are no {noun} yet."]


def test_parameter_that_is_no_filter_leads_to_the_one_meant(client: Client) -> None:
    page = get(client, "/people/?contct=ann&role=campaign&x=1")
    assert page.links()["contact"] == "?role=campaign&contact=ann"


def test_parameter_that_is_no_filter_is_said_to_be_left_out(client: Client) -> None:
    assert get(client, "/people/?rol=campaign&x=1").texts("p", "notice") == [
        "“rol” is no filter here, so it was left out. Did you mean role?",
        "“x” is no filter here, so it was left out.",
    ]


def test_sort_is_part_of_the_form(client: Client) -> None:
    page = get(client, "/people/?sort=name")
    assert [one.attributes["form"] for one in page.where("select", name="sort")] == ["filter"]
    assert [option.text for option in page.where("option") if "selected" in option.attributes] == ["Name"]


def test_pages_of_a_long_list_are_linked(client: Client) -> None:
    for place in range(51):
        make_person(f"Person {place:02}")
    page = get(client, "/people/?page=2&sort=name")
    links = [(one.text, one.attributes["href"]) for one in page.where("a") if one.text.startswith("Page ")]
    assert links == [("Page 1", "?sort=name"), ("Page 2", "?sort=name&page=2")]
    assert page.texts("h3", "name") == ["Person 50"]


def test_meetings_are_listed_with_who_took_part(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_meeting(ann, bob, title="A late talk", summary="They spoke.")
    make_meeting(ann, title="A hearing", kind="hearing", date="2017-07-14", organisation=make_organisation("A panel"))
    page = get(client, "/meetings/")
    assert page.texts("p", "when") == ["14 July 2017", "no date given"]
    assert page.texts("h3") == ["A hearing", "A late talk"]
    assert [text.partition(" 1·")[0] for text in page.texts("p", "beside")] == ["Hearing Held by A panel", "In person"]


def test_names_in_one_line_are_kept_apart_whatever_their_script(client: Client) -> None:
    make_meeting(make_person("سارة علي"), make_person("Bob Cee"))
    assert get(client, "/meetings/").texts("bdi") == ["Bob Cee", "سارة علي"]


def test_allegations_are_listed_beside_their_answers(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, bob, title="The claim"), bob)
    page = get(client, "/allegations/")
    assert (page.texts("h3"), page.texts("h4")) == (["Ann Bee and Bob Cee"], ["The claim"])
    assert page.texts("h5") == ["Allegation", "Ann Bee’s reply", "Bob Cee’s reply"]


def test_allegations_stand_under_their_subject_who_is_named_once(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    for subject, title in ((ann, "Ann Bee: a lie"), (bob, "Bob Cee: a debt"), (ann, "Ann Bee: a theft")):
        make_allegation(subject, title=title)
    page = get(client, "/allegations/")
    assert (page.texts("h3"), page.texts("h4")) == (["Ann Bee", "Bob Cee"], ["A lie", "A theft", "A debt"])
