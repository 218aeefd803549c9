"""The list of sources, and one source sentence by sentence."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from people.models import Passage, Person, Source
from people.querysets.citing import MAX_LISTED_ENTRIES
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

pytestmark = pytest.mark.django_db

ADDRESS = "/sources/the-gallery/"


def make_gallery(**fields: Any) -> Source:
    """Return a source with one sentence, on which a person rests."""
    source = make_source("The gallery", **fields)
    make_person("Zoe", passages=[make_passage(source)])
    return source


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


def test_source_is_shown_once_something_published_rests_on_it(client: Client) -> None:
    draft = make_person("Ann Bee", passages=[make_passage(make_source("The gallery"))], published=False)
    assert (get(client, "/sources/").texts("h2"), client.get(ADDRESS).status_code) == ([], 404)
    draft.status = "published"
    draft.save()
    assert (get(client, "/sources/").texts("h2"), client.get(ADDRESS).status_code) == (["The gallery"], 200)


def test_sentence_on_which_drafts_rest_looks_like_one_on_which_nothing_does(client: Client) -> None:
    make_person("Ghost", passages=[make_passage(make_gallery())], published=False)
    page = get(client, ADDRESS)
    assert page.texts("div", "section") == ["Slide 1 1 PersonZoe 2 Nothing rests on it yet."]


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
    source.slug = "novel"
    source.save()
    response = client.get(f"{ADDRESS}s1-1/")
    assert (response.status_code, response.headers["Location"]) == (301, "/sources/novel/s1-1/")
