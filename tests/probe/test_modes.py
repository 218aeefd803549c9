"""Files that hold drafts, accounts and sessions are their owner's alone."""

import os
import signal
import stat
from pathlib import Path

import pytest

from probe.modes import tighten
from tests.probe.test_settings import check
from tests.serving import serving


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def make_file(path: Path, bits: int = 0o644) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text")
    path.chmod(bits)
    return path


def test_commands_make_the_database_and_its_directory_private(tmp_path: Path) -> None:
    done = check(tmp_path / "new", "migrate", "--verbosity", "0", DATABASE_URL="")
    assert done.stderr == ""
    assert mode(tmp_path / "new") == "0o700"
    assert {(path.is_dir(), mode(path)) for path in (tmp_path / "new").iterdir()} == {(False, "0o600"), (True, "0o700")}


def test_site_makes_what_was_open_before_private(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        check(tmp_path, "migrate", "--verbosity", "0", DATABASE_URL="")
        make_file(tmp_path / "media" / "portraits" / "ann.jpg")
        (tmp_path / "probe.sqlite3").chmod(0o644)
        with serving(tmp_path, WEB_CONCURRENCY="1") as site:
            site.get("/people/").close()
            files = [*tmp_path.glob("probe.sqlite3*"), *(tmp_path / "media").rglob("*.jpg")]
            modes = {path.name: mode(path) for path in files}
            site.end(signal.SIGTERM)
    finally:
        os.umask(old)
    assert modes == dict.fromkeys(["probe.sqlite3", "probe.sqlite3-shm", "probe.sqlite3-wal", "ann.jpg"], "0o600")
    assert mode(tmp_path / "media") == "0o700"


def test_directory_is_closed_with_all_that_is_in_it(tmp_path: Path) -> None:
    picture = make_file(tmp_path / "media" / "portraits" / "ann.jpg", 0o664)
    (tmp_path / "media").chmod(0o755)
    tighten([tmp_path / "media"], [])
    assert [mode(path) for path in (picture, picture.parent, picture.parent.parent)] == ["0o600", "0o700", "0o700"]


def test_database_is_closed_with_what_stands_beside_it(tmp_path: Path) -> None:
    files = [make_file(tmp_path / name) for name in ("a.sqlite3", "a.sqlite3-wal", "a.sqlite3-shm", "b.sqlite3")]
    tighten([], [tmp_path / "a.sqlite3"])
    assert [mode(path) for path in files] == ["0o600", "0o600", "0o600", "0o644"]


def test_what_a_link_leads_to_is_left_as_it_is(tmp_path: Path) -> None:
    other = make_file(tmp_path / "other.sqlite3")
    (tmp_path / "a.sqlite3").symlink_to(other)
    tighten([], [tmp_path / "a.sqlite3"])
    assert mode(other) == "0o644"


def test_what_belongs_to_somebody_else_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = make_file(tmp_path / "a.sqlite3")
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    tighten([], [file])
    assert mode(file) == "0o644"


def test_what_is_not_there_is_passed_over(tmp_path: Path) -> None:
    tighten([tmp_path / "media"], [tmp_path / "a.sqlite3"])
    assert list(tmp_path.iterdir()) == []
