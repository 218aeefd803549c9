"""The database locked, frozen, replaced or gone while a site runs."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.asking import ask, statuses, wait_for
from tests.faults.editor import Editor
from tests.faults.freezing import frozen
from tests.postgres import cluster
from tests.serving import Site, serving

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=60)
connection.execute(f"BEGIN {sys.argv[2]}")
print("locked", flush=True)
sys.stdin.read()
"""
ADD = "/admin/people/organisation/add/"


@contextmanager
def locked(path: Path, kind: str) -> Iterator[None]:
    """Hold the lock of a SQLite file, in a process of its own."""
    command = [sys.executable, "-c", HOLD, str(path), kind]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"locked\n"
        yield
        process.kill()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site"), WEB_CONCURRENCY="1") as site:
        yield site


@pytest.fixture(scope="module")
def editor(site: Site) -> Editor:
    return Editor(site)


def count(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT COUNT(*) FROM people_organisation WHERE name = ?", [name]).fetchone()
    return int(number)


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
def test_editor_is_told_that_nothing_was_saved_and_keeps_the_text(site: Site, editor: Editor, kind: str) -> None:
    with locked(site.directory / "probe.sqlite3", kind):
        answer = editor.post(ADD, name=f"The {kind} Office", kind="company", _save="Save")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert f'name="name" value="The {kind} Office"' in answer.text
    assert count(site.directory / "probe.sqlite3", f"The {kind} Office") == 0


def test_password_is_not_sent_back_to_who_signs_in_meanwhile(site: Site, editor: Editor) -> None:
    with locked(site.directory / "probe.sqlite3", "IMMEDIATE"):
        answer = editor.post("/admin/login/", username="editor", password="a long password")
    assert (answer.status, "a long password" in answer.text) == (503, False)


def test_readers_are_answered_while_many_editors_wait_for_the_lock(site: Site, editor: Editor) -> None:
    addresses = [f"/people/?q={word}" for word in "abcdefgh"]
    with locked(site.directory / "probe.sqlite3", "IMMEDIATE"), ThreadPoolExecutor(8) as threads:
        posts = [threads.submit(editor.post, ADD, name="A Ministry") for _ in range(8)]
        assert statuses(site, *addresses, "/api/v1/people/", "/people.csv", "/healthz") == [200] * 11
        assert [post.result().status for post in posts] == [503] * 8


def test_site_says_that_it_is_not_ready_while_the_database_is_locked(site: Site) -> None:
    with locked(site.directory / "probe.sqlite3", "IMMEDIATE"):
        answer = ask(site, "/readyz")
    assert (answer.status, answer.body.decode()) == (503, "the database can't be written: database is locked")
    assert statuses(site, "/readyz") == [200]


def test_editor_saves_once_the_lock_is_gone(site: Site, editor: Editor) -> None:
    path = site.directory / "probe.sqlite3"
    with locked(path, "IMMEDIATE"):
        editor.post(ADD, name="The Late Office", kind="company", _save="Save")
    answer = editor.post(ADD, name="The Late Office", kind="company", _save="Save")
    assert (answer.status, count(path, "The Late Office")) == (302, 1)


def replace(path: Path) -> None:
    """Put a copy where the database is, as somebody does who restores one while the site runs."""
    copy = path.with_suffix(".copy")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    for suffix in ("-wal", "-shm"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
    copy.replace(path)


def test_no_edit_is_lost_after_the_file_was_replaced(site: Site, editor: Editor) -> None:
    path = site.directory / "probe.sqlite3"
    replace(path)
    names = [f"Office {number}" for number in range(12)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda name: editor.post(ADD, name=name, kind="company", _save="Save"), names))
    assert [answer.status for answer in answers] == [302] * 12
    assert [count(path, name) for name in names] == [1] * 12


def test_file_that_is_gone_does_not_come_back_empty(tmp_path: Path) -> None:
    with serving(tmp_path, WEB_CONCURRENCY="1") as site:
        kept = ask(site, "/people/").body
        path = tmp_path / "probe.sqlite3"
        path.rename(tmp_path / "elsewhere.sqlite3")
        assert statuses(site, "/readyz", "/readyz") == [503, 503]
        # Each thread looks at the file once a second.
        assert wait_for(site, "/people/", lambda answer: "Age" in answer.headers).body == kept
        for address in ("/meetings/", "/api/v1/people/"):
            wait_for(site, address, lambda answer: answer.status == 503)
        assert statuses(site, "/healthz") == [200]
        assert not path.exists()
        shutil.move(tmp_path / "elsewhere.sqlite3", path)
        wait_for(site, "/meetings/", lambda answer: answer.status == 200)


@pytest.mark.skipif(sys.platform != "linux", reason="The server's processes are found in /proc.")
def test_frozen_postgresql_leaves_readers_the_kept_pages(tmp_path: Path) -> None:
    with cluster() as url, serving(tmp_path, DATABASE_URL=url, WEB_CONCURRENCY="1") as site:
        kept = [ask(site, address).body for address in ("/people/", "/about/")]
        with frozen(url):
            pages = [ask(site, address) for address in ("/people/", "/about/") * 10]
            others = [ask(site, address) for address in ("/meetings/", "/api/v1/people/", "/people.csv", "/readyz")]
            assert ask(site, "/healthz").status == 200
        assert [page.status for page in pages] == [200] * 20
        assert [page.body for page in pages] == kept * 10
        assert ["Age" in page.headers for page in pages] == [True] * 20
        assert [(answer.status, answer.headers["Retry-After"]) for answer in others] == [
            (503, "5"),
            (503, "5"),
            (503, "5"),
            (503, None),
        ]
        wait_for(site, "/people/", lambda answer: "Age" not in answer.headers)
        wait_for(site, "/meetings/", lambda answer: answer.status == 200)
