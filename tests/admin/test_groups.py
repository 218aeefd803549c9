"""The groups that the migration makes."""

from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps as apps_of_today
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from tests.admin.conftest import migrated_apps

migration: Any = import_module("people.migrations.0002_groups")
outcomes: Any = import_module("people.migrations.0019b_replies_and_outcomes")
renaming: Any = import_module("people.migrations.0018_updated_at")
editor = SimpleNamespace(connection=connection)

NOUNS = [
    "alias",
    "allegation",
    "formerslug",
    "meeting",
    "organisation",
    "outcome",
    "participation",
    "passage",
    "person",
    "response",
    "role",
    "source",
    "statement",
    "tie",
]


@pytest.fixture
def apps(db: None) -> Iterator[Any]:
    """The apps as the migration finds them, with the permissions for what was renamed later."""
    renaming.backwards(apps_of_today, editor)
    ContentType.objects.filter(app_label="people", model="slugredirect").update(model="formerslug")
    ContentType.objects.clear_cache()
    yield migrated_apps()
    ContentType.objects.clear_cache()


def rights(name: str) -> list[str]:
    granted = Group.objects.get(name=name).permissions
    return sorted(f"{one.content_type.app_label}.{one.codename}" for one in granted.select_related("content_type"))


def expected(*verbs: str) -> list[str]:
    return sorted(f"people.{verb}_{noun}" for verb in verbs for noun in NOUNS)


def test_migration_lets_editors_add_and_change_but_not_delete(apps: Any) -> None:
    migration.make_groups(apps, editor)
    assert rights("Editors") == expected("add", "change", "view")


def test_migration_gives_chief_editors_all_of_people_and_no_accounts(apps: Any) -> None:
    migration.make_groups(apps, editor)
    assert rights("Chief editors") == expected("add", "change", "delete", "view")


def test_migration_makes_the_permissions_that_are_not_there_yet(apps: Any) -> None:
    Group.objects.all().delete()
    Permission.objects.filter(content_type__app_label="people").delete()
    migration.make_groups(apps, editor)
    of_then = [right for right in expected("add", "change", "view") if not right.endswith("_outcome")]
    assert rights("Editors") == of_then


def test_who_may_edit_replies_may_edit_outcomes(db: None) -> None:
    group = Group.objects.create(name="Reporters")
    group.permissions.add(Permission.objects.get(codename="change_response"))
    outcomes.permit(apps_of_today, editor)
    assert rights("Reporters") == ["people.change_outcome", "people.change_response"]


def test_migration_changes_nothing_the_second_time(apps: Any) -> None:
    migration.make_groups(apps, editor)
    migration.make_groups(apps, editor)
    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == ["Chief editors", "Editors"]


def test_migration_backwards_removes_only_its_groups(apps: Any) -> None:
    migration.make_groups(apps, editor)
    Group.objects.create(name="Printers")
    migration.remove_groups(apps, editor)
    assert list(Group.objects.values_list("name", flat=True)) == ["Printers"]


def test_renaming_redirects_keeps_the_permissions(apps: Any) -> None:
    migration.make_groups(apps, editor)
    renaming.forwards(apps_of_today, editor)
    codenames = [right.partition(".")[2] for right in rights("Chief editors")]
    assert [name for name in codenames if name.endswith(("_formerslug", "_slugredirect"))] == [
        f"{verb}_slugredirect" for verb in ("add", "change", "delete", "view")
    ]
