"""The index is kept where nothing changes that it holds, and made anew where the log can't tell."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from people.changes import forget
from people.index import (
    allegation_index,
    get_index,
    meeting_index,
    organisation_index,
    timeline_index,
    version,
)
from people.index.triggers import after_migrate, before_migrate
from people.index.watched import WATCHED
from people.models import Organisation, Person, Role
from people.vocabulary import Status
from tests.factories import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

INDEXES = (get_index, meeting_index, allegation_index, organisation_index, timeline_index)


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody in the index, in a log that has begun; what the test's transaction sees counts as committed."""
    monkeypatch.setattr(version, "may_be_undone", lambda: False)
    made = make_person(summary="Advised them.")
    make_role(made, "Adviser")
    return made


def is_kept(write: Callable[[], object]) -> bool:
    """Return whether the index is the same after writing."""
    before = get_index()
    write()
    return get_index() is before


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite tells what a statement reads")
def test_columns_watched_are_those_that_loading_reads() -> None:
    make_person(slide=1)
    read = defaultdict(set)

    def note(action: int, table: str | None, column: str | None, *_: object) -> int:
        if action == sqlite3.SQLITE_READ and table and column != "id":
            read[table.removeprefix("people_")].add(column)
        return sqlite3.SQLITE_OK

    connection.connection.set_authorizer(note)
    try:
        for index in INDEXES:
            index()
    finally:
        connection.connection.set_authorizer(None)
    for table in ("change", "dataversion"):
        del read[table]
    assert read == {table: set(columns) for table, columns in WATCHED.items()}


def test_index_is_kept_where_a_text_changes(person: Person) -> None:
    def write() -> None:
        person.summary = "Advised the campaign."
        person.save()

    assert is_kept(write)


def test_text_that_comes_or_goes_counts(person: Person) -> None:
    assert not is_kept(lambda: Person.objects.update(summary=""))


def test_change_that_is_taken_back_counts(person: Person) -> None:
    def write() -> None:
        Role.objects.update(status=Status.DRAFT)
        Role.objects.update(status=Status.PUBLISHED)

    assert not is_kept(write)


def test_keys_that_change_by_themselves_count(person: Person) -> None:
    assert not is_kept(lambda: execute("UPDATE people_person SET sort_key = 'a'"))


def test_change_that_was_erased_from_the_log_counts(person: Person) -> None:
    def write() -> None:
        Role.objects.update(status=Status.DRAFT)
        forget("role", Role.objects.get().pk)

    assert not is_kept(write)


def test_what_migrations_write_counts(person: Person) -> None:
    def write() -> None:
        before_migrate(using="default", plan=[])
        make_organisation("one")
        after_migrate(using="default")

    assert not is_kept(write)


def test_log_of_another_copy_of_the_database_is_not_followed(person: Person) -> None:
    with transaction.atomic():
        Organisation.objects.create(name="one", slug="one", kind="party")
        seen = get_index()
        transaction.set_rollback(True)
    assert get_index() is not seen


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_transaction_that_commits_after_a_later_one_is_seen() -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    seen = [len(get_index())]
    written, may_commit = Barrier(2), Barrier(2)

    def withdraw_slowly() -> None:
        with transaction.atomic():
            Person.objects.filter(pk=ann.pk).update(status=Status.DRAFT)
            written.wait(30)
            may_commit.wait(30)
        connection.close()

    with ThreadPoolExecutor() as pool:
        slow = pool.submit(withdraw_slowly)
        written.wait(30)
        Person.objects.filter(pk=bob.pk).update(status=Status.DRAFT)
        seen.append(len(get_index()))
        may_commit.wait(30)
        slow.result()
    seen.append(len(get_index()))
    assert seen == [2, 1, 0]
