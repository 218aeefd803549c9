"""Addresses of what was published and is withdrawn."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from people.changes import forget, revision, undo
from people.models import Person, Tombstone
from people.models.removal import Removal, delete
from people.past import tombstone_triggers
from people.vocabulary import RevisionKind, Status
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    rename,
)

pytestmark = pytest.mark.django_db


def statuses(client: Client, *addresses: str) -> list[int]:
    return [client.get(address).status_code for address in addresses]


def bulk_withdraw(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(status=Status.DRAFT)


def withdraw_by_sql(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET status = 'draft' WHERE id = %s", [person.pk])


def delete_by_sql(person: Person) -> None:
    with connection.cursor() as cursor:
        for table, column in (("people_person_passages", "person_id"), ("people_person", "id")):
            cursor.execute(f"DELETE FROM {table} WHERE {column} = %s", [person.pk])


WAYS: list[Callable[[Any], object]] = [bulk_withdraw, withdraw_by_sql, Person.delete, delete_by_sql]


@pytest.mark.parametrize("withdraw", WAYS)
def test_withdrawn_person_answers_410_at_each_address(client: Client, withdraw: Callable[[Any], object]) -> None:
    person = make_person("Ann Bee")
    rename(person, "ann")
    withdraw(person)
    page, api = "/people/{}/", "/api/v1/people/{}/"
    parts = ["people/{}.jsonld", "people/{}/changes.atom", "people/{}/cite/", "people/{}/mentions/"]
    addresses = [page, api, *(f"/{part}" for part in parts)]
    asked = [address.format(slug) for slug in ("ann", "ann-bee") for address in addresses]
    assert statuses(client, *asked) == [410] * len(asked)


@pytest.mark.parametrize("noun", ["meetings", "allegations", "organisations", "sources"])
def test_deleted_entry_of_each_noun_answers_410(client: Client, noun: str) -> None:
    ann, organisation, source = make_person(), make_organisation("FBI"), make_source("An article")
    ann.passages.add(make_passage(source))
    entries: dict[str, Any] = {
        "meetings": make_meeting(ann),
        "allegations": make_allegation(ann),
        "organisations": organisation,
        "sources": source,
    }
    make_role(ann, organisation=organisation)
    entry = entries[noun]
    addresses = [f"/{noun}/{entry.slug}/", f"/api/v1/{noun}/{entry.slug}/"]
    before = statuses(client, *addresses)
    delete(type(entry).objects.filter(pk=entry.pk), Removal.DELETE)
    assert (before, statuses(client, *addresses)) == ([200, 200], [410, 410])


def test_sentence_of_a_deleted_source_answers_410(client: Client) -> None:
    source = make_source("An article")
    passage = make_passage(source)
    missing = statuses(client, "/sources/an-article/s9-9/", "/api/v1/sources/an-article/s9-9/")
    passage.delete()
    source.delete()
    gone = statuses(client, "/sources/an-article/s1-1/", "/api/v1/sources/an-article/s1-1/")
    assert (missing, gone) == ([404, 404], [410, 410])


def test_page_of_a_withdrawn_person_tells_the_day_and_no_name(client: Client) -> None:
    make_person("Ann Bee").delete()
    Tombstone.objects.update(at="2016-12-31T12:00:00Z")
    page = client.get("/people/ann-bee/").content.decode()
    assert ("It was published here until 31 December 2016." in page, "Bee" in page) == (True, False)


def test_api_tells_a_withdrawn_person_as_problem_details(client: Client) -> None:
    make_person("Ann Bee").delete()
    Tombstone.objects.update(at="2016-12-31T12:00:00Z")
    response = client.get("/api/v1/people/ann-bee/")
    assert (response.headers["Content-Type"], response.json()) == (
        "application/problem+json",
        {
            "type": "about:blank",
            "title": "Gone",
            "status": 410,
            "detail": "This entry was withdrawn. It was published here until 31 December 2016.",
            "withdrawn": "2016-12-31T12:00:00+00:00",
        },
    )


def test_slug_of_a_draft_that_was_never_published_stays_unknown(client: Client) -> None:
    draft = make_person("Ann Bee", published=False)
    before = statuses(client, "/people/ann-bee/")
    draft.delete()
    assert (before, statuses(client, "/people/ann-bee/")) == ([404], [404])


def test_person_published_again_is_shown_again(client: Client) -> None:
    person = make_person("Ann Bee")
    for status in (Status.DRAFT, Status.PUBLISHED):
        Person.objects.filter(pk=person.pk).update(status=status)
    assert (statuses(client, "/people/ann-bee/"), Tombstone.objects.gone().count()) == ([200], 0)


def test_deletion_that_is_undone_leaves_no_entry_gone(client: Client) -> None:
    person = make_person("Ann Bee")
    with revision(RevisionKind.DELETE) as deletion:
        person.delete()
    gone = statuses(client, "/people/ann-bee/")
    undo(deletion)
    assert (gone, statuses(client, "/people/ann-bee/"), Tombstone.objects.gone().count()) == ([410], [200], 0)


def test_renamed_person_redirects_and_is_not_gone(client: Client) -> None:
    rename(make_person("Ann Bee"), "ann")
    assert (statuses(client, "/people/ann-bee/"), Tombstone.objects.gone().count()) == ([301], 0)


def test_address_given_to_another_person_shows_that_one(client: Client) -> None:
    make_person("Ann Bee").delete()
    make_person("Ann Bee")
    assert statuses(client, "/people/ann-bee/") == [200]


def test_forgotten_person_answers_410_while_no_slug_is_left(client: Client) -> None:
    person = make_person("Ann Bee")
    key, allegation = person.pk, make_allegation(person)
    make_response(allegation, person)
    delete(Person.objects.filter(pk=key), Removal.DELETE)
    forget("person", key)
    names = list(Tombstone.objects.filter(noun__in=["person", "response"]).values_list("slug", flat=True))
    assert (statuses(client, "/people/ann-bee/"), ["bee" in name for name in names]) == ([410], [False, False])


def test_triggers_are_put_back_where_they_are_gone() -> None:
    triggers = tombstone_triggers(connection)
    triggers.uninstall()
    triggers.ensure_installed()
    assert triggers.is_installed()
