"""Where pages, lists and downloads tell of people whom a gallery besides the first shows."""

import csv
import io
import zipfile
from typing import Any

import pytest
from django.test import Client

from people.models import Appearance, Person
from tests.factories import make_passage, make_person, make_source
from tests.views.document import get

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def people() -> dict[str, Person]:
    """Ann is in both galleries, Bob in the second alone, Cy in none; of Dee's place there no sentence tells."""
    one = make_passage(make_source("First", slug="first"))
    two = make_passage(make_source("Second", slug="second"), "slide-5")
    cited = {"Ann": [one, two], "Bob": [two], "Cy": [one], "Dee": [one]}
    found = {
        name: make_person(name, slug=name.lower(), slide=1 if name == "Ann" else None, passages=passages)
        for name, passages in cited.items()
    }
    for slide, name in ((7, "Ann"), (5, "Bob"), (9, "Dee")):
        Appearance.objects.create(source=two.source, person=found[name], slide=slide)
    return found


@pytest.mark.parametrize(
    ("choice", "found"), [("gallery", ["ann", "bob"]), ("pictured", ["ann", "bob"]), ("mentioned", ["cy", "dee"])]
)
def test_filter_counts_any_gallery(client: Client, choice: str, found: list[str]) -> None:
    listed = client.get(f"/api/v1/people/?appears={choice}").json()["results"]
    rows = csv.DictReader(io.StringIO(b"".join(client.get(f"/people.csv?appears={choice}")).decode()))
    assert ([one["slug"] for one in listed], [row["slug"] for row in rows]) == (found, found)


def test_facet_counts_any_gallery(client: Client) -> None:
    counts = {one["value"]: one["count"] for one in client.get("/api/v1/people/facets/").json()["appears"]}
    assert counts == {"gallery": 2, "pictured": 2, "mentioned": 2}


def test_list_names_the_gallery_where_it_is_not_the_first(client: Client) -> None:
    page = get(client, "/people/?view=table")
    places = [cell.text.strip() for cell in page.elements if cell.tag == "td" and "number" in cell.classes]
    mark = Appearance.objects.get(slide=5).source.mark
    assert places == ["slide 1", f"{mark}, slide 5", "mentioned", "mentioned"]


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("ann", ["Slide 1 of 1", "Also shown in Second (B, slide 7)"]),
        ("bob", ["Shown in Second (B, slide 5)"]),
        ("cy", ["Mentioned, not pictured"]),
        ("dee", ["Mentioned, not pictured"]),
    ],
)
def test_profile_names_each_place(client: Client, slug: str, told: list[str]) -> None:
    page = get(client, f"/people/{slug}/")
    mark = Appearance.objects.get(slide=5).source.mark
    found = [text.replace(f"({mark},", "(B,") for text in [*page.texts("span", "slide"), *page.texts("p", "small")]]
    assert found[: len(told)] == told


def test_profile_in_the_api_has_the_places_in_further_galleries(client: Client) -> None:
    profile = client.get("/api/v1/people/ann/").json()
    assert (profile["slide"], profile["appearances"]) == (1, [{"source": "second", "slide": 7}])
    exported: Any = client.get("/people.json?appears=gallery").json()["results"]
    assert [one["appearances"] for one in exported] == [
        [{"source": "second", "slide": 7}],
        [{"source": "second", "slide": 5}],
    ]


def test_table_of_places_is_taken_along(client: Client) -> None:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(client.get("/data/tables.zip"))))
    rows = csv.reader(io.StringIO(archive.read("appearances.csv").decode()))
    assert list(rows) == [["source", "slide", "person"], ["second", "5", "bob"], ["second", "7", "ann"]]
