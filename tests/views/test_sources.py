"""The list of sources, and one source sentence by sentence."""

from typing import Any

import pytest
from django.test import Client

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
)
from tests.views.document import get

pytestmark = pytest.mark.django_db

ADDRESS = "/sources/the-gallery/"


def make_sentences(number: int) -> None:
    source = make_source("The gallery")
    for place in range(number):
        passages = [make_passage(source, f"slide-{place + 1}")]
        ann, bob = (make_person(f"{name} {place}", passages=passages) for name in ("Ann", "Bob"))
        allegation = make_allegation(ann, passages=passages)
        make_response(allegation, ann, passages=passages)
        make_alias(ann, passages=passages)
        make_role(ann, passages=passages)
        make_meeting(ann, bob, passages=passages)
        make_tie(ann, bob, passages=passages)
        make_statement(ann, passages=passages)


@pytest.mark.parametrize("number", [1, 3])
def test_source_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    make_sentences(number)
    with django_assert_num_queries(10):
        client.get(ADDRESS)


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_sources_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        make_person("Ann Bee", passages=[make_passage(make_source(f"Source {place}"))])
    with django_assert_num_queries(2):
        client.get("/sources/")


def test_list_of_sources_says_how_much_of_each_is_used(client: Client) -> None:
    source = make_source("The gallery", publisher="A newspaper", date="2017")
    make_person("Ann Bee", passages=[make_passage(source)])
    make_person("Bob Cee", passages=[make_passage(source)], published=False)
    page = get(client, "/sources/")
    assert page.texts("p", "when") == ["News article, 2017"]
    assert page.texts("p", "beside") == ["A newspaper 2 sentences, 1 of them used"]


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
    assert links[links.index(("1", "#s1-1")) + 1 : -2] == [
        ("Ann Bee", "/people/ann-bee/"),
        ("Ann Bee: Annie", "/people/ann-bee/"),
        ("Ann Bee: Adviser", "/people/ann-bee/#role-ann-bee-adviser"),
        ("A talk", "/meetings/a-talk/"),
        ("Ann Bee friend of Bob Cee", "/people/ann-bee/#tie-ann-bee-friend-of-bob-cee"),
        ("The claim", "/allegations/the-claim/"),
        ("Ann Bee denies: The claim", "/allegations/the-claim/#response-ann-bee-denies-the-claim"),
        ("Ann Bee: Resigned.", "/people/ann-bee/#statement-ann-bee-resigned"),
    ]
    assert page.texts("span", "kind") == [
        "Person",
        "Other name",
        "Role",
        "Meeting",
        "Connection",
        "Allegation",
        "Answer",
        "Statement",
    ]


def test_sentence_on_which_nothing_rests_says_why(client: Client) -> None:
    source = make_source("The gallery")
    make_passage(source, reason="photo credit")
    make_passage(source)
    page = get(client, ADDRESS)
    said = [text for text in page.texts("p", "small") if text.startswith("Nothing")]
    assert said == ["Nothing rests on it: photo credit.", "Nothing rests on it yet."]


def test_sentences_stand_in_their_sections_in_the_documents_order(client: Client) -> None:
    source = make_source("The gallery")
    for section, sentence in (("headline", 1), ("slide-5", 0), ("slide-5", 1), ("paragraph-2", 1)):
        make_passage(source, section, sentence)
    page = get(client, ADDRESS)
    assert page.texts("h3") == ["Headline", "Slide 5", "Paragraph 2"]
    assert [place.attributes["id"] for place in page.where("li", "place")] == ["h-1", "s5-0", "s5-1", "p2-1"]


@pytest.mark.parametrize(("rights", "shown"), [("full-text", ["Ann spoke."]), ("short-quotation", [])])
def test_text_is_shown_only_where_the_source_may_be_shown_in_full(
    client: Client, rights: str, shown: list[str]
) -> None:
    make_passage(make_source("The gallery", rights=rights), text="Ann spoke.")
    page = get(client, ADDRESS)
    assert page.texts("blockquote") == shown
    assert ("Ann spoke." in " ".join(page.texts("body"))) == bool(shown)


def test_source_says_how_much_of_it_is_used(client: Client) -> None:
    source = make_source("The gallery")
    make_person("Ann Bee", passages=[make_passage(source, reason="it has a reason and is used")])
    make_passage(source, reason="photo credit")
    make_passage(source)
    make_passage(source)
    assert get(client, ADDRESS).texts("dd")[:4] == ["4", "1", "1", "2"]


def test_source_says_how_to_read_and_check_the_original(client: Client) -> None:
    make_source("The gallery", publisher="A newspaper", url="https://example.org/story")
    page = get(client, ADDRESS)
    assert page.texts("dd")[4:] == ["A newspaper", "https://example.org/story", "the-gallery", "Short quotation"]
    assert page.texts("code") == ["the-gallery", "manage.py source_coverage PATH"]
