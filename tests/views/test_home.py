"""The overview."""

from typing import Any

import pytest
from django.test import Client

from people.sets.reading import people_sets
from tests.factories import (
    make_allegation,
    make_meeting,
    make_passage,
    make_person,
    make_response,
    make_role,
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
    people_sets()
    with django_assert_num_queries(16):
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
    assert gallery.texts("p", "small") == ["a man at a table", "Shown, with nothing more said", "A clerk"]


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
        "1 answered, 1 without an answer",
        "of 8 in the source",
    ]


def test_overview_of_an_empty_site_is_a_page(client: Client) -> None:
    assert get(client, "/").section("How much there is").texts("dd") == ["0", "0", "0", "0"]
