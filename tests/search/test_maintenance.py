"""Whatever is written, and however: the index is what a fresh one would be."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from people.models import Alias, Allegation, JobTitle, Meeting, Organisation, Outcome, Person, Response, Statement
from people.querysets.guarding import one_change
from people.seeding.files import kinds_in
from people.vocabulary import OrganisationKind, Status
from tests.admin.conftest import fields_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)
from tests.search.documents import documents, execute, problems

pytestmark = pytest.mark.django_db


def test_every_noun_has_its_document() -> None:
    person = make_person("Ann Bee", description="An adviser", summary="She advised.")
    make_alias(person, "Annie")
    make_organisation("The firm")
    make_role(person, "Manager")
    make_meeting(person, title="A dinner", summary="They ate.", place="Paris")
    allegation = make_allegation(person, title="The claim", claim="She lied.", said_by="A witness")
    make_response(allegation, person, summary="She did not.", quote="I never did")
    make_statement(person, "Resigned.")
    make_outcome(allegation, summary="A court dropped it.")
    assert [(title, body.replace(".", "")) for title, body in documents()] == [
        ("Ann Bee", "An adviser She advised"),
        ("Annie", ""),
        ("The firm", ""),
        ("Manager", ""),
        ("A dinner", "They ate Paris"),
        ("The claim", "She lied A witness"),
        ("", "She did not I never did"),
        ("", "Resigned"),
        ("", "A court dropped it"),
    ]
    assert problems() == []


def test_draft_has_a_hidden_document() -> None:
    make_person("Ann Bee", published=False, sourced=False)
    assert (documents(), documents(hidden=True), problems()) == ([], [("Ann Bee", "")], [])


def test_source_and_tie_have_hidden_documents() -> None:
    make_tie(make_person("Ann"), make_person("Bob"), summary="They know each other", passages=[])
    assert documents(hidden=True) == [("The source", ""), ("", "They know each other")]


def test_entry_withdrawn_has_a_hidden_document() -> None:
    make_person("Ann Bee", sourced=False)
    Person.objects.update(status=Status.DRAFT)
    assert (documents(), documents(hidden=True), problems()) == ([], [("Ann Bee", "")], [])


def test_draft_deleted_loses_its_document() -> None:
    make_person("Ann Bee", published=False, sourced=False)
    Person.objects.all().delete()
    assert (documents(hidden=True), problems()) == ([], [])


def test_other_spellings_stand_in_documents() -> None:
    make_person("Margi OMara", description="Élan")
    execute("UPDATE people_person SET title_spellings = 'omara'")
    assert documents() == [("Margi OMara omara", "Élan elan")]


def test_entry_published_gains_its_document() -> None:
    make_person("Ann Bee", published=False)
    Person.objects.update(status=Status.PUBLISHED)
    assert (documents(), problems()) == ([("Ann Bee", "")], [])


def test_rows_written_in_bulk_have_documents() -> None:
    Organisation.objects.bulk_create(
        Organisation(name=name, slug=name, kind=OrganisationKind.PARTY) for name in ("one", "two", "three")
    )
    assert (documents(), problems()) == ([("one", ""), ("two", ""), ("three", "")], [])


def test_rows_changed_in_bulk_change_their_documents() -> None:
    firms = [make_organisation(name) for name in ("one", "two")]
    for firm in firms:
        firm.name = f"{firm.name} more"
    Organisation.objects.bulk_update(firms, ["name"])
    assert (documents(), problems()) == ([("one more", ""), ("two more", "")], [])


def test_conflicting_rows_change_their_documents() -> None:
    make_organisation("one", slug="one")
    Organisation.objects.bulk_create(
        [Organisation(name="two", slug="one", kind=OrganisationKind.PARTY)],
        update_conflicts=True,
        update_fields=["name"],
        unique_fields=["slug"],
    )
    assert (documents(), problems()) == ([("two", "")], [])


def test_rows_written_by_hand_have_documents() -> None:
    make_organisation("one")
    execute("UPDATE people_organisation SET name = 'two'")
    assert (documents(), problems()) == ([("two", "")], [])


def test_row_with_another_id_takes_its_document_along() -> None:
    execute(f"UPDATE people_organisation SET id = {make_organisation('one').pk + 5}")
    assert (documents(), problems()) == ([("one", "")], [])


def test_deleted_person_takes_all_documents_along() -> None:
    person = make_person("Ann Bee")
    make_alias(person)
    make_role(person)
    make_statement(person)
    with one_change():
        person.delete()
    assert (documents(), problems()) == ([], [])


def test_rolled_back_row_has_no_document() -> None:
    with transaction.atomic():
        make_organisation("one")
        transaction.set_rollback(True)
    assert (documents(), problems()) == ([], [])


def test_loaded_fixtures_have_documents() -> None:
    call_command("loaddata", *(noun.name for noun in kinds_in(settings.FIXTURE_DIRS[0])), verbosity=0)
    expected = sum(
        model._default_manager.filter(**({} if model is Organisation else {"status": Status.PUBLISHED})).count()
        for model in (Person, Alias, Organisation, JobTitle, Meeting, Allegation, Response, Outcome, Statement)
    )
    assert (len(documents()), problems()) == (expected, [])


def test_row_saved_in_the_admin_changes_its_document(client: Client) -> None:
    firm = make_organisation("one")
    client.force_login(User.objects.create_superuser("chief"))
    address = reverse("admin:people_organisation_change", args=[firm.pk])
    client.post(address, fields_of(client.get(address)) | {"name": "two"})
    assert (documents(), problems()) == ([("two", "")], [])


def test_row_saved_unchanged_keeps_its_document() -> None:
    person = make_person("Ann Bee")
    person.slide = 5
    person.save()
    assert (documents(), problems()) == ([("Ann Bee", "")], [])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_emptied_tables_leave_no_document() -> None:
    make_statement(make_person("Ann Bee"))
    call_command("flush", interactive=False, verbosity=0)
    assert (documents(), problems()) == ([], [])


def test_long_text_can_be_written() -> None:
    summary = " ".join(f"word{number}" for number in range(200_000))
    make_person("Ann Bee")
    execute(f"UPDATE people_person SET summary = '{'x' * 10_000} {summary}'")
    assert problems() == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_writers_of_the_same_new_words_do_not_wait_for_each_other() -> None:
    def write_at_once() -> None:
        execute("SET lock_timeout = '2s'")
        make_organisation("Another zebra")
        connection.close()

    with ThreadPoolExecutor() as pool, transaction.atomic():
        make_organisation("One zebra")
        pool.submit(write_at_once).result()
    assert (documents(), problems()) == ([("One zebra", ""), ("Another zebra", "")], [])
