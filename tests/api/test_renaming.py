import pytest
from django.test import Client

from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_role,
    make_source,
    rename,
)

pytestmark = pytest.mark.django_db


def location(client: Client, address: str) -> tuple[int, str]:
    response = client.get(f"/api/v1/{address}")
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize("noun", ["people", "meetings", "allegations", "organisations", "sources"])
def test_renamed_entry_redirects_for_good(client: Client, noun: str) -> None:
    ann = make_person("Ann Bee")
    organisation = make_organisation()
    make_role(ann, organisation=organisation)
    article = make_source("An article")
    ann.passages.add(make_passage(article))
    entries = {
        "people": ann,
        "meetings": make_meeting(ann),
        "allegations": make_allegation(ann),
        "organisations": organisation,
        "sources": article,
    }
    former = entries[noun].slug
    rename(entries[noun], "new")
    assert location(client, f"{noun}/{former}/") == (301, f"http://testserver/api/v1/{noun}/new/")


@pytest.mark.parametrize("address", ["people/", "people/facets/"])
def test_filter_that_names_a_renamed_person_redirects_for_good(client: Client, address: str) -> None:
    rename(make_person("Ann Bee"), "ann-dee")
    answer = location(client, f"{address}?contact=ann-bee&role=campaign")
    assert answer == (301, f"http://testserver/api/v1/{address}?contact=ann-dee&role=campaign")


def test_hidden_entry_does_not_give_its_new_name_away(client: Client) -> None:
    rename(make_person("Ann Bee", published=False), "ann-dee")
    assert location(client, "people/ann-bee/") == (404, "")
