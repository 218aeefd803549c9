import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests.factories import make_organisation

pytestmark = pytest.mark.django_db

FINE = "The search index is as a fresh one would be.\n"


def lose_documents() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_searchdocument")


def test_check_says_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    make_organisation("one")
    call_command("search_index", "check")
    assert capsys.readouterr().out == FINE


def test_check_is_silent_if_asked(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("search_index", "check", verbosity=0)
    assert capsys.readouterr().out == ""


def test_check_prints_differences_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    firm = make_organisation("one")
    lose_documents()
    with pytest.raises(CommandError, match=r"^One difference, listed above\.$") as caught:
        call_command("search_index", "check")
    assert caught.value.returncode == 1
    assert capsys.readouterr().out == f"! Organisation {firm.pk} is not in the index\n"


def test_check_counts_several_differences() -> None:
    make_organisation("one")
    make_organisation("two")
    lose_documents()
    with pytest.raises(CommandError, match=r"^2 differences, listed above\.$"):
        call_command("search_index", "check")


def test_rebuild_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    make_organisation("one")
    lose_documents()
    call_command("search_index", "rebuild")
    call_command("search_index", "check")
    assert capsys.readouterr().out == FINE * 2


def test_rebuild_lays_triggers_that_are_gone() -> None:
    table = " ON people_organisation" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER people_search_organisation_insert{table}")
    make_organisation("one")
    call_command("search_index", "rebuild", verbosity=0)
    make_organisation("two")
    call_command("search_index", "check", verbosity=0)


def test_error_of_the_database_is_told_in_one_line() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP VIEW people_searchdocumentword")
    with pytest.raises(CommandError, match=r"^The database can't be used, or lacks its migrations: "):
        call_command("search_index", "check")
