"""People of the same name, told apart wherever one of them is chosen or named beside the other."""

import csv
import io

import pytest
from django.test import Client

from people.models import Person
from tests.factories import make_meeting, make_person, make_tie
from tests.views.document import get

pytestmark = pytest.mark.django_db

ADVISER, OTHER = "John Smith (adviser)", "John Smith (john-smith-2)"


@pytest.fixture(autouse=True)
def smiths() -> None:
    """Two people named John Smith, of whom one has no description, and who both met Ann; a third is a draft."""
    ann = make_person("Ann Bee", description="aide")
    adviser, other = make_person("John Smith", description="adviser"), make_person("John Smith")
    make_meeting(ann, adviser)
    make_meeting(ann, other)
    make_meeting(ann, make_person("Bob Cee"))
    make_person("Bob Cee", description="banker", status="draft")
    make_tie(adviser, other)


def smiths_in(texts: list[str]) -> set[str]:
    return {text for text in texts if "Smith" in text or "Cee" in text}


def test_choices_of_a_facet_tell_them_apart(client: Client) -> None:
    (facet,) = (one for one in client.get("/api/v1/people/facets/").json().items() if one[0] == "contact")
    assert smiths_in([choice["label"] for choice in facet[1]]) == {ADVISER, OTHER, "Bob Cee"}


@pytest.mark.parametrize("address", ["/people/", "/meetings/?person=ann-bee", "/network/"])
def test_labels_of_a_facet_tell_them_apart(client: Client, address: str) -> None:
    labels = " ".join(get(client, address).texts("label"))
    assert ADVISER in labels
    assert OTHER in labels
    assert "Bob Cee (" not in labels


def test_chip_of_a_choice_tells_whom_it_means(client: Client) -> None:
    assert OTHER in " ".join(get(client, "/people/?contact=john-smith-2").texts("a"))


@pytest.mark.parametrize(
    ("page", "parameter"), [("network", "around"), ("network/path", "from"), ("people/compare", "p")]
)
def test_suggested_people_tell_them_apart(client: Client, page: str, parameter: str) -> None:
    options = get(client, f"/{page}/suggest/?parameter={parameter}&{parameter}=john smith").texts("a", role="option")
    assert options == ["John Smith adviser", "John Smith john-smith-2"]


def test_name_of_both_is_no_end_of_a_path(client: Client) -> None:
    page = get(client, "/network/path/?from=John+Smith&to=ann-bee", 400)
    offered = page.section("Which “John Smith”?").where("a")
    assert [link.attributes["href"] for link in offered][:2] == [
        "?from=john-smith&to=ann-bee",
        "?from=john-smith-2&to=ann-bee",
    ]


def test_suggested_choices_of_a_facet_tell_them_apart(client: Client) -> None:
    page = get(client, "/people/choices/?parameter=contact&term=smith")
    assert smiths_in([text.partition(")")[0] + ")" for text in page.texts("a") if "Smith" in text]) == {ADVISER, OTHER}


def test_suggestions_tell_them_apart(client: Client) -> None:
    options = get(client, "/search/suggest/?q=john smith").texts("a", role="option")
    assert options[:2] == ["John Smith adviser", "John Smith john-smith-2"]


def test_comparison_tells_them_apart(client: Client) -> None:
    page = get(client, "/people/compare/?p=john-smith&p=john-smith-2")
    assert smiths_in(page.texts("h2")) == {ADVISER, OTHER}
    assert smiths_in(page.texts("h3")) == {ADVISER, OTHER}


def test_way_between_them_tells_them_apart(client: Client) -> None:
    page = get(client, "/network/path/?from=john-smith&to=john-smith-2")
    assert f"1 step from {ADVISER} to {OTHER}" in page.texts("h2")
    assert smiths_in(page.texts("a")) == {ADVISER, OTHER}


@pytest.mark.parametrize("address", ["/network/", "/people/?view=table"])
def test_rows_of_a_table_tell_them_apart(client: Client, address: str) -> None:
    rows = " ".join(get(client, address).texts("th"))
    assert [name in rows for name in (ADVISER, OTHER, "Bob Cee (")] == [True, True, False]


def test_list_tells_them_apart(client: Client) -> None:
    assert smiths_in(get(client, "/people/?sort=name").texts("a")) >= {ADVISER, OTHER}


def test_own_name_stays_plain_in_data(client: Client) -> None:
    rows = csv.DictReader(io.StringIO(client.get("/people.csv?sort=name").content.decode()))
    assert [row["name"] for row in rows] == ["Ann Bee", "Bob Cee", "John Smith", "John Smith"]
    names = [one["name"] for one in client.get("/api/v1/people/?sort=name").json()["results"]]
    assert names == ["Ann Bee", "Bob Cee", "John Smith", "John Smith"]


def test_same_description_is_told_apart_by_address() -> None:
    Person.objects.filter(name="John Smith").update(description="adviser")
    people = [str(one) for one in Person.public.told_apart().filter(name="John Smith").by_name()]
    assert people == ["John Smith (john-smith)", "John Smith (john-smith-2)"]


def test_unnamed_people_of_the_same_description_are_told_apart() -> None:
    for _ in range(2):
        make_person("", description="a guard")
    found = [str(one) for one in Person.public.told_apart().filter(name="").by_name()]
    assert found == ["Unnamed: a guard (a-guard)", "Unnamed: a guard (a-guard-2)"]
