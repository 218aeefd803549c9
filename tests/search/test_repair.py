"""What differs is told and repaired, and triggers come back."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import change_times
from people.models import Organisation
from people.search.document_specs import DOCUMENT_SPECS, INDEXED_SPECS
from people.search.maintenance import after_migrate, search_triggers_of, sqlite
from tests.factories import make_organisation
from tests.search.documents import documents, execute, problems

pytestmark = pytest.mark.django_db


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
