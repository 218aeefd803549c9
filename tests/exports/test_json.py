"""The JSON downloads speak the API's language: the same keys, the same values, and what is loaded holds them all."""

import json

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


@pytest.mark.parametrize("noun", ["people", "meetings", "allegations"])
def test_download_has_each_entry_as_the_api_answers_it(client: Client, noun: str) -> None:
    entries = json.loads(client.get(f"/{noun}.json").content)["results"]
    slugs = [entry["slug"] for entry in client.get(f"/api/v1/{noun}/").json()["results"]]
    answered = [client.get(f"/api/v1/{noun}/{slug}/").json() for slug in slugs]
    # Downloads leave out who mentions an entry, as docs/api.md says.
    assert entries == [{key: value for key, value in one.items() if key != "mentioned_in"} for one in answered]
