"""A `migrate` that is killed half way, as by a machine that goes down: the next one carries on."""

import signal
import subprocess
from itertools import count
from pathlib import Path

import pytest

from tests.upgrades.databases import Database, made, shape_of_new

# PostgreSQL's turn takes the tests that use the database; these make others beside it.
pytestmark = pytest.mark.usefixtures("django_db_setup")


@pytest.mark.parametrize("name", ["5a2fda2", pytest.param("f271075", marks=pytest.mark.long)])
@pytest.mark.parametrize("step", [30, pytest.param(3, marks=pytest.mark.long)])
def test_migrate_carries_on_after_one_that_was_killed(tmp_path: Path, name: str, step: int) -> None:
    with made(tmp_path) as database:
        database.restored(name)
        killed = next(killed for killed in count() if is_carried_through(database, step * (killed + 1)))
        assert (killed > 0, database.shape() ^ shape_of_new()) == (True, set())


def is_carried_through(database: Database, number: int) -> bool:
    """Return whether `migrate` ends before its statement of that number, at which it is killed."""
    try:
        database.shell(f"from tests.faults.killed_migrate import migrate; migrate({number})")
    except subprocess.CalledProcessError as error:
        assert error.returncode == -signal.SIGKILL  # noqa: PT017 - anything else is an error of `migrate` itself
        return False
    return True
