"""When an entry last changed, as every list tells it and asks for it."""

import csv
import datetime as dt
import io
from typing import Any

import pytest
from django.test import Client

from people.filters.updated import read_time
from people.models import Allegation, Meeting, Organisation, Person, Response, Source
from tests.api.conftest import Get
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
)

pytestmark = pytest.mark.django_db

LISTS: dict[str, Any] = {
    "people": Person,
    "meetings": Meeting,
    "allegations": Allegation,
    "organisations": Organisation,
    "sources": Source,
}
OLD, NEW = (dt.datetime(year, 5, 6, 7, 8, 9, 123456, tzinfo=dt.UTC) for year in (2019, 2020))


@pytest.fixture(autouse=True)
def _two_of_each() -> None:
    for name in ("one", "two"):
        passages = [make_passage(source=Source.objects.create(title=name, slug=name, kind="article"))]
        person, other = (make_person(f"{one} {name}", slug=f"{one}-{name}", passages=passages) for one in ("a", "b"))
        make_role(person, organisation=make_organisation(name, slug=name), passages=passages)
        make_meeting(person, other, slug=name, title=name, passages=passages)
        make_response(make_allegation(person, slug=name, title=name, passages=passages), person, passages=passages)
    for model in (*LISTS.values(), Response):
        model._default_manager.update(updated_at=OLD)


@pytest.mark.parametrize("noun", LISTS)
def test_list_and_entry_tell_when_it_changed(get: Get, noun: str) -> None:
    told = {entry["slug"]: entry["updated"] for entry in get(f"{noun}/")["results"]}
    assert set(told.values()) == {"2019-05-06T07:08:09.123456+00:00"}
    assert {slug: get(f"{noun}/{slug}/")["updated"] for slug in told} == told


@pytest.mark.parametrize("noun", LISTS)
@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2020-05-06T07:08:09.123456%2B00:00", True),
        ("2020-05-06T07:08:09.123456+00:00", True),
        ("2020-05-06T07:08:09.123457Z", False),
        ("2020-05-06T07:08:09.123456", True),
        ("2020-05-06T09:08:10%2B02:00", False),
        ("2020-05-06", True),
        ("2020-05-07", False),
    ],
)
def test_list_holds_what_was_updated_at_that_time_or_later(get: Get, noun: str, since: str, expected: bool) -> None:
    slug = "a-two" if noun == "people" else "two"
    LISTS[noun]._default_manager.filter(slug=slug).update(updated_at=NEW)
    assert [entry["slug"] for entry in get(f"{noun}/?updated_since={since}")["results"]] == [slug] * expected


@pytest.mark.parametrize("value", ["yesterday", "2020-02-30", "2020-05-06T25:00", "0001-01-01T00:00%2B14:00"])
@pytest.mark.parametrize("address", [*(f"/api/v1/{noun}/" for noun in LISTS), "/people.json", "/allegations.json"])
def test_what_is_no_time_is_refused_by_name(client: Client, address: str, value: str) -> None:
    response = client.get(f"{address}?updated_since={value}")
    told = response.json()["errors"][0]
    assert (response.status_code, told["parameter"]) == (400, "updated_since")
    assert told["message"].endswith("write for example 2026-11-27 or 2026-11-27T15:30:00Z.")


def test_empty_time_is_refused_as_it_would_list_everything(client: Client) -> None:
    assert client.get("/api/v1/people/?updated_since=").status_code == 400


def test_page_shows_the_time_as_a_chip_that_can_be_removed(client: Client) -> None:
    page = client.get("/people/?role=campaign&updated_since=2019-01-01").content.decode()
    assert "Changed since" in page
    assert 'href="?role=campaign"' in page
    assert '<input type="hidden" name="updated_since" value="2019-01-01" />' in page


def test_every_form_tells_the_same_time(client: Client, get: Get) -> None:
    make_response(Allegation.objects.get(slug="two"), Person.objects.get(slug="a-two"), slug="later")
    exported = b"".join(client.get("/allegations.csv")).decode()
    rows = {row["slug"]: row["changed"] for row in csv.DictReader(io.StringIO(exported))}
    as_json = b"".join(client.get("/allegations.json"))
    assert rows == {entry["slug"]: entry["updated"] for entry in get("allegations/")["results"]}
    assert rows["one"] < "2020" < rows["two"]
    assert all(f'"updated": "{time}"'.encode() in as_json for time in rows.values())
    assert f"<updated>{rows['two']}</updated>" in client.get("/allegations.atom").content.decode()


@pytest.mark.parametrize(("text", "hour"), [("2020-05-06", 0), ("2020-05-06T07:00", 7), ("2020-05-06T07:00-02:00", 9)])
def test_time_is_read_as_utc_where_it_says_nothing_else(text: str, hour: int) -> None:
    assert read_time(text) == dt.datetime(2020, 5, 6, hour, tzinfo=dt.UTC)
