"""The choices of long facets, found by name."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from people.filters.facets import MAX_INLINE_CHOICES, MAX_LARGEST_CHOICES
from people.index import get_index
from tests.factories import make_allegation, make_meeting, make_person, make_role, rename
from tests.views.document import get

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> None:
    ann, bob, cy = make_person("Ann Bee"), make_person("Bob Cée"), make_person("Cy Dee")
    make_role(ann, "Press Secretary", category="campaign")
    make_role(cy, "Secretary", category="business")
    make_meeting(ann, bob)
    make_meeting(cy, bob)
    make_allegation(ann, bob)


def options(client: Client, address: str) -> list[tuple[str, str]]:
    page = get(client, address)
    return [(one.text, one.attributes["href"]) for one in page.where("a", role="option")]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("parameter=contact&term=cee", [("Bob Cée 2 people", "/people/?contact=bob-cee")]),
        ("parameter=contact&term=CEE+bob", [("Bob Cée 2 people", "/people/?contact=bob-cee")]),
        ("parameter=contact&term=nobody", []),
        ("parameter=contact&term=bob&role=campaign", [("Bob Cée 1 person", "/people/?role=campaign&contact=bob-cee")]),
        (
            "parameter=title&term=secret",
            [
                ("Press Secretary 1 person", "/people/?title=press-secretary"),
                ("Secretary 1 person", "/people/?title=secretary"),
            ],
        ),
        (
            "parameter=title&term=secret&title=secretary",
            [("Press Secretary 1 person", "/people/?title=secretary&title=press-secretary")],
        ),
        ("parameter=contact&term=cee&view=table", [("Bob Cée 2 people", "/people/?view=table&contact=bob-cee")]),
        ("parameter=contact&term=cee&page=3&rol=x", [("Bob Cée 2 people", "/people/?contact=bob-cee")]),
    ],
)
def test_suggestions_are_choices_with_what_they_list_given_the_other_filters(
    client: Client, query: str, found: list[tuple[str, str]]
) -> None:
    assert options(client, f"/people/choices/suggest/?{query}") == found


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("noun", "suggested"),
    [
        ("meetings", ("Ann Bee 1 meeting", "/meetings/?person=ann-bee")),
        ("allegations", ("Ann Bee 1 allegation", "/allegations/?person=ann-bee")),
        ("timeline", ("Ann Bee 2 entries", "/timeline/?person=ann-bee")),
    ],
)
def test_other_lists_suggest_people(client: Client, noun: str, suggested: tuple[str, str]) -> None:
    assert options(client, f"/{noun}/choices/suggest/?parameter=person&term=ann") == [suggested]


def test_at_most_eight_choices_are_suggested(client: Client) -> None:
    for place in range(9):
        make_role(make_person(f"Person {place}"), f"Post {place}")
    assert len(options(client, "/people/choices/suggest/?parameter=title&term=post")) == 8


@pytest.mark.usefixtures("cast")
def test_suggestion_marks_the_words_that_were_found(client: Client) -> None:
    page = get(client, "/people/choices/suggest/?parameter=title&term=press+secr")
    assert page.texts("mark") == ["Press", "Secretary"]


@pytest.mark.parametrize("address", ["/people/choices/", "/people/choices/suggest/"])
@pytest.mark.parametrize(
    ("query", "parameter", "message"),
    [
        ("", "parameter", "This says which filter is meant."),
        ("parameter=role", "parameter", "“role” isn't one of the options."),
        ("parameter=contact&role=astronaut", "role", "“astronaut” isn't one of the options."),
        (f"parameter=contact&term={'a' * 201}", "term", "This may have at most 200 characters; it has 201."),
        ("parameter=contact&contact=nobody", "contact", "“nobody” isn't one of the options."),
    ],
)
def test_what_makes_no_sense_is_named(client: Client, address: str, query: str, parameter: str, message: str) -> None:
    page = get(client, f"{address}?{query}", 400)
    said = [text for text in page.texts("p") if text == message]
    assert (page.texts("h2")[0], said) == (parameter, [message])


def test_page_that_there_is_not_is_named(client: Client) -> None:
    assert get(client, "/people/choices/?parameter=title&page=2", 400).texts("h2")[0] == "page"


def test_former_slug_redirects_and_keeps_the_question(client: Client) -> None:
    ann = make_person("Ann Bee")
    rename(ann, "annie")
    response = client.get("/people/choices/?parameter=title&term=x&contact=ann-bee")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        "/people/choices/?parameter=title&term=x&contact=annie",
    )


@pytest.mark.usefixtures("cast")
def test_page_lists_the_choices_and_adds_to_those_chosen(client: Client) -> None:
    page = get(client, "/people/choices/?parameter=title&title=secretary")
    assert page.texts("h2") == ["1 choice"]
    assert page.texts("ul", "offered") == ["Press Secretary 1 person"]
    assert "Chosen already: Secretary" in page.texts("p")
    assert page.links()["Press Secretary"] == "/people/?title=secretary&title=press-secretary"
    assert page.links()["Back to the people"] == "/people/?title=secretary"


@pytest.mark.usefixtures("cast")
def test_page_asks_again_with_the_same_filters(client: Client) -> None:
    page = get(client, "/people/choices/?parameter=contact&role=campaign&view=table&term=bob&page=1")
    hidden = [(one.attributes["name"], one.attributes["value"]) for one in page.where("input", type="hidden")]
    assert hidden == [("parameter", "contact"), ("role", "campaign"), ("view", "table")]
    assert [one.attributes["value"] for one in page.where("input", id="find")] == ["bob"]


@pytest.mark.usefixtures("cast")
def test_page_says_where_nothing_has_that_name(client: Client) -> None:
    page = get(client, "/people/choices/?parameter=contact&term=zed")
    assert page.texts("h2") == ["0 choices with “zed”"]
    assert page.links()["See all choices"] == "?parameter=contact"


def test_pages_of_choices_keep_the_question(client: Client) -> None:
    for place in range(51):
        make_role(make_person(f"Person {place}"), f"Post {place:02}")
    page = get(client, "/people/choices/?parameter=title&term=post&page=2")
    assert page.texts("ul", "offered") == ["Post 50 1 person"]
    assert page.links()["Page 1"] == "?parameter=title&term=post"


def test_facet_of_very_many_choices_prints_the_largest_and_leads_to_all(client: Client) -> None:
    for place in range(MAX_INLINE_CHOICES + 1):
        make_role(make_person(f"Person {place:03}"), f"Post {place:03}")
    page = get(client, "/people/?role=campaign")
    assert len(list(page.where("input", name="title", type="checkbox"))) == MAX_LARGEST_CHOICES
    assert page.links()["See all choices: Job title"] == "/people/choices/?parameter=title&role=campaign"


def test_field_of_a_long_facet_belongs_to_a_form_that_keeps_the_filters(client: Client) -> None:
    for place in range(11):
        make_role(make_person(f"Person {place}"), f"Post {place}")
    page = get(client, "/people/?role=campaign")
    [field] = page.where("input", name="term")
    [form] = page.where("form", id=field.attributes["form"])
    hidden = [(one.attributes["name"], one.attributes["value"]) for one in page.where("input", type="hidden")]
    assert (form.attributes["action"], hidden) == (
        "/people/choices/",
        [("parameter", "title"), ("role", "campaign")],
    )
    assert field.attributes["data-suggestions"] == "/people/choices/suggest/?parameter=title&role=campaign"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("parameter", "queries"), [("contact", 5), ("title", 1), ("organisation", 1)])
def test_suggestions_take_as_many_queries_whatever_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, parameter: str, *, queries: int, number: int
) -> None:
    for place in range(number):
        make_meeting(make_person(f"Ann {place}"), make_person(f"Bob {place}"))
    get_index()
    with django_assert_num_queries(queries):
        client.get(f"/people/choices/suggest/?parameter={parameter}&term=ann")
