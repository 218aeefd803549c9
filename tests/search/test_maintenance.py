"""Whatever is written, and however: the index is what a fresh one would be."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people import change_times
from people.models import (
    Alias,
    Allegation,
    JobTitle,
    Meeting,
    Organisation,
    Outcome,
    Person,
    Response,
    Role,
    Statement,
)
from people.querysets.guarding import one_change
from people.search.document_specs import DOCUMENT_SPECS, HIDDEN, INDEXED_SPECS
from people.search.maintenance import after_migrate, search_triggers_of, sqlite
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

pytestmark = pytest.mark.django_db


def documents(hidden: bool = False) -> list[tuple[str, str]]:
    """Return title and body of each document that readers can find, or of each other, by noun and id."""
    with connection.cursor() as cursor:
        comparison = ">=" if hidden else "<"
        cursor.execute(f"SELECT title, body FROM people_searchdocument WHERE id {comparison} {HIDDEN} ORDER BY id")
        return [(" ".join(title.split()), " ".join(body.split())) for title, body in cursor.fetchall()]


def problems() -> list[str]:
    return [str(difference) for difference in search_triggers_of(connection).check()]


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


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


def test_triggers_that_are_gone_are_reported() -> None:
    search_triggers_of(connection).uninstall()
    assert {problem.rpartition(" ")[2] for problem in problems()} == {"missing"}


def test_migrate_puts_back_triggers_that_are_gone() -> None:
    search_triggers_of(connection).uninstall()
    make_organisation("one")
    after_migrate(using="default")
    assert (documents(), problems()) == ([("one", "")], [])


def test_check_tells_what_differs() -> None:
    firms = [make_organisation(name) for name in ("one", "two")]
    noun = DOCUMENT_SPECS[2]
    execute(
        f"DELETE FROM people_searchdocument WHERE id IN ({noun.first + firms[0].pk}, {noun.first + firms[1].pk})",
        f"INSERT INTO people_searchdocument (id, title, body) VALUES ({noun.first + firms[1].pk}, 'tow', '')",
        f"INSERT INTO people_searchdocument (id, title, body) VALUES ({noun.first + 999_999}, 'three', '')",
    )
    assert problems() == [
        f"Organisation {firms[0].pk} is not in the index",
        f"Organisation {firms[1].pk} is in the index as it was",
        "Organisation 999999 is in the index, but should not be",
    ]


def test_rebuilding_repairs_what_differs() -> None:
    make_organisation("one")
    execute("DELETE FROM people_searchdocument", "DELETE FROM people_searchword")
    before = problems()
    search_triggers_of(connection).rebuild()
    assert (before != [], problems(), documents()) == (True, [], [("one", "")])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL makes all at once")
def test_rebuilding_holds_up_writers_for_some_documents_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BATCH", 2)
    firms = [make_organisation(name) for name in ("one", "two", "three", "four", "five")]
    surplus = DOCUMENT_SPECS[2].first + firms[-1].pk + 9
    execute(
        "DELETE FROM people_searchdocument",
        f"INSERT INTO people_searchdocument (id, title, body) VALUES ({surplus}, 'six', '')",
    )
    with CaptureQueriesContext(connection) as queries:
        search_triggers_of(connection).rebuild()
    transactions = " ".join(query["sql"] for query in queries).split("COMMIT")
    made = [one.count("INSERT INTO people_searchdocument") for one in transactions]
    assert (max(made), sum(made), problems()) == (1, len(INDEXED_SPECS) + 2, [])


def test_check_tells_of_unknown_words() -> None:
    make_organisation("The one")
    execute("DELETE FROM people_searchword WHERE word = 'one'")
    assert problems() == ["Word one is not known"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's own indexes are never out of step")
def test_check_tells_of_an_index_that_has_lost_a_document() -> None:
    firm = make_organisation("one")
    execute(
        "INSERT INTO people_searchtitle (people_searchtitle, rowid, title) "
        f"VALUES ('delete', {DOCUMENT_SPECS[2].first + firm.pk}, 'one')"
    )
    assert [problem.partition("(")[0] for problem in problems()] == [
        "Index people_searchtitle doesn't agree with the documents "
    ]


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


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_index_can_be_removed_and_made_again() -> None:
    make_organisation("one")
    try:
        call_command("migrate", "people", "0002", verbosity=0)
        make_organisation_by_hand("two")
    finally:
        call_command("migrate", verbosity=0)
    assert (documents(), problems()) == ([("one", ""), ("two", "")], [])


def make_organisation_by_hand(name: str) -> None:
    """Write an organisation to a table that may lack the columns of later migrations."""
    execute(f"INSERT INTO people_organisation (slug, name, kind) VALUES ('{name}', '{name}', 'party')")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL alters tables in place")
def test_table_that_sqlite_rebuilds_keeps_its_index() -> None:
    make_organisation("one")
    change_times.before_migrate(using="default", plan=["a migration"])
    with connection.schema_editor() as editor:
        editor._remake_table(Organisation)  # type: ignore[attr-defined]
    make_organisation("two")
    after_migrate(using="default")
    change_times.after_migrate(using="default")
    assert (documents(), problems()) == ([("one", ""), ("two", "")], [])


def titles() -> list[tuple[str, str]]:
    return list(JobTitle.objects.order_by("title", "status").values_list("title", "status"))


def test_title_of_several_roles_has_one_document() -> None:
    person = make_person("Ann Bee")
    for _ in range(2):
        make_role(person, "Adviser")
    assert (documents()[1:], problems()) == ([("Adviser", "")], [])


def test_title_goes_with_the_last_role_that_has_it() -> None:
    first, last = (make_role(make_person(name), "Adviser") for name in ("Ann", "Bob"))
    first.delete()
    held = titles()
    last.delete()
    assert (held, titles(), problems()) == ([("Adviser", "published")], [], [])


def test_title_of_drafts_alone_has_a_hidden_document() -> None:
    make_role(make_person("Ann"), "Adviser", published=False)
    assert (documents(), documents(hidden=True), problems()) == (
        [("Ann", "")],
        [("Adviser", ""), ("The source", "")],
        [],
    )


def test_title_is_hidden_once_all_its_roles_are_withdrawn() -> None:
    roles = [make_role(make_person(name), "Adviser") for name in ("Ann", "Bob")]
    Role.objects.filter(pk=roles[0].pk).update(status=Status.DRAFT)
    one_is_left = titles()
    Role.objects.update(status=Status.DRAFT)
    assert (one_is_left, titles()) == ([("Adviser", "draft"), ("Adviser", "published")], [("Adviser", "draft")])


def test_roles_that_swap_titles_keep_both() -> None:
    ann, bob = (make_role(make_person(name), title) for name, title in (("Ann", "Adviser"), ("Bob", "Banker")))
    ann.title, bob.title = bob.title, ann.title
    Role.objects.bulk_update([ann, bob], ["title", "title_slug"])
    assert (titles(), problems()) == ([("Adviser", "published"), ("Banker", "published")], [])


def test_check_tells_of_titles_and_rebuilding_repairs_them() -> None:
    make_role(make_person("Ann"), "Adviser")
    execute("UPDATE people_jobtitle SET title = 'Banker'")
    before = problems()[:2]
    search_triggers_of(connection).rebuild()
    assert before == [
        "Job title “Adviser” is not in the index",
        "Job title “Banker” is in the index, but should not be",
    ]
    assert (titles(), problems()) == ([("Adviser", "published")], [])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_title_stays_for_a_role_that_is_added_while_the_last_one_goes() -> None:
    def remove_at_once() -> None:
        execute("SET lock_timeout = '2s'")
        last.delete()
        connection.close()

    ann, bob = make_person("Ann"), make_person("Bob")
    last = make_role(ann, "Adviser")
    with ThreadPoolExecutor() as pool, transaction.atomic():
        make_role(bob, "Adviser")
        pool.submit(remove_at_once).result()
    assert (titles(), problems()) == ([("Adviser", "published")], [])
