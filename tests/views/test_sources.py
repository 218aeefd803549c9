"""The list of sources, and one source sentence by sentence."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from people.models import Passage, Source
from people.querysets.passage import PASSAGES_PER_PAGE
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
from tests.views.gallery import ADDRESS, make_gallery

pytestmark = pytest.mark.django_db


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
    with django_assert_num_queries(13):
        client.get(ADDRESS)


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_sources_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        make_person("Ann Bee", passages=[make_passage(make_source(f"Source {place}"))])
    with django_assert_num_queries(3):
        client.get("/sources/")


def test_list_of_sources_says_how_much_of_each_is_used(client: Client) -> None:
    source = make_source(
        "The gallery", gallery_title="Key people", publisher="A newspaper", date="2017", covers_until="2017-12"
    )
    make_person("Ann Bee", passages=[make_passage(source)])
    make_person("Bob Cee", passages=[make_passage(source)], published=False)
    page = get(client, "/sources/")
    assert page.texts("p", "when") == ["News article, 2017"]
    assert page.texts("p", "beside") == [
        "With the gallery “Key people” A newspaper Covers until December 2017 2 sentences, 1 of them used"
    ]


def test_sentences_stand_in_their_sections_in_the_documents_order(client: Client) -> None:
    source = make_source("The gallery")
    for section, sentence in (("headline", 1), ("slide-5", 0), ("slide-5", 1), ("paragraph-2", 1)):
        make_passage(source, section, sentence)
    make_person(passages=source.passages.all())
    page = get(client, ADDRESS)
    assert page.texts("h3") == ["Headline", "Slide 5", "Paragraph 2"]
    assert [place.attributes["id"] for place in page.where("li", "place")] == ["h-1", "s5-0", "s5-1", "p2-1"]


@pytest.mark.parametrize(("rights", "shown"), [("full-text", ["Ann spoke."]), ("short-quotation", [])])
def test_text_is_shown_only_where_the_source_may_be_shown_in_full(
    client: Client, rights: str, shown: list[str]
) -> None:
    make_person(passages=[make_passage(make_source("The gallery", rights=rights), text="Ann spoke.")])
    page = get(client, ADDRESS)
    assert page.texts("blockquote") == shown
    assert ("Ann spoke." in " ".join(page.texts("body"))) == bool(shown)


def test_source_says_how_much_of_it_is_used(client: Client) -> None:
    source = make_source("The gallery")
    make_person("Ann Bee", passages=[make_passage(source, reason="it has a reason and is used")])
    make_passage(source, reason="photo credit")
    make_passage(source)
    make_passage(source)
    assert get(client, ADDRESS).texts("dd")[-4:] == ["4", "1", "1", "2"]


def test_source_says_what_is_known_of_the_original(client: Client) -> None:
    make_gallery(
        publisher="A newspaper",
        date="2017",
        url="https://example.org/story",
        archived_url="https://archive.example.org/story",
        read_on=dt.date(2018, 1, 9),
    )
    page = get(client, ADDRESS)
    assert page.texts("dd")[:-4] == [
        "A newspaper",
        "2017",
        "https://example.org/story",
        "https://archive.example.org/story",
        "9 January 2018",
        "the-gallery",
        "Short quotation",
    ]


def test_source_says_what_the_copy_does_not_give(client: Client) -> None:
    make_gallery(date="2017")
    page = get(client, ADDRESS)
    assert page.texts("dd")[:-4] == ["2017", "the-gallery", "Short quotation"]
    assert "Publisher, address: not given in the copy that this rests on." in page.texts("p", "small")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "News article. How far it reaches is not recorded here."),
        (
            {"gallery_title": "Key people", "covers_until": "2017-12"},
            (
                "News article, with the gallery “Key people”. "
                "As of December 2017, the latest date that it gives; nothing after it is covered."
            ),
        ),
    ],
)
def test_source_says_how_far_it_reaches(client: Client, fields: dict[str, str], said: str) -> None:
    make_gallery(**fields)
    assert get(client, ADDRESS).texts("p", "intro")[0] == said


def test_source_says_how_to_check_a_copy_without_script(client: Client) -> None:
    make_gallery()
    assert get(client, ADDRESS).texts("code") == ["the-gallery", "manage.py source_coverage PATH"]


def test_source_is_shown_once_something_published_rests_on_it(client: Client) -> None:
    draft = make_person("Ann Bee", passages=[make_passage(make_source("The gallery"))], published=False)
    assert (get(client, "/sources/").texts("h2"), client.get(ADDRESS).status_code) == ([], 404)
    draft.status = "published"
    draft.save()
    assert (get(client, "/sources/").texts("h2"), client.get(ADDRESS).status_code) == (["The gallery"], 200)


def make_long_source(*positions: int) -> Source:
    """Return a source with sentences at these positions, on all of which one person rests."""
    source = make_source("The gallery")
    passages = [make_passage(source, f"slide-{position}", 1, position=position) for position in positions]
    make_person("Ann Bee", passages=passages)
    return source


def test_sentences_stand_on_pages_by_their_positions(client: Client) -> None:
    make_long_source(1, PASSAGES_PER_PAGE, PASSAGES_PER_PAGE + 1, 2 * PASSAGES_PER_PAGE + 1)
    pages = [get(client, f"{ADDRESS}?page={number}") for number in (1, 2, 3)]
    assert [page.texts("h3") for page in pages] == [["Slide 1", "Slide 200"], ["Slide 201"], ["Slide 401"]]
    links = [link.attributes["href"] for link in pages[1].where("a")]
    assert [link for link in links if link.startswith("?")] == ["?", "?page=2", "?page=3"]


def test_citation_leads_to_the_page_that_has_its_sentence(client: Client) -> None:
    make_long_source(1, 2 * PASSAGES_PER_PAGE)
    first, last = Passage.objects.order_by("position")
    assert [one.get_absolute_url() for one in (first, last)] == [f"{ADDRESS}#s1-1", f"{ADDRESS}?page=2#s400-1"]
    page = get(client, last.get_absolute_url())
    assert [place.attributes["id"] for place in page.where("li", "place")] == ["s400-1"]


def test_page_between_far_sentences_is_empty(client: Client) -> None:
    make_long_source(1, 2 * PASSAGES_PER_PAGE + 1)
    assert "No sentence stands on this page." in get(client, f"{ADDRESS}?page=2").texts("p")


@pytest.mark.parametrize("number", ["0", "3", "x", "99999999999999999999"])
def test_source_without_that_page_says_which_there_are(client: Client, number: str) -> None:
    make_long_source(1, PASSAGES_PER_PAGE + 1)
    assert "1 to 2" in " ".join(get(client, f"{ADDRESS}?page={number}", status=400).texts("main"))


def test_sources_are_listed_in_pages(client: Client) -> None:
    for place in range(51):
        make_person(passages=[make_passage(make_source(f"Source {place:02}"))])
    pages = [get(client, f"/sources/?page={number}") for number in (1, 2)]
    assert [len(page.texts("h2")) for page in pages] == [50, 1]
