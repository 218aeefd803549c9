"""Names in one order, whatever lists them."""

import csv
import io

import pytest
from django.test import Client

from tests.factories import make_meeting, make_organisation, make_person, make_role
from tests.views.document import get

pytestmark = pytest.mark.django_db

# In order; no database's own collation has it.
NAMES = ["Ann Adams", "Ève Öberg", "Cy O'Brien", "Bob Obst", "Łukasz Źdźbło", "Zoe Zed", "Юрий Иванов"]


@pytest.fixture(autouse=True)
def people() -> None:
    hub = make_person("Hub Aaa", sort_name="Aaa")
    for name in reversed(NAMES):
        person = make_person(name)
        make_meeting(hub, person)
        make_role(person, organisation=make_organisation(f"{name.partition(' ')[2]} Ltd"))


def test_people_are_sorted_alike_on_the_page_in_csv_and_api(client: Client) -> None:
    expected = ["Hub Aaa", *NAMES]
    rows = csv.DictReader(io.StringIO(client.get("/people.csv?sort=name").content.decode()))
    assert [row["name"] for row in rows] == expected
    assert [one["name"] for one in client.get("/api/v1/people/?sort=name").json()["results"]] == expected
    assert [text for text in get(client, "/people/?sort=name").texts("a") if text in expected] == expected


def test_choices_of_facets_and_options_are_sorted_alike(client: Client) -> None:
    facets = client.get("/api/v1/people/facets/").json()
    assert [one["label"] for one in facets["contact"]] == ["Hub Aaa", *NAMES]
    firms = [f"{name} Ltd" for name in ("Adams", "Öberg", "O'Brien", "Obst", "Źdźbło", "Zed", "Иванов")]
    assert [one["label"] for one in facets["organisation"]] == firms
    options = get(client, "/network/path/").texts("option")
    assert [text for text in dict.fromkeys(options) if text in NAMES] == NAMES
