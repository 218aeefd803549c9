"""What the pages of single entries share."""

from typing import Any

import pytest
from django.test import Client

from people.views import organisations
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    rename,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

SHARED = ("og:title", "og:description")


def make_entries() -> list[Any]:
    """Return one public entry of each noun that owns a page."""
    ann = make_person("Ann Bee")
    office = make_organisation("The office")
    make_role(ann, organisation=office)
    return [ann, make_meeting(ann, title="A talk"), make_allegation(ann), office, ann.passages.get().source]


def test_renamed_entry_redirects_for_good_with_its_query_string(client: Client) -> None:
    moves = []
    for entry in make_entries():
        former = entry.get_absolute_url()
        rename(entry, "renamed")
        response = client.get(former, {"page": "2"})
        moves.append((response.status_code, response.headers["Location"]))
    assert moves == [
        (301, "/people/renamed/?page=2"),
        (301, "/meetings/renamed/?page=2"),
        (301, "/allegations/renamed/?page=2"),
        (301, "/organisations/renamed/?page=2"),
        (301, "/sources/renamed/?page=2"),
    ]


def test_former_address_of_a_hidden_entry_is_not_found(client: Client) -> None:
    ann = make_person("Ann Bee", published=False)
    rename(ann, "renamed")
    assert client.get("/people/ann-bee/").status_code == 404


@pytest.mark.parametrize("noun", ["people", "meetings", "allegations", "organisations", "sources"])
def test_address_that_no_entry_has_is_not_found(client: Client, noun: str) -> None:
    assert client.get(f"/{noun}/nobody/").status_code == 404


def test_organisation_of_which_nothing_is_said_is_not_found(client: Client) -> None:
    make_organisation("The office")
    assert client.get("/organisations/the-office/").status_code == 404


def make_meetings(number: int) -> None:
    people = [make_person(f"Person {place}") for place in range(number)]
    make_meeting(*people, title="A talk", passages=[make_passage() for _ in people])


def make_claims(number: int) -> None:
    people = [make_person(f"Person {place}") for place in range(number)]
    claim = make_allegation(*people)
    for person in people:
        make_response(claim, person)


def make_office(number: int) -> None:
    office = make_organisation("The office")
    for place in range(number):
        make_role(make_person(f"Person {place}"), organisation=office)
        make_meeting(make_person(f"Witness {place}"), kind="hearing", organisation=office)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("make", "address", "queries"),
    [
        (make_meetings, "/meetings/a-talk/", 5),
        (make_claims, "/allegations/the-claim/", 8),
        (make_office, "/organisations/the-office/", 9),
    ],
)
def test_entry_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, *, make: Any, address: str, queries: int, number: int
) -> None:
    make(number)
    with django_assert_num_queries(queries):
        client.get(address)


def test_meeting_says_who_took_part_when_where_and_on_whose_word(client: Client) -> None:
    make_meeting(
        make_person("Ann Bee"),
        make_person("Bob Cee"),
        title="A talk",
        kind="conversation",
        date="2016-07",
        place="Moscow",
        times=2,
        standing="reported",
        organisation=make_organisation("The office"),
    )
    page = get(client, "/meetings/a-talk/")
    assert page.texts("h3")[:2] == ["Ann Bee", "Bob Cee"]
    assert page.texts("dd") == [
        "Conversation",
        "July 2016",
        "Moscow",
        "2 times",
        "The office",
        "Reported",
        "contact of those present",
    ]


@pytest.mark.parametrize(
    ("kind", "names", "words"),
    [
        ("dinner", ["Ann Bee", "Bob Cee"], "contact of those present"),
        ("hearing", ["Ann Bee", "Bob Cee"], "no contact: a hearing"),
    ],
)
def test_meeting_says_whether_it_counts_as_contact(client: Client, kind: str, names: list[str], words: str) -> None:
    make_meeting(*(make_person(name) for name in names), title="A talk", kind=kind)
    assert get(client, "/meetings/a-talk/").texts("dd")[-1] == words


