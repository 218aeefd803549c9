"""Taking the data away: lists with their filters, and everything at once."""

import csv
import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.exports.formats import FORMATS
from people.exports.xlsx import MEDIA_TYPE
from people.models import Person
from people.vocabulary import Standing
from tests.factories import make_allegation, make_meeting, make_person, make_response, make_role, rename
from tests.views.document import alternates, body, get
from tests.workbooks import worksheets

pytestmark = pytest.mark.django_db

PARAMETERS = "Choices: standing, answered, reply, person, updated_since, bom"
ANSWERED = "answered: “maybe” isn't one of the options. Choices: answered, unanswered"


@pytest.fixture
def cast() -> None:
    """Ann met Cy and is in the campaign; Bob is accused and answers; Dee is a draft."""
    ann, bob, cy = make_person("Ann Bee", slide=2), make_person("Bob Cee", slide=1), make_person("Cy Dee")
    make_role(ann, "Manager", "campaign")
    make_meeting(ann, cy, title="A dinner", kind="dinner")
    make_meeting(ann, bob, title="A message", kind="message")
    make_response(make_allegation(bob), bob)
    make_person("Dee Draft", published=False)


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    "list_and_query",
    ["people{}", "people{}?sort=name&role=campaign", "meetings{}?kind=message", "allegations{}?answered=unanswered"],
)
def test_workbook_holds_what_the_csv_holds(client: Client, list_and_query: str) -> None:
    lines = body(client.get(f"/{list_and_query.format('.csv')}"))
    (sheet,) = worksheets(client.get(f"/{list_and_query.format('.xlsx')}").getvalue()).values()
    assert sheet == list(csv.reader(io.StringIO(lines, newline="")))


def test_workbook_refuses_what_it_can_not_read(client: Client) -> None:
    response = client.get("/allegations.xlsx?answered=maybe")
    assert (response.status_code, response.content.decode()) == (400, f"{ANSWERED}\n")


def rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body(client.get(address)), newline="")))


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("address", "column", "expected"),
    [
        ("/people{}", "slug", ["bob-cee", "ann-bee", "cy-dee"]),
        ("/people{}?sort=name", "slug", ["ann-bee", "bob-cee", "cy-dee"]),
        ("/people{}?sort=contacts&q=", "slug", ["ann-bee", "bob-cee", "cy-dee"]),
        ("/people{}?contact=cy-dee&contact_kind=dinner", "slug", ["ann-bee"]),
        ("/people{}?role=media", "slug", []),
        ("/meetings{}", "title", ["A dinner", "A message"]),
        ("/meetings{}?kind=message", "title", ["A message"]),
        ("/allegations{}", "title", ["The claim"]),
        ("/allegations{}?answered=unanswered", "title", []),
    ],
)
def test_list_is_sent_as_the_query_string_filters_it(
    client: Client, address: str, column: str, expected: list[str]
) -> None:
    assert [row[column] for row in rows(client, address.format(".csv"))] == expected
    assert [row[column] for row in json.loads(body(client.get(address.format(".json"))))["results"]] == expected


@pytest.mark.parametrize("noun", ["people", "meetings", "allegations"])
@pytest.mark.parametrize(
    ("form", "media_type"),
    [("csv", "text/csv; charset=utf-8"), ("json", "application/json"), ("xlsx", MEDIA_TYPE)],
)
def test_list_is_sent_as_a_file(client: Client, noun: str, form: str, media_type: str) -> None:
    response = client.get(f"/{noun}.{form}")
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{noun}.{form}"'


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("address", ["/people.csv", "/people.json", "/allegations.csv", "/allegations.json"])
def test_list_has_every_answer_beside_the_allegation(client: Client, address: str) -> None:
    text = body(client.get(address))
    assert text.count("Something happened.") == text.count("Nothing happened.") == 1


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(("query", "starts"), [("", "slug,"), ("?bom=no", "slug,"), ("?bom=yes", "\ufeffslug,")])
def test_csv_has_a_byte_order_mark_on_demand(client: Client, query: str, starts: str) -> None:
    assert body(client.get(f"/people.csv{query}")).startswith(starts)


