from pathlib import Path

import pytest

from tests.upgrades.digests import ADD, MIGRATIONS, main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two migrations whose digests are kept."""
    for name in ("__init__", "0001_initial", "0002_names"):
        (tmp_path / f"{name}.py").write_text(f"# {name}\n")
    assert main(tmp_path, [ADD]) == 0
    return tmp_path


def told(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Return the status and the lines of the check."""
    return main(folder, list(arguments)), capsys.readouterr().err.splitlines()


def kept(folder: Path) -> str:
    return (folder / "digests.txt").read_text()


def test_migrations_of_the_site_are_as_they_landed(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(MIGRATIONS, capsys) == (0, [])


def test_migrations_that_have_not_changed_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(folder, capsys) == (0, [])


def test_migration_that_has_changed_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "0002_names.py").write_text("# 0002_names, edited\n")
    reason = "0002_names.py has changed since it landed: put it back as it was, and make another migration."
    assert told(folder, capsys) == (1, [reason])


def test_migration_that_is_gone_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "0001_initial.py").unlink()
    reason = "0001_initial.py is gone, under this name at least: put it back. Databases know it by its name."
    assert told(folder, capsys) == (1, [reason])


def test_migration_that_is_renamed_is_refused_under_both_names(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "0002_names.py").rename(folder / "0003_names.py")
    reasons = [
        "0002_names.py is gone, under this name at least: put it back. Databases know it by its name.",
        "0003_names.py is new: run `make digests` to add its digest.",
    ]
    assert told(folder, capsys) == (1, reasons)


def test_new_migration_is_refused_until_its_digest_is_added(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "0003_dates.py").write_text("# 0003_dates\n")
    reason = "0003_dates.py is new: run `make digests` to add its digest."
    assert [told(folder, capsys), told(folder, capsys, ADD), told(folder, capsys)] == [(1, [reason]), (0, []), (0, [])]


def test_adding_keeps_the_digest_of_a_migration_that_has_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(folder)
    (folder / "0001_initial.py").write_text("# 0001_initial, edited\n")
    reason = "0001_initial.py has changed since it landed: put it back as it was, and make another migration."
    assert (told(folder, capsys, ADD), kept(folder)) == ((1, [reason]), before)


def test_other_arguments_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(folder, capsys, "--replace") == (2, ["Usage: python -m tests.upgrades.digests [--add]"])
