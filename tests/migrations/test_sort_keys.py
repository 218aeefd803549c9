"""Keys of names that were stored before there were keys."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from people.collation import name_key, sort_key
from people.models import Meeting, Person
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.django_db

migration: Any = import_module("people.migrations.0012b_sort_keys")


def test_keys_of_what_is_stored_are_made_and_nothing_else_changes() -> None:
    person, meeting = make_person("Ève Öberg", sort_name="Ève Öberg"), make_meeting(title="Łódź")
    QuerySet(Person).update(sort_key="", name_key="")
    QuerySet(Meeting).update(sort_key="")
    for entry in (person, meeting):
        entry.refresh_from_db()
    migration.make_keys(apps, SimpleNamespace(connection=connection))
    assert Person.objects.values_list("sort_name", "sort_key", "name_key", "updated_at").get() == (
        "Ève Öberg",
        sort_key("Ève Öberg"),
        name_key("Ève Öberg"),
        person.updated_at,
    )
    assert Meeting.objects.values_list("sort_key", "updated_at").get() == (sort_key("Łódź"), meeting.updated_at)