@pytest.mark.parametrize(
    "address",
    ["/people.csv", "/people.xlsx", "/people.json", "/people.atom", "/api/v1/people/", "/api/v1/people/facets/"],
)
def test_what_follows_clicks_is_ignored(client: Client, address: str) -> None:
    assert client.get(f"{address}?utm_source=x&utm_x=&fbclid=y&gclid=z").status_code == 200
    assert client.get(f"{address}?utms=x").status_code == 400


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "standing=guilty",
            f"standing: “guilty” isn't one of the options. Choices: {', '.join(Standing.values)}\n",
        ),
        (
            "standig=alleged&answered=maybe",
            f"standig: “standig” is no parameter of this address. Did you mean standing? {PARAMETERS}\n{ANSWERED}\n",
        ),
        ("bom=maybe", "bom: “maybe” isn't one of the options. Choices: yes, no\n"),
        ("page=2", f"page: “page” is no parameter of this address. {PARAMETERS}\n"),
    ],
)
def test_csv_refuses_what_it_can_not_read_in_plain_text(client: Client, query: str, expected: str) -> None:
    response = client.get(f"/allegations.csv?{query}")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content.decode() == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "answered=maybe",
            {
                "parameter": "answered",
                "message": "“maybe” isn't one of the options.",
                "choices": ["answered", "unanswered"],
                "suggestions": [],
            },
        ),
        (
            "bom=yes",
            {
                "parameter": "bom",
                "message": "“bom” is no parameter of this address.",
                "choices": ["standing", "answered", "reply", "person", "updated_since"],
                "suggestions": [],
            },
        ),
    ],
)
def test_json_refuses_what_it_can_not_read_as_the_api_does(
    client: Client, query: str, expected: dict[str, Any]
) -> None:
    response = client.get(f"/allegations.json?{query}")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["errors"] == [expected]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("form", ["csv", "xlsx", "json", "atom"])
def test_list_of_a_renamed_person_s_contacts_is_where_the_new_name_is(client: Client, form: str) -> None:
    rename(Person.objects.get(slug="cy-dee"), "cy-eff")
    response = client.get(f"/people.{form}?contact=cy-dee&role=campaign")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        f"/people.{form}?contact=cy-eff&role=campaign",
    )


@pytest.mark.parametrize(
    "address", ["/people.csv", "/people.xlsx", "/people.json", "/meetings.csv", "/allegations.json"]
)
def test_list_takes_as_many_queries_for_three_rows_as_for_one(client: Client, address: str) -> None:
    numbers = []
    for names in (["Ann"], ["Bob", "Cy"]):
        for name in names:
            person = make_person(name)
            make_role(person)
            make_meeting(person)
            make_response(make_allegation(person), person)
        with CaptureQueriesContext(connection) as queries:
            client.get(address).getvalue()
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("/people/", ""),
        ("/people/?contact=cy-dee&page=1&sort=name&unknown=1", "?contact=cy-dee&sort=name"),
        ("/meetings/?kind=dinner", "?kind=dinner"),
        ("/allegations/?answered=answered", "?answered=answered"),
    ],
)
def test_list_page_leads_to_itself_in_other_forms(client: Client, page: str, query: str) -> None:
    document = get(client, page)
    noun = page.split("/")[1]
    links = document.links()
    assert [links[text] for text in ("Excel", "CSV", "JSON", "changes as Atom", "More formats")] == [
        f"/{noun}.xlsx{query}",
        f"/{noun}.csv{query}",
        f"/{noun}.json{query}",
        f"/{noun}.atom{query}",
        "/data/",
    ]
    assert alternates(document) == {"application/atom+xml": f"/{noun}.atom{query}"}
    assert client.get(f"/{noun}.csv{query}").status_code == 200


@pytest.mark.usefixtures("world")
def test_data_page_leads_to_every_form_of_everything(client: Client) -> None:
    addresses = get(client, "/data/").links().values()
    assert {f"/data/{name}" for name in FORMATS} <= set(addresses)
    found = {address: client.get(address).status_code for address in addresses if address.startswith("/")}
    assert found == dict.fromkeys(found, 200)


def test_every_page_leads_to_the_data(client: Client) -> None:
    assert get(client, "/about/").links()["download the data"] == "/data/"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("name", FORMATS)
def test_everything_is_sent_as_a_file(client: Client, name: str) -> None:
    response = client.get(f"/data/{name}")
    assert response.headers["Content-Disposition"] == f'attachment; filename="probe-{name}"'
    assert response.headers["Content-Type"] == FORMATS[name].media_type
    assert response.getvalue()


def test_file_that_there_is_not_is_not_found(client: Client) -> None:
    get(client, "/data/everything.xlsx", 404)


@pytest.mark.usefixtures("world")
def test_exported_addresses_have_scheme_and_host(client: Client) -> None:
    response = client.get("/people.csv", secure=True, headers={"host": "localhost"})
    assert "https://localhost/people/ann/" in body(response)