def test_allegation_stands_beside_each_subjects_answer(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    claim = make_allegation(ann, bob, claim="They met.", said_by="A witness", standing="reported")
    make_response(claim, bob, stance="denies", summary="We did not.")
    make_response(claim, bob, stance="explains", summary="It was dark.")
    page = get(client, "/allegations/the-claim/")
    assert page.texts("h2") == [
        "Allegation",
        "Ann Bee’s reply",
        "Bob Cee’s reply",
        "About",
        "Sources",
    ]
    assert page.texts("span", "status") == ["Reported"]
    assert page.texts("div", "side")[0] == "Ann Bee’s reply No reply is recorded here."


def test_allegation_is_described_by_its_standing_its_subjects_and_their_replies(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    claim = make_allegation(ann, bob, title="Ann Bee and Bob Cee: a meeting", standing="reported", slug="the-claim")
    make_response(claim, bob, stance="denies", summary="Cee denies that they met.")
    make_response(claim, bob, stance="explains", summary="Cee says that it was dark.")
    metas = [meta.attributes for meta in get(client, "/allegations/the-claim/").where("meta")]
    assert {meta["property"]: meta["content"] for meta in metas if meta.get("property") in SHARED} == {
        "og:title": "Ann Bee and Bob Cee: a meeting (reported; denied; explained; source gives no reply by others)",
        "og:description": "Reported, about Ann Bee, Bob Cee. Source gives no reply by Ann Bee. "
        "Cee denies that they met. (The first of 2 replies by Bob Cee.)",
    }


def test_outcome_stands_beside_what_is_alleged(client: Client) -> None:
    claim = make_allegation(make_person("Ann Bee"), slug="the-claim", standing="reported")
    make_outcome(claim, "acquitted", date="2018", summary="Ann Bee was acquitted.")
    pages = [get(client, address) for address in ("/allegations/the-claim/", "/allegations/", "/people/ann-bee/")]
    assert [page.texts("span", "status") for page in pages] == [["Reported", "Acquitted"]] * 3
    described = [one.attributes for one in pages[0].where("meta") if one.attributes.get("name") == "description"]
    assert [one["content"] for one in described] == [
        "Reported, about Ann Bee. Source gives no reply by Ann Bee. Outcome: Ann Bee was acquitted."
    ]


def test_denial_before_the_allegation_is_shown_as_no_reply_to_it(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_response(make_allegation(ann), ann, "denied-at-first", summary="Bee at first said no.")
    side = get(client, "/allegations/the-claim/").texts("div", "side")[0]
    assert side.startswith("Ann Bee’s reply No reply is recorded here. Earlier Bee at first said no.")


def test_answer_of_somebody_who_is_no_subject_is_not_left_out(client: Client) -> None:
    make_response(make_allegation(make_person("Ann Bee")), make_person("Bob Cee"))
    assert get(client, "/allegations/the-claim/").texts("h2")[1:3] == ["Ann Bee’s reply", "Bob Cee’s reply"]


def test_organisation_lists_who_held_a_post_and_its_meetings(client: Client) -> None:
    office = make_organisation("The office")
    make_role(make_person("Ann Bee"), "Clerk", organisation=office, start="2016")
    make_meeting(make_person("Bob Cee"), title="A hearing", kind="hearing", organisation=office)
    page = get(client, "/organisations/the-office/")
    assert page.section("Who worked there").texts("td")[:2] == ["Clerk", "from 2016"]
    assert page.section("Meetings it held").texts("h3") == ["A hearing"]


def test_page_names_its_own_address(client: Client) -> None:
    make_person("Ann Bee")
    page = get(client, "/people/ann-bee/?utm=x")
    assert [link.attributes["href"] for link in page.where("link", rel="canonical")] == [
        "http://testserver/people/ann-bee/"
    ]


def test_navigation_marks_where_the_reader_is(client: Client) -> None:
    make_person("Ann Bee")
    marked = [
        [(one.text, one.attributes["aria-current"]) for one in page.where("a") if "aria-current" in one.attributes]
        for page in (get(client, address) for address in ("/", "/people/", "/people/ann-bee/", "/about/"))
    ]
    people = [("People", "page"), ("Cards", "true")]
    assert marked == [[("Probe", "page")], people, [("People", "true")], [("About", "page")]]


def test_organisation_shows_the_first_of_many_jobs(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisations, "MAX_SHOWN", 2)
    office = make_organisation("The office")
    for name in ("Ann", "Bob", "Cee"):
        make_role(make_person(name), organisation=office)
        make_meeting(make_person(), title=f"Meeting of {name}", organisation=office)
    page = get(client, "/organisations/the-office/")
    assert page.texts("th", scope="row") == ["Ann", "Bob"]
    assert page.texts("h3")[:2] == ["Meeting of Ann", "Meeting of Bob"]
    assert [text for text in page.texts("p", "small") if text.startswith("And")] == [
        "And 1 more job.",
        "And 1 more meeting, among all meetings.",
    ]
