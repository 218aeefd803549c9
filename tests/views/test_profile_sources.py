"""What a profile shows of its sources: the list of them, and the citations of each line."""

import pytest
from django.test import Client

from tests.factories import make_passage, make_person, make_source, make_statement
from tests.views.document import get

pytestmark = pytest.mark.django_db


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
