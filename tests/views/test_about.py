"""The page about the site."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from people.vocabulary import MEANINGS
from tests.factories import (
    make_allegation,
    make_outcome,
    make_passage,
    make_person,
    make_source,
    make_statement,
    make_tie,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", MEANINGS, ids=lambda kind: kind.__name__)
def test_every_choice_of_a_vocabulary_has_a_meaning(kind: type) -> None:
    assert sorted(MEANINGS[kind]) == sorted(kind.values)  # type: ignore[attr-defined]


def test_about_explains_words_in_the_order_of_the_vocabulary(client: Client) -> None:
    terms = get(client, "/about/").texts("dt")
    first = terms.index("Reported")
    assert terms[first : first + 4] == ["Reported", "Alleged", "Stated by authorities", "Acknowledged by the subject"]


def test_about_shows_how_dates_are_read(client: Client) -> None:
    cells = get(client, "/about/").texts("td")
    assert dict(zip(cells[::2], cells[1::2], strict=True)) == {
        "2016-02": "February 2016",
        "2016-03/2016-08": "March to August 2016",
        "2016?-12": "December 2016 (year inferred)",
        "199X": "in the 1990s",
        "2016~": "about 2016",
        "19XX": "in the century 1900–1999",
        "190X": "in the decade 1900–1909",
        "../2017": "before 2017",
        "../2017-07-14": "until 14 July 2017",
        "/2017": "until 2017, start unknown",
        "2016/..": "from 2016 on",
        "2016/": "from 2016, end unknown",
        "blank": "no date given",
    }


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("editors@example.org", "mailto:editors@example.org"),
        ("https://example.org/corrections", "https://example.org/corrections"),
    ],
)
def test_about_says_where_corrections_go(client: Client, settings: Settings, given: str, link: str) -> None:
    settings.CORRECTIONS_CONTACT = given
    assert get(client, "/about/").section("Corrections").links() == {given: link}


def test_about_says_plainly_that_corrections_have_no_address(client: Client, settings: Settings) -> None:
    settings.CORRECTIONS_CONTACT = ""
    page = get(client, "/about/").section("Corrections")
    assert page.texts("p")[0].startswith("Whoever runs this copy of Probe has given no address for corrections.")


def test_about_says_how_much_of_the_sources_is_used(client: Client) -> None:
    for place in range(12):
        make_person(f"Person {place}", passages=[make_passage(make_source(f"Book {place:02}"))])
    page = get(client, "/about/").section("How much of the source is used")
    assert (len(page.texts("h3")), page.links()["12 sources"], page.texts("ul", "key")[0]) == (
        10,
        "/sources/",
        "Used 1 sentence Not used (why) 0 sentences Not yet covered 0 sentences",
    )


def test_words_that_say_on_whose_word_a_line_rests_are_explained_in_place(client: Client) -> None:
    ann = make_person("Ann Bee")
    make_statement(ann, standing="reported")
    make_tie(ann, make_person("Bob Cee"), standing="denied")
    make_outcome(make_allegation(ann, standing="alleged"), kind="acquitted")
    page, explained = get(client, "/people/ann-bee/"), get(client, "/about/")
    terms = [(term.text, term.attributes["href"].removeprefix("/about/#")) for term in page.where("a", "term")]
    assert sorted(terms) == [
        ("Acquitted A court found someone not guilty of it.", "OutcomeKind-acquitted"),
        ("Alleged Someone says so; the source does not say that it is established.", "Standing-alleged"),
        ("Denied One of the two says that it is not so.", "TieStanding-denied"),
        ("Reported The source passes on what others have reported.", "Standing-reported"),
    ]
    assert {anchor for _, anchor in terms} <= {element.attributes.get("id") for element in explained.where("dt")}
