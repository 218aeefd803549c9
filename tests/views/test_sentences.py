"""One sentence of a source: what rests on it, beside the others and on a page of its own."""

from typing import Any

import pytest
from django.test import Client

from people.models import Passage, Person
from people.querysets.citing import MAX_LISTED_ENTRIES
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
    rename,
)
from tests.views.document import get
from tests.views.gallery import ADDRESS, make_gallery

pytestmark = pytest.mark.django_db


def test_sentence_lists_all_that_rests_on_it(client: Client) -> None:
    source = make_source("The gallery")
    passages = [make_passage(source)]
    ann, bob = make_person("Ann Bee", passages=passages), make_person("Bob Cee")
    allegation = make_allegation(ann, title="The claim", passages=passages)
    make_response(allegation, ann, stance="denies", passages=passages)
    make_alias(ann, "Annie", passages=passages)
    make_role(ann, "Adviser", passages=passages)
    make_meeting(ann, title="A talk", passages=passages)
    make_tie(ann, bob, kind="friend", passages=passages)
    make_statement(ann, "Resigned.", passages=passages)
    page = get(client, ADDRESS)
    links = [(link.text, link.attributes["href"]) for link in page.where("a")]
    assert links[links.index(("1", "#s1-1")) + 1 : links.index(("How this is made", "/about/"))] == [
        ("Ann Bee", "/people/ann-bee/"),
        ("Ann Bee: Annie", "/people/ann-bee/"),
        ("Ann Bee: Adviser", "/people/ann-bee/#role-ann-bee-adviser"),
        ("A talk", "/meetings/a-talk/"),
        ("Ann Bee is a friend of Bob Cee", "/people/ann-bee/#tie-ann-bee-friend-of-bob-cee"),
        ("The claim", "/allegations/the-claim/"),
        ("Ann Bee denies: The claim", "/allegations/the-claim/#response-ann-bee-denies-the-claim"),
        ("Ann Bee: Resigned.", "/people/ann-bee/#statement-ann-bee-resigned"),
    ]
    assert page.texts("span", "kind") == [
        "Person",
        "Other name",
        "Job",
        "Meeting",
        "Connection",
        "Allegation",
        "Reply",
        "Fact",
    ]


def test_sentence_on_which_nothing_rests_says_why(client: Client) -> None:
    source = make_gallery()
    make_passage(source, reason="photo credit")
    make_passage(source)
    page = get(client, ADDRESS)
    said = [text for text in page.texts("p", "small") if text.startswith("Nothing")]
    assert said == ["Nothing rests on it: photo credit.", "Nothing rests on it yet."]


def test_sentence_shows_its_opening_words(client: Client) -> None:
    source = make_source("The gallery")
    passages = [
        make_passage(source, "slide-1", 0, opening="Ann Bee"),
        make_passage(source, "slide-1", 1, opening="She advised the"),
        make_passage(source, "slide-1", 2),
    ]
    make_person("Ann Bee", passages=passages)
    assert get(client, ADDRESS).texts("p", "opening") == ["Ann Bee", "She advised the …"]
    assert get(client, f"{ADDRESS}s1-1/").texts("p", "opening") == ["She advised the …"]


def test_sentence_on_which_drafts_rest_looks_like_one_on_which_nothing_does(client: Client) -> None:
    make_person("Ghost", passages=[make_passage(make_gallery())], published=False)
    page = get(client, ADDRESS)
    assert page.texts("div", "section") == ["Slide 1 1 PersonZoe 2 Nothing rests on it yet."]


@pytest.fixture
def crowd() -> Passage:
    """A sentence on which three more people rest than a list of sentences shows, and a meeting of theirs."""
    passage = make_passage(make_source("The gallery"))
    people = [make_person(f"Person {place:02}", passages=[passage]) for place in range(MAX_LISTED_ENTRIES + 2)]
    make_person("Ghost", passages=[passage], published=False)
    make_meeting(*people[1:3], title="A talk", passages=[passage])
    return passage


@pytest.mark.usefixtures("crowd")
def test_sentence_shows_the_first_entries_and_leads_to_all(client: Client) -> None:
    page = get(client, ADDRESS)
    [entries] = page.where("ul", "resting")
    assert entries.text == " ".join(f"Person Person {place:02}" for place in range(MAX_LISTED_ENTRIES)).replace(
        "Person Person", "PersonPerson"
    )
    assert page.links()["And 3 more that rest on Slide 1, sentence 1"] == f"{ADDRESS}s1-1/"


@pytest.mark.usefixtures("crowd")
def test_page_of_a_sentence_lists_all_that_rests_on_it(client: Client) -> None:
    Person.objects.filter(name="Person 00").update(status="draft")
    page = get(client, f"{ADDRESS}s1-1/")
    assert page.texts("h1") == ["Slide 1, sentence 1"]
    assert [link.text for link in page.where("a") if link.text.startswith(("Person", "A talk", "Ghost"))] == [
        *(f"Person {place:02}" for place in range(1, MAX_LISTED_ENTRIES + 2)),
        "A talk",
    ]
    assert page.links()["The gallery"] == f"{ADDRESS}#s1-1"


def test_page_of_a_sentence_goes_on_from_one_kind_to_the_next(client: Client) -> None:
    passage = make_passage(make_source("The gallery"))
    for place in range(49):
        ann = make_person(f"Person {place:02}", passages=[passage])
    for place in range(52):
        make_statement(ann, f"Said {place:02}.", passages=[passage])
    pages = [get(client, f"{ADDRESS}s1-1/?page={number}").texts("ul", "resting")[0] for number in (1, 2, 3)]
    assert [(page.count("Fact"), page[-8:]) for page in pages] == [
        (1, "Said 00."),
        (50, "Said 50."),
        (1, "Said 51."),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_page_of_a_sentence_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    passage = make_passage(make_source("The gallery"))
    for place in range(number):
        make_role(make_person(f"Ann {place}", passages=[passage]), passages=[passage])
    with django_assert_num_queries(4):
        client.get(f"{ADDRESS}s1-1/")


@pytest.mark.parametrize("anchor", ["s1-2", "s2-1", "p1-1", "x1-1", "s1", "s1-99999999999999999999"])
def test_sentence_that_a_source_does_not_have_is_not_found(client: Client, anchor: str) -> None:
    make_gallery()
    assert client.get(f"{ADDRESS}{anchor}/").status_code == 404


def test_sentence_of_a_hidden_source_is_not_found(client: Client) -> None:
    make_passage(make_source("The gallery"))
    assert client.get(f"{ADDRESS}s1-1/").status_code == 404


def test_sentence_of_a_renamed_source_is_where_the_new_name_is(client: Client) -> None:
    source = make_gallery()
    rename(source, "novel")
    response = client.get(f"{ADDRESS}s1-1/")
    assert (response.status_code, response.headers["Location"]) == (301, "/sources/novel/s1-1/")
