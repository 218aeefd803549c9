"""Databases that the site of earlier commits has made, brought up to date: README.md tells of them."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.upgrades.databases import NAMES, Database, made, shape_of_new

# PostgreSQL's turn takes the tests that use the database; these make others beside it.
pytestmark = pytest.mark.usefixtures("django_db_setup")

# Each ends like a new database, and the oldest is read below: to read every page of all of them takes minutes.
NEWEST = "196f235"

SLUGS = """
SELECT 'allegation', slug, {column} FROM people_allegation
UNION ALL SELECT 'meeting', slug, {column} FROM people_meeting
UNION ALL SELECT 'person', slug, {column} FROM people_person
"""
RENAMED = {
    ("allegation", "choices"): ("allegation", "choices-2"),
    # There is a second one of that title, and a third one was called so.
    ("meeting", "choices"): ("meeting", "choices-4"),
    ("person", "compare"): ("person", "compare-2"),
}

# What the site of 196f235 ran.
LANDED = (
    "0001_initial",
    "0002_groups",
    "0003_search",
    "0004_changed_at",
    "0005_reserved_slugs",
    "0006_data_version",
    "0007_learn_words_once",
)
SETTINGS = """
from tests.settings import *

INSTALLED_APPS = ["landed_apps.LandedConfig" if app == "people" else app for app in INSTALLED_APPS]
MIGRATION_MODULES = {"people": "landed"}
"""
# It found the triggers of the search index as it would have laid them, and knew none for times of change.
APPS = """
from django.db.models.signals import post_migrate

from people.apps import PeopleConfig


class LandedConfig(PeopleConfig):
    def ready(self):
        super().ready()
        post_migrate.disconnect(sender=self, dispatch_uid="search")
        post_migrate.disconnect(sender=self, dispatch_uid="change_times")
"""

Make = Callable[[str], Database]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """A function that makes a database of a dump."""
    with made(tmp_path) as database:
        yield database.restored


@pytest.fixture
def landed(tmp_path: Path) -> dict[str, str]:
    """The variables with which `migrate` runs the migrations of 196f235 alone."""
    package = tmp_path / "landed"
    package.mkdir()
    for name in ("__init__", *LANDED):
        shutil.copy(settings.BASE_DIR / "people" / "migrations" / f"{name}.py", package)
    (tmp_path / "landed_settings.py").write_text(SETTINGS)
    (tmp_path / "landed_apps.py").write_text(APPS)
    return {"PYTHONPATH": str(tmp_path), "DJANGO_SETTINGS_MODULE": "landed_settings"}


def slugs_of(database: Database) -> dict[tuple[str, str], Any]:
    """Return when each of the entries changed whose slugs may be reserved, by noun and slug."""
    is_renamed = any(name == "0018_updated_at" for _, name, _ in database.history())
    times = database.select(SLUGS.format(column="updated_at" if is_renamed else "changed_at"))
    return {(noun, slug): time for noun, slug, time in times}


@pytest.mark.parametrize(
    "name", [name if name == NEWEST else pytest.param(name, marks=pytest.mark.long) for name in NAMES]
)
def test_upgraded_database_is_written_and_read(make: Make, name: str) -> None:
    database = make(name)
    database.migrate()
    assert database.visit() == ""


@pytest.mark.parametrize("name", NAMES)
def test_upgraded_database_is_like_a_new_one_and_keeps_its_entries(make: Make, name: str) -> None:
    database = make(name)
    before = slugs_of(database)
    database.migrate()
    slugs = slugs_of(database)
    changed = {entry for entry, time in slugs.items() if time != before.get(entry)}
    assert database.shape() ^ shape_of_new() == set()
    assert set(slugs) == {RENAMED.get(entry, entry) for entry in before}
    assert changed >= {RENAMED[entry] for entry in before if entry in RENAMED}
    # An entry may be as young now as what it prints, and never older than it was.
    assert [entry for entry, time in slugs.items() if time < before.get(entry, time)] == []
    # To migrate again changes nothing.
    history = database.history()
    database.migrate()
    assert (database.history(), database.shape(), slugs_of(database)) == (history, shape_of_new(), slugs)


@pytest.mark.parametrize("name", ["f271075", "5a2fda2"])
def test_dumps_from_before_slugs_were_reserved_have_such(make: Make, name: str) -> None:
    assert set(RENAMED) <= set(slugs_of(make(name)))


def test_database_that_could_not_be_written_is_mended(make: Make, landed: dict[str, str]) -> None:
    database = make("f271075")
    free_slugs(database)
    database.migrate(**landed)
    # On PostgreSQL, the site of 196f235 was ready now, and could write nothing.
    database.migrate()
    assert database.shape() ^ shape_of_new() == set()
    assert database.visit() == ""


def test_database_in_which_landed_migrations_failed_is_mended(make: Make, landed: dict[str, str]) -> None:
    database = make("5a2fda2")
    free_slugs(database)
    with pytest.raises(subprocess.CalledProcessError):
        database.migrate(**landed)
    database.migrate()
    assert database.shape() ^ shape_of_new() == set()


def free_slugs(database: Database) -> None:
    """Give the entries other slugs, without which the landed migrations go no further."""
    for noun, slug in RENAMED:
        database.execute(f"UPDATE people_{noun} SET slug = '{slug}-9' WHERE slug = '{slug}'")


def test_migrations_that_nobody_noted_are_made_again(make: Make) -> None:
    database = make("196f235")
    database.manage("migrate", "people", "0008c", "--verbosity", "0")
    database.execute("DELETE FROM django_migrations WHERE app = 'people' AND name > '0005_reserved_slugs'")
    database.migrate()
    assert database.shape() ^ shape_of_new() == set()
