"""The triggers that keep the times, and what they make up for."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from people.change_times import triggers_of
from people.models import Allegation, Person, Response
from tests.change_times.writes import CLAIM, ENTRIES, LONG_AGO, one
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_what_is_removed_moves_the_time_on_and_not_back() -> None:
    before = one(Allegation, "claim").updated_at
    one(Response, "denial").delete()
    assert one(Allegation, "claim").updated_at > before


def test_update_that_gives_a_time_keeps_it() -> None:
    Person.objects.filter(slug="ann").update(description="A banker.", updated_at=LONG_AGO)
    assert one(Person, "ann").updated_at == LONG_AGO


def test_time_of_a_part_is_that_of_the_whole() -> None:
    later = timezone.now() + dt.timedelta(days=1)
    Response.objects.filter(slug="denial").update(updated_at=later)
    times = [
        one(Allegation, "claim").updated_at,
        *Person.objects.filter(slug__in=("bob", "cy")).values_list("updated_at"),
    ]
    assert times == [later, (later,), (later,)]


def test_laying_the_triggers_makes_up_for_what_was_written_without_them() -> None:
    triggers = triggers_of(connection)
    triggers.uninstall()
    later = timezone.now() + dt.timedelta(days=1)
    Response.objects.filter(slug="denial").update(updated_at=later)
    triggers.ensure_installed()
    late = [row.slug for model in ENTRIES for row in model._default_manager.filter(updated_at=later)]
    assert sorted(late) == sorted(CLAIM | {"draft-denial"})
    assert triggers.is_installed()


def test_migrate_lays_the_triggers() -> None:
    triggers = triggers_of(connection)
    triggers.uninstall()
    call_command("migrate", verbosity=0)
    assert triggers.is_installed()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes indexes whatever it knows of the tables.")
def test_rows_that_were_just_loaded_are_counted_before_times_are_made_up_for() -> None:
    def known() -> float:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'people_person'")
            (number,) = cursor.fetchone()
        return float(number)

    triggers = triggers_of(connection)
    triggers.uninstall()
    make_person("Somebody who was just loaded")
    assert known() != Person.objects.count()
    triggers.ensure_installed()
    assert known() == Person.objects.count()
