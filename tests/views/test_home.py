"""The overview."""

import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from people.models import Person
from tests.factories import make_allegation, make_meeting, make_person, make_response, make_role
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def questions(page: Document) -> list[tuple[str, str]]:
    """Each question's link: its text with the number, and its address."""
    links = page.section("Start with a question").where("a")
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
    with django_assert_num_queries(13):
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
        "0 people",
    ]


def test_question_about_somebody_of_whom_the_site_does_not_speak_is_left_out(client: Client) -> None:
    make_person("Sergey Kislyak", published=False)
    assert [address for _, address in questions(get(client, "/")) if "contact" in address] == []


def test_gallery_is_in_its_order_without_who_is_only_mentioned(client: Client) -> None:
    make_person("Ann Bee", slide=3, description="A clerk")
    make_person("", slide=1)
    make_person("Bob Cee", slide=2)
    make_person("Cy Dee")
    gallery = get(client, "/").section("The gallery, in order")
    assert gallery.texts("h3") == ["Unnamed (slide 1)", "Bob Cee", "Ann Bee"]
    assert gallery.texts("p", "small") == ["a man at a table", "Shown; nothing more is recorded here", "A clerk"]


def test_totals_count_what_readers_see(client: Client) -> None:
    ann = make_person("Ann Bee", slide=1)
    make_person("Bob Cee")
    make_person("Cy Dee", published=False)
    make_meeting(ann)
    make_allegation(ann)
    make_allegation(ann, title="Another")
    assert get(client, "/").texts("p", "totals") == ["2 people, 1 meeting, 2 allegations"]


def test_answer_names_who_had_contact_how_and_when(client: Client) -> None:
    kislyak, ann = make_person("Sergey Kislyak"), make_person("Ann Bee", slide=2, description="A clerk")
    make_role(ann)
    make_role(make_person("Bob Cee", slide=1))
    make_meeting(ann, kislyak, make_person("Cy Dee"), kind="dinner", date="2016-07", place="A club", title="One")
    make_meeting(ann, kislyak, summary="They spoke.", standing="reported", times=2, title="Another")
    make_meeting(ann, kislyak, kind="hearing", title="A hearing")
    answer = get(client, "/").section("Who in the campaign had contact with ambassador Kislyak?")
    assert [answer.texts(*one) for one in (("h3",), ("p", "small"), ("p", "beside"))] == [
        ["Ann Bee"],
        ["A clerk"],
        ["Dinner, July 2016 A club", "In person, no date given 2 timesReported"],
    ]
    assert answer.links()["See this as a list"] == "/people/?role=campaign&contact=sergey-kislyak"


def test_answer_is_the_beginning_of_a_long_one(client: Client) -> None:
    kislyak = make_person("Sergey Kislyak")
    for place in range(8):
        make_role(person := make_person(f"Person {place}", slide=place + 1))
        make_meeting(person, kislyak)
    for place in range(4):
        make_meeting(Person.objects.get(slide=1), kislyak, title=f"Meeting {place}")
    answer = get(client, "/").section("Who in the campaign had contact with ambassador Kislyak?")
    assert answer.texts("h3") == [f"Person {place}" for place in range(6)]
    assert answer.texts("li", "small") == ["and 2 more contacts"]
    assert "See all 8 as a list" in answer.links()


# The number that a link of the figures ends in, and its noun.
COUNTED = re.compile(r"(?P<number>[\d,]+ (person|people|allegations?))( who had contact with anyone)?$")


def counted(page: Document) -> list[tuple[str, str]]:
    """Each number of the figures with the address that it leads to."""
    links = [(COUNTED.search(link.text), link.attributes["href"]) for link in page.section("By the numbers").where("a")]
    return [(match["number"], address) for match, address in links if match]


def test_every_figure_is_the_length_of_the_list_that_it_leads_to(client: Client) -> None:
    call_command("seed", verbosity=0)
    lists = [one for one in counted(get(client, "/")) if "?" in one[1]]
    assert [([number], address) for number, address in lists] == [
        (get(client, address).texts("h2", id="count"), address) for _, address in lists
    ]
    assert [address.partition("=")[0] for _, address in lists] == [
        *["/people/?role"] * 9,
        *["/people/?contact"] * 10,
        "/people/?contact_kind",
        *["/allegations/?answered"] * 2,
    ]


def test_figures_say_in_words_what_they_draw(client: Client) -> None:
    make_site(2)
    figures = get(client, "/").section("By the numbers")
    assert figures.texts("h3") == [
        "People by kind of job",
        "Contacts per person",
        "Allegations with and without a reply",
    ]
    words = [one.text for one in figures.where("span") if one.classes]
    assert [" ".join(pair) for pair in zip(words[::2], words[1::2], strict=True)] == [
        "Campaign 2 people",
        "Person 0 1 person",
        "Person 1 1 person",
        "Sergey Kislyak 2 people",
        "Reply given 2 allegations",
        "Source gives no reply 0 allegations",
    ]


def test_bars_are_drawn_beside_their_words(client: Client) -> None:
    make_site(2)
    figures = get(client, "/").section("By the numbers")
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
        ],
        [
            "Campaign: 2 people",
            "Person 0: 1 person",
            "Person 1: 1 person",
            "Sergey Kislyak: 2 people",
            "Reply given: 2 allegations",
        ],
    )


def test_figures_say_how_many_people_in_contact_they_leave_out(client: Client) -> None:
    make_site(12)
    assert get(client, "/").section("By the numbers").texts("p", "small")[1] == (
        "The number of people each was in contact with, in the gallery’s order. Hearings don’t count as contact. "
        "Shown are 10 of the 13 people who had contact with anyone; the others have no more contacts than these."
    )


def test_figures_without_anybody_are_left_out(client: Client) -> None:
    assert get(client, "/").texts("h2") == ["Start with a question", "The gallery, in order"]
