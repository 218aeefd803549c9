"""What was published and is withdrawn, for those who keep a copy."""

import hashlib

import pytest
from django.test import Client

from people.models import Person, Tombstone
from people.vocabulary import Status
from tests.factories import make_alias, make_meeting, make_person, rename

pytestmark = pytest.mark.django_db


def digest(name: str) -> str:
    return f"sha256:{hashlib.sha256(name.encode()).hexdigest()}"


def withdrawn(client: Client, query: str = "") -> list[tuple[str, str]]:
    answer = client.get(f"/api/v1/withdrawn/{query}").json()
    return [(one["kind"], one["slug_digest"]) for one in answer["results"]]


def test_withdrawn_entries_are_told_by_digests_of_all_their_slugs(client: Client) -> None:
    person, meeting = make_person("Ann Bee"), make_meeting(make_person("Bob Cee"), slug="talk")
    alias = make_alias(person)
    rename(person, "ann")
    meeting.delete()
    alias.delete()
    person.delete()
    make_person("Cid Dee", published=False).delete()
    told = [("meeting", digest("meeting/talk")), *(("person", digest(f"person/{slug}")) for slug in ("ann-bee", "ann"))]
    assert sorted(withdrawn(client)) == sorted(told)


def test_person_published_again_is_on_the_list_no_more(client: Client) -> None:
    person = make_person("Ann Bee")
    Person.objects.filter(pk=person.pk).update(status=Status.DRAFT)
    before = withdrawn(client)
    Person.objects.filter(pk=person.pk).update(status=Status.PUBLISHED)
    assert (before, withdrawn(client)) == ([("person", digest("person/ann-bee"))], [])


def test_list_begins_at_the_time_that_is_asked_for(client: Client) -> None:
    for name in ("Ann Bee", "Bob Cee"):
        make_person(name).delete()
    Tombstone.objects.filter(slug="ann-bee").update(at="2016-12-31T12:00:00Z")
    assert withdrawn(client, "?updated_since=2017-01-01") == [("person", digest("person/bob-cee"))]


def test_withdrawn_entry_has_a_time(client: Client) -> None:
    make_person("Ann Bee").delete()
    Tombstone.objects.update(at="2016-12-31T12:00:00Z")
    (told,) = client.get("/api/v1/withdrawn/").json()["results"]
    assert told == {
        "kind": "person",
        "slug_digest": digest("person/ann-bee"),
        "withdrawn": "2016-12-31T12:00:00+00:00",
    }
