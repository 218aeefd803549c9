"""The overview."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from tests.factories import (
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
)
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def questions(page: Document) -> list[tuple[str, str]]:
    """Each question's link: its text with the number, and its address."""
    links = page.section("Questions it answers").where("a")
    return [(link.text, link.attributes["href"]) for link in links]


def make_site(number: int) -> None:
    kislyak = make_person("Sergey Kislyak")
    for place in range(number):
        person = make_person(f"Person {place}", slide=place + 1)
        make_role(person)
        make_meeting(person, kislyak)
        make_response(make_allegation(person), person)


@pytest.mark.parametrize("number", [1, 3])
def test_overview_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    make_site(number)
    client.get("/")  # which loads the index
    with django_assert_num_queries(11):
        client.get("/")


def test_questions_give_the_length_of_the_lists_they_lead_to(client: Client) -> None:
    make_site(3)
    make_meeting(make_person("Ann Bee"), kind="hearing")
    make_role(make_person("Bob Cee"), category="transition")
    make_meeting(make_person("Cy Dee"), make_person("Sergey Kislyak"))
    asked = questions(get(client, "/"))
    lengths = [get(client, address).texts("h2", id="count") for _, address in asked]
    assert [text.rpartition("?")[2].strip() for text, _ in asked] == [length for [length] in lengths]
    assert [length for [length] in lengths] == [
        "3 people",
        "1 person",
        "3 people",
        "3 people",
        "1 meeting",
        "3 allegations",
        "0 allegations",
    ]


def test_question_about_somebody_of_whom_the_site_does_not_speak_is_left_out(client: Client) -> None:
    make_person("Sergey Kislyak", published=False)
    assert [address for _, address in questions(get(client, "/")) if "contact" in address] == []


def test_gallery_is_in_its_order_without_who_is_only_mentioned(client: Client) -> None:
    make_person("Ann Bee", slide=3, description="A clerk")
    make_person("", slide=1)
    make_person("Bob Cee", slide=2)
    make_person("Cy Dee")
    gallery = get(client, "/").section("The gallery, in its order")
    assert gallery.texts("h3") == ["Unnamed: slide 1", "Bob Cee", "Ann Bee"]
    assert gallery.texts("p", "small") == ["a man at a table", "Shown; nothing more is recorded here", "A clerk"]


def test_figures_count_what_readers_see(client: Client) -> None:
    ann = make_person("Ann Bee", slide=1)
    make_person("Bob Cee")
    make_person("Cy Dee", published=False)
    make_meeting(ann)
    make_response(make_allegation(ann), ann)
    make_allegation(ann, title="Another")
    make_passage()
    figures = get(client, "/").section("How much there is")
    assert figures.texts("dd") == ["2", "1", "2", "6"]
    assert figures.texts("span", "small") == [
        "1 of them in the gallery",
        "talks, messages and hearings too",
        "1 with a reply, 1 without a reply",
        "of 8 in the source",
    ]


def test_overview_of_an_empty_site_is_a_page(client: Client) -> None:
    assert get(client, "/").section("How much there is").texts("dd") == ["0", "0", "0", "0"]


# The number that a link of the figures ends in, and its noun.
COUNTED = re.compile(r"(?P<number>[\d,]+ (person|people|allegations?|sentences?))( in contact with somebody)?$")


def counted(page: Document) -> list[tuple[str, str]]:
    """Each number of the figures with the address that it leads to."""
    links = [(COUNTED.search(link.text), link.attributes["href"]) for link in page.section("In figures").where("a")]
    return [(match["number"], address) for match, address in links if match]


def test_every_figure_is_the_length_of_the_list_that_it_leads_to(client: Client) -> None:
    call_command("seed", verbosity=0)
    numbers = counted(get(client, "/"))
    lists = [(number, address) for number, address in numbers if not address.startswith("/sources/")]
    assert [([number], address) for number, address in lists] == [
        (get(client, address).texts("h2", id="count"), address) for _, address in lists
    ]
    assert [address.partition("=")[0] for _, address in lists] == [
        *["/people/?role"] * 9,
        *["/people/?contact"] * 10,
        "/people/?contact_kind",
        *["/allegations/?answered"] * 2,
    ]


def test_sentences_of_a_source_are_those_that_its_page_counts(client: Client) -> None:
    call_command("seed", verbosity=0)
    sources = [(number, address) for number, address in counted(get(client, "/")) if address.startswith("/sources/")]
    [address] = {address for _, address in sources}
    _, *numbers = get(client, address).section("How much of it is used").texts("dd")
    assert [f"{number} sentences" for number in numbers] == [number for number, _ in sources]


def test_figures_say_in_words_what_they_draw(client: Client) -> None:
    make_site(2)
    figures = get(client, "/").section("In figures")
    assert figures.texts("h3") == [
        "People by kind of post",
        "Contacts per person",
        "Allegations with and without a reply",
        "Sentences on which something here rests",
    ]
    words = [one.text for one in figures.where("span") if one.classes]
    assert [" ".join(pair) for pair in zip(words[::2], words[1::2], strict=True)] == [
        "Campaign 2 people",
        "Person 0 1 person",
        "Person 1 1 person",
        "Sergey Kislyak 2 people",
        "Reply given 2 allegations",
        "Source gives no reply 0 allegations",
        "Used 11 sentences",
        "Not used, with the reason 0 sentences",
        "Still open 0 sentences",
    ]


def test_bars_are_drawn_beside_their_words(client: Client) -> None:
    make_site(2)
    figures = get(client, "/").section("In figures")
    shapes = [shape.attributes for shape in figures.where("rect")]
    drawn = [(shape.get("class"), shape["x"], shape["width"]) for shape in shapes]
    assert (drawn, figures.texts("title")) == (
        [
            ("cat-campaign", "0", "1000"),
            (None, "0", "500"),
            (None, "0", "500"),
            (None, "0", "1000"),
            ("part-answered", "0", "1000"),
            ("part-answered", "1", "22"),
            ("part-unanswered", "1", "22"),
            ("part-used", "0", "1000"),
            ("part-used", "1", "22"),
            ("part-explained", "1", "22"),
            ("part-open", "1", "22"),
        ],
        [
            "Campaign: 2 people",
            "Person 0: 1 person",
            "Person 1: 1 person",
            "Sergey Kislyak: 2 people",
            "Reply given: 2 allegations",
            "Used: 11 sentences",
        ],
    )


def test_figures_say_how_many_people_in_contact_they_leave_out(client: Client) -> None:
    make_site(12)
    assert get(client, "/").section("In figures").texts("p", "small")[1] == (
        "With how many people somebody was in contact, in the gallery’s order. "
        "Having been at the same hearing is none. "
        "10 of the 13 people in contact with somebody are shown, 3 with no more contacts than these are not."
    )


def test_figures_say_how_many_sources_they_leave_out(client: Client) -> None:
    make_person()
    for place in range(12):
        make_person(f"Person {place}", passages=[make_passage(make_source(f"Book {place:02}"))])
    figures = get(client, "/").section("In figures")
    assert (len(figures.texts("h4")), figures.texts("p", "small")) == (10, ["The first 10 by title of 13 sources."])


def test_figures_without_anybody_are_left_out(client: Client) -> None:
    assert get(client, "/").texts("h2") == ["Questions it answers", "How much there is", "The gallery, in its order"]
