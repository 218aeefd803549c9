"""The list of organisations, and the page of one."""

import csv
from typing import Any

import pytest
from django.test import Client

from people.index import organisation_index
from tests.factories import make_meeting, make_organisation, make_person, make_role, make_statement
from tests.views.document import body, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisations() -> None:
    ann = make_person("Ann Bee")
    for name, kind in (("River bank", "company"), ("Bank board", "government"), ("Choir", "other")):
        make_role(ann, organisation=make_organisation(name, kind=kind))
    make_meeting(ann, organisation=make_organisation("Éditeur", kind="outlet"))
    make_statement(ann).mentioned_organisations.set([make_organisation("Agency", kind="government")])
    make_organisation("Unknown bank")


@pytest.mark.usefixtures("organisations")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Agency", "Bank board", "Choir", "Éditeur", "River bank"]),
        ("?kind=government", ["Agency", "Bank board"]),
        ("?q=bank", ["Bank board", "River bank"]),
        ("?q=bank&kind=company&kind=other", ["River bank"]),
        ("?q=editeur", ["Éditeur"]),
        ("?kind=party", []),
    ],
)
def test_organisations_are_the_same_wherever_they_are_listed(client: Client, query: str, expected: list[str]) -> None:
    assert get(client, f"/organisations/{query}").texts("h3") == expected
    rows = csv.DictReader(body(client.get(f"/organisations.csv{query}")).splitlines())
    assert [row["name"] for row in rows] == expected
    for address in ("/organisations.json", "/api/v1/organisations/"):
        assert [one["name"] for one in client.get(f"{address}{query}").json()["results"]] == expected


@pytest.mark.usefixtures("organisations")
def test_list_tells_what_there_is_of_each_organisation(client: Client) -> None:
    page = get(client, "/organisations/")
    assert page.texts("p", "small")[:5] == [
        "Mentioned in other entries",
        "1 job",
        "1 job",
        "1 meeting or hearing",
        "1 job",
    ]
    assert [one.text for one in page.where("a", "only")] == ["2", "1", "1", "1"]


@pytest.mark.usefixtures("organisations")
def test_choices_of_organisations_are_counted(client: Client) -> None:
    counts = {one["label"]: one["count"] for one in client.get("/api/v1/organisations/facets/?q=bank").json()["kind"]}
    assert counts == {
        "Campaign": 0,
        "Government body": 1,
        "Company": 1,
        "Political party": 0,
        "Media outlet": 0,
        "Kind not given": 0,
    }


@pytest.mark.usefixtures("organisations")
def test_feed_of_organisations_has_the_jobs_there_and_their_meetings(client: Client) -> None:
    feed = body(client.get("/organisations.atom?kind=outlet&kind=company"))
    assert feed.count("<entry>") == 2


@pytest.mark.parametrize("query", ["?kind=bank", "?page=2"])
def test_value_that_is_no_choice_is_refused(client: Client, query: str) -> None:
    assert client.get(f"/organisations/{query}").status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_organisations_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        make_role(make_person(f"Ann {place}"), organisation=make_organisation(f"Bank {place}"))
    organisation_index()
    with django_assert_num_queries(4):
        client.get("/organisations/")
