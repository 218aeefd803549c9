"""Names and dates in one order, whatever lists them."""

import csv
import io

import pytest
from django.test import Client

from tests.factories import make_meeting, make_organisation, make_person, make_role
from tests.views.document import get

pytestmark = pytest.mark.django_db

# In order; no database's own collation has it.
NAMES = ["Ann Adams", "Ève Öberg", "Cy O'Brien", "Bob Obst", "Łukasz Źdźbło", "Zoe Zed", "Юрий Иванов"]


# Dates in order, and what readers are told of them.
DATES = {
    "../2017": "before 2017",
    "../2017-07-14": "until 14 July 2017",
    "/2017": "until 2017, start unknown",
    "190X": "in the decade 1900–1909",
    "19XX": "in the century 1900–1999",
    "2016/": "from 2016, end unknown",
    "2016/..": "from 2016 on",
    "2017-06": "June 2017",
    "": "no date given",
}


@pytest.fixture
def people() -> None:
    hub = make_person("Hub Aaa", sort_name="Aaa")
    for name in reversed(NAMES):
        person = make_person(name)
        make_meeting(hub, person)
        make_role(person, organisation=make_organisation(f"{name.partition(' ')[2]} Ltd"))


@pytest.mark.usefixtures("people")
def test_people_are_sorted_alike_on_the_page_in_csv_and_api(client: Client) -> None:
    expected = ["Hub Aaa", *NAMES]
    rows = csv.DictReader(io.StringIO(client.get("/people.csv?sort=name").content.decode()))
    assert [row["name"] for row in rows] == expected
    assert [one["name"] for one in client.get("/api/v1/people/?sort=name").json()["results"]] == expected
    assert [text for text in get(client, "/people/?sort=name").texts("a") if text in expected] == expected


@pytest.mark.usefixtures("people")
def test_choices_of_facets_and_the_network_are_sorted_alike(client: Client) -> None:
    facets = client.get("/api/v1/people/facets/").json()
    assert [one["label"] for one in facets["contact"]] == ["Hub Aaa", *NAMES]
    firms = [f"{name} Ltd" for name in ("Adams", "Öberg", "O'Brien", "Obst", "Źdźbło", "Zed", "Иванов")]
    assert [one["label"] for one in facets["organisation"]] == [*firms, "None recorded"]
    links = get(client, "/network/").texts("a")
    assert [text for text in dict.fromkeys(links) if text in NAMES] == NAMES


def test_meetings_are_in_order_of_time_on_the_page_in_csv_and_api(client: Client) -> None:
    for date in reversed(DATES):
        make_meeting(make_person("Ann Bee"), make_person("Bob Cee"), title=f"Talk {date}", date=date)
    rows = csv.DictReader(io.StringIO(client.get("/meetings.csv").content.decode()))
    assert [row["date"] for row in rows] == list(DATES)
    assert [one["date"] or "" for one in client.get("/api/v1/meetings/").json()["results"]] == list(DATES)
    page = get(client, "/meetings/")
    assert [text for text in page.texts("a") if text.startswith("Talk")] == [f"Talk {date}".strip() for date in DATES]
    assert page.texts("p", "when") == list(DATES.values())
