"""People as a table, a choice that the address keeps."""

from typing import Any

import pytest
from django.test import Client

from people.index import get_index
from tests.factories import make_allegation, make_meeting, make_person, make_response, make_role
from tests.views.document import get

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> None:
    ann, bob = make_person("Ann Bee", slide=2, description="A clerk"), make_person("Bob Cee")
    make_person("", slide=3)
    make_role(ann, category="campaign")
    make_role(ann, "Banker", category="business")
    make_meeting(ann, bob)
    make_response(make_allegation(ann, title="One"), ann)
    make_allegation(ann, title="Two")


@pytest.mark.usefixtures("cast")
def test_table_says_of_people_what_cards_say(client: Client) -> None:
    page = get(client, "/people/?view=table")
    assert page.texts("tr") == [
        "Slide ↑ Name Jobs Contacts Allegations and replies Compare",
        "slide 2 Ann Bee A clerk Campaign Business 1 contact 2 allegations, 1 with a reply Compare",
        "slide 3 Unnamed (slide 3) a man at a tableThe gallery gives no name 0 contacts none Compare",
        "mentioned Bob Cee 1 contact none Compare",
    ]


@pytest.mark.usefixtures("cast")
def test_table_has_headers_that_sort(client: Client) -> None:
    page = get(client, "/people/?view=table&sort=contacts&role=campaign")
    headers = [(one.text, one.attributes.get("aria-sort")) for one in page.where("th", scope="col")]
    assert headers == [
        ("Slide", None),
        ("Name", None),
        ("Jobs", None),
        ("Contacts ↓", "descending"),
        ("Allegations and replies", None),
        ("Compare", None),
    ]
    links = page.links()
    assert [links[text] for text in ("Slide", "Name", "Contacts ↓")] == [
        "?view=table&role=campaign",
        "?view=table&sort=name&role=campaign",
        "?view=table&sort=contacts&role=campaign",
    ]


@pytest.mark.usefixtures("cast")
def test_table_is_kept_by_every_link_of_the_list(client: Client) -> None:
    page = get(client, "/people/?view=table&role=campaign")
    links = page.links()
    assert [links[text] for text in ("Drop Role: Campaign ×", "Clear all", "Cards", "Table")] == [
        "?view=table",
        "?view=table",
        "?role=campaign",
        "?view=table&role=campaign",
    ]
    only = [one.attributes["href"] for one in page.where("a", "only")]
    assert [address for address in only if "view=table" not in address] == []
    # In the form of the filters, and in that of the field that finds contacts.
    assert [one.attributes["value"] for one in page.where("input", name="view", type="hidden")] == ["table", "table"]


def test_table_is_kept_by_the_pages_of_the_list(client: Client) -> None:
    for place in range(51):
        make_person(f"Person {place:02}")
    assert get(client, "/people/?view=table").links()["Page 2"] == "?view=table&page=2"


@pytest.mark.usefixtures("cast")
def test_view_is_no_filter(client: Client) -> None:
    page = get(client, "/people/?view=table")
    assert (list(page.where("a", "chip")), page.texts("title")) == ([], ["People · Probe"])


@pytest.mark.usefixtures("cast")
def test_what_is_taken_away_has_no_view(client: Client) -> None:
    links = get(client, "/people/?view=table&role=campaign").links()
    assert (links["CSV"], links["JSON"]) == ("/people.csv?role=campaign", "/people.json?role=campaign")


@pytest.mark.parametrize("address", ["/people.csv?view=table", "/people.json?view=table", "/api/v1/people/?view=table"])
def test_exports_and_the_api_know_no_view(client: Client, address: str) -> None:
    assert client.get(address).status_code == 400


def test_view_that_there_is_not_is_named_with_the_choices(client: Client) -> None:
    page = get(client, "/people/?view=chairs", 400)
    assert (page.texts("h2")[0], page.texts("ul", "codes")) == ("view", ["cards table cast"])


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("address", ["/people/", "/people/?view=cards", "/people/?view="])
def test_cards_are_what_is_usual(client: Client, address: str) -> None:
    page = get(client, address)
    assert (len(list(page.where("li", "card"))), list(page.where("table"))) == (3, [])
    current = [one.text for one in page.where("a") if one.attributes.get("aria-current") == "true"]
    assert current == ["Cards"]


@pytest.mark.usefixtures("cast")
def test_people_of_the_table_can_be_ticked_to_compare_them(client: Client) -> None:
    page = get(client, "/people/?view=table")
    assert [
        one.attributes["action"] for one in page.where("form") if "compare" in one.attributes.get("action", "")
    ] == ["/people/compare/"]
    assert [(one.attributes["value"], one.attributes["aria-label"]) for one in page.where("input", name="p")] == [
        ("ann-bee", "Compare Ann Bee"),
        ("slide-3", "Compare Unnamed (slide 3)"),
        ("bob-cee", "Compare Bob Cee"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_table_takes_as_many_queries_as_cards(client: Client, django_assert_num_queries: Any, number: int) -> None:
    for place in range(number):
        make_meeting(make_person(f"Ann {place}"), make_person(f"Bob {place}"))
    get_index()
    with django_assert_num_queries(3):
        client.get("/people/?view=table")
