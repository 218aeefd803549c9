"""The JSON downloads speak the API's language: the same keys, the same values."""

import pytest
from django.test import Client

from people.exports.entries import allegation_json, meeting_json, person_json
from people.models import Allegation, Meeting, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

SITE = "http://testserver"


@pytest.mark.parametrize("slug", ["ann", "bob", "slide-3"])
def test_person_is_what_the_api_answers(client: Client, slug: str) -> None:
    person = Person.public.for_profile().get(slug=slug)
    assert person_json(person, SITE) == client.get(f"/api/v1/people/{slug}/").json()


@pytest.mark.parametrize("slug", ["talk", "hearing"])
def test_meeting_is_what_the_api_answers(client: Client, slug: str) -> None:
    meeting = Meeting.public.for_export().get(slug=slug)
    assert meeting_json(meeting, SITE) == client.get(f"/api/v1/meetings/{slug}/").json()


def test_allegation_is_what_the_api_answers(client: Client) -> None:
    allegation = Allegation.public.for_export().get()
    assert allegation_json(allegation, SITE) == client.get("/api/v1/allegations/claim/").json()
