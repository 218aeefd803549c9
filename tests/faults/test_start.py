import fcntl
import os
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg2
import pytest
from django.db import connection

from people.management.start_lock import ADVISORY_KEY
from tests.serving import LIMIT, Site, free_port

WAITING = "Waiting for another start on the same data …\n"


@pytest.fixture
def empty_database(db: None) -> Iterator[str]:
    """The address of a new database of the kind that the tests use; nothing for SQLite, where DATA_DIR has one."""
    if connection.vendor == "sqlite":
        yield ""
        return
    name, host = f"start_{uuid4().hex}", connection.settings_dict["HOST"]
    administer(f"CREATE DATABASE {name}")
    yield f"postgres://postgres@{quote(host, safe='')}/{name}"
    administer(f"DROP DATABASE {name} WITH (FORCE)")


def administer(command: str) -> None:
    with closing(database("postgres")) as administration:
        administration.autocommit = True
        administration.cursor().execute(command)


def database(name: str) -> psycopg2.extensions.connection:
    return psycopg2.connect(host=connection.settings_dict["HOST"], user="postgres", dbname=name)


@contextmanager
def starting(*sites: Site) -> Iterator[None]:
    with ExitStack() as stack:
        for site in sites:
            stack.callback(site.kill)
        yield


@contextmanager
def another_start(directory: Path) -> Iterator[None]:
    """Have another start on the files in the directory go on as long as the block lasts."""
    holder = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(holder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(holder)


def refusal(site: Site) -> tuple[int, str]:
    """With which status and words a site doesn't start."""
    with starting(site):
        return site.process.wait(LIMIT), site.words()


def test_two_starts_on_one_empty_database_both_serve_the_facts(tmp_path: Path, empty_database: str) -> None:
    directories = [tmp_path / "data"] * 2
    if empty_database:
        # Two machines have nothing in common but the database.
        directories = [tmp_path / "one", tmp_path / "other"]
    for directory in directories:
        directory.mkdir(exist_ok=True)
    sites = [Site(directory, free_port(), DATABASE_URL=empty_database) for directory in directories]
    with starting(*sites):
        for site in sites:
            site.wait_until_ready()

        assert ["38 people" in site.get("/people/").read().decode() for site in sites] == [True, True]
        assert sum("Filling the empty database" in site.words() for site in sites) == 1


def test_start_waits_for_another_one_on_the_same_files(tmp_path: Path) -> None:
    with ExitStack() as stack:
        with another_start(tmp_path):
            site = Site(tmp_path, free_port())
            stack.enter_context(starting(site))
            site.wait_for_words(WAITING)
            assert not (tmp_path / "probe.sqlite3").exists()
        site.wait_until_ready()


def test_start_waits_for_another_one_on_the_same_database(tmp_path: Path, empty_database: str) -> None:
    if not empty_database:
        pytest.skip("SQLite is locked by its directory.")
    with closing(database(empty_database.rpartition("/")[2])) as holder:
        holder.cursor().execute("SELECT pg_advisory_lock(%s)", [ADVISORY_KEY])
        site = Site(tmp_path, free_port(), DATABASE_URL=empty_database)
        with starting(site):
            site.wait_for_words(WAITING)
            holder.close()
            site.wait_until_ready()


def test_start_that_waits_ends_at_a_signal(tmp_path: Path) -> None:
    with another_start(tmp_path):
        site = Site(tmp_path, free_port())
        with starting(site):
            site.wait_for_words(WAITING)
            assert (site.end(signal.SIGINT), site.words()) == (130, WAITING)


def test_start_that_was_killed_does_not_keep_the_next_one_from_starting(tmp_path: Path, empty_database: str) -> None:
    killed = Site(tmp_path, free_port(), DATABASE_URL=empty_database)
    with starting(killed):
        killed.wait_for_words("Filling the empty database")

    site = Site(tmp_path, free_port(), DATABASE_URL=empty_database)
    with starting(site):
        site.wait_until_ready()
        assert "38 people" in site.get("/people/").read().decode()


def test_start_on_a_full_disk_says_so(tmp_path: Path) -> None:
    full = quote("PRAGMA max_page_count=20")
    site = Site(tmp_path, free_port(), DATABASE_URL=f"sqlite:///{tmp_path}/full.sqlite3?init_command={full}")

    status, words = refusal(site)

    pattern = r"Probe cannot start: migration [a-z]+\.0001_initial fails: database or disk is full\n"
    assert (status, re.fullmatch(pattern, words) is not None) == (1, True), words


def test_start_whose_migration_fails_names_it(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "probe.sqlite3")) as before:
        before.execute("CREATE TABLE people_person (id integer)")

    reason = 'migration people.0001_initial fails: table "people_person" already exists'
    assert refusal(Site(tmp_path, free_port())) == (1, f"Probe cannot start: {reason}\n")


def test_start_on_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    (tmp_path / "probe.sqlite3").write_text("This is no database. " * 100)

    reason = "DATABASE_URL can't be reached: file is not a database"
    assert refusal(Site(tmp_path, free_port())) == (1, f"Probe cannot start: {reason}\n")


def test_start_that_can_make_no_directory_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    directory = tmp_path / "file" / "data"

    reason = f"DATA_DIR is '{directory}', where no directory can be made: Not a directory"
    site = Site(tmp_path, free_port(), DATA_DIR=str(directory))
    assert refusal(site) == (1, f"Probe cannot start: {reason}\n")


def test_start_that_can_write_no_static_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "static").touch()

    status, words = refusal(Site(tmp_path, free_port()))

    last = words.splitlines()[-1]
    assert (status, last.startswith("Probe cannot start: the static files can't be collected: ")) == (1, True), words
    assert str(tmp_path / "static") in last
    assert "Traceback" not in words
