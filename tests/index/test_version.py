"""Whatever is written, and however: the version of the data is another one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from people.index import after_migrate, data_version, uninstall, version_triggers
from people.models import Desk, Organisation, Person
from people.vocabulary import OrganisationKind, Status
from tests.admin.conftest import fields_of
from tests.factories import make_allegation, make_meeting, make_organisation, make_passage, make_person

pytestmark = pytest.mark.django_db


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def changes(write: Callable[[], object]) -> bool:
    """Return whether the version of the data is another one after writing."""
    before = data_version()
    write()
    return data_version() != before


def in_another_thread(read: Callable[[], str]) -> str:
    """Return what another connection reads."""

    def read_and_close() -> str:
        try:
            return read()
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        return pool.submit(read_and_close).result()


def test_reading_changes_nothing() -> None:
    make_person()
    assert not changes(lambda: list(Person.public.for_profile()))


def test_saving_changes_it() -> None:
    assert changes(make_person)


def test_updating_changes_it() -> None:
    make_person()
    assert changes(lambda: Person.objects.update(status=Status.DRAFT))


def test_deleting_changes_it() -> None:
    person = make_person()
    assert changes(person.delete)


def test_writing_in_bulk_changes_it() -> None:
    firm = Organisation(name="one", slug="one", kind=OrganisationKind.PARTY)
    assert changes(lambda: Organisation.objects.bulk_create([firm]))


def test_writing_that_ignores_conflicts_changes_it() -> None:
    firm = Organisation(name="one", slug="one", kind=OrganisationKind.PARTY)
    assert changes(lambda: Organisation.objects.bulk_create([firm], ignore_conflicts=True))


def test_writing_that_resolves_conflicts_changes_it() -> None:
    make_organisation("one", slug="one")
    firm = Organisation(name="two", slug="one", kind=OrganisationKind.PARTY)
    options = {"update_conflicts": True, "update_fields": ["name"], "unique_fields": ["slug"]}
    assert changes(lambda: Organisation.objects.bulk_create([firm], **options))


def test_linking_changes_it() -> None:
    person, passage = make_person(), make_passage(section="slide-9")
    assert changes(lambda: person.passages.add(passage))
    assert changes(lambda: person.passages.remove(passage))


def test_naming_a_subject_changes_it() -> None:
    allegation, other = make_allegation(make_person()), make_person("Bob Cee")
    assert changes(lambda: allegation.subjects.add(other))


def test_taking_part_changes_it() -> None:
    meeting = make_meeting(make_person(), make_person("Bob Cee"), kind="hearing")
    assert changes(lambda: meeting.participations.all()[:1].get().delete())


def test_writing_by_hand_changes_it() -> None:
    make_organisation("one")
    assert changes(lambda: execute("UPDATE people_organisation SET name = 'two'"))


def test_loading_fixtures_changes_it() -> None:
    assert changes(lambda: call_command("loaddata", "organisations", verbosity=0))


def test_saving_in_the_admin_changes_it(client: Client) -> None:
    firm = make_organisation("one")
    client.force_login(User.objects.create_superuser("chief"))
    address = reverse("admin:people_organisation_change", args=[firm.pk])
    fields = fields_of(client.get(address)) | {"name": "two"}
    assert changes(lambda: client.post(address, fields))


def test_rolling_back_restores_it() -> None:
    before = data_version()
    with transaction.atomic():
        make_organisation("one")
        written = data_version()
        transaction.set_rollback(True)
    restored = data_version()
    make_organisation("one")
    assert (restored == before, data_version() in {before, written}) == (True, False)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_others_see_it_once_the_writer_commits() -> None:
    before = data_version()
    with transaction.atomic():
        make_organisation("one")
        meanwhile = in_another_thread(data_version)
        written = data_version()
    assert (meanwhile, in_another_thread(data_version), before == written) == (before, written, False)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_writers_do_not_wait_for_each_other() -> None:
    def write_at_once() -> str:
        execute("SET lock_timeout = '2s'")
        make_organisation("two")
        return data_version()

    with transaction.atomic():
        make_organisation("one")
        other = in_another_thread(write_at_once)
        mine = data_version()
    assert len({other, mine}) == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_emptying_all_tables_gives_no_former_version() -> None:
    versions = [data_version()]
    for _ in range(3):
        make_organisation("one")
        versions.append(data_version())
        call_command("flush", interactive=False, verbosity=0)
    make_organisation("two")
    assert data_version() not in versions


def test_every_table_of_ours_but_the_desks_has_triggers() -> None:
    tables = {model._meta.db_table for model in apps.get_app_config("people").get_models(include_auto_created=True)}
    desk = {model._meta.db_table for model in Desk.__subclasses__()}
    assert set(version_triggers(connection).tables) == tables - desk


def test_migrating_puts_back_triggers_that_are_gone() -> None:
    uninstall(connection)
    before = data_version()
    make_organisation("one")
    unnoticed = data_version()
    after_migrate(using="default")
    assert (unnoticed == before, data_version() == before, changes(lambda: make_organisation("two"))) == (
        True,
        False,
        True,
    )
