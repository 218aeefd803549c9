"""Writes dumps of databases as a commit makes them: `python -m tests.upgrades.dump COMMIT [NAME]`.

COMMIT is checked out to a temporary directory; NAME, by default COMMIT, is what the dumps are called.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import postgres
from tests.upgrades import postgresql, sqlite

HERE = Path(__file__).parent
ROWS = HERE / "rows.py"
DUMPS = HERE / "dumps"


def main(commit: str, name: str) -> None:
    """Write both dumps."""
    with tempfile.TemporaryDirectory() as directory:
        site = Path(directory) / "site"
        check_out(commit, site)
        data = Path(directory) / "data"
        with sqlite.database(directory) as url:
            fill(site, data, url)
            write(f"{name}-sqlite", sqlite.dump(url))
        with postgres.cluster() as server, postgresql.database(server) as url:
            fill(site, data, url)
            programs = postgres.binaries(Path(directory), postgres.account())
            write(f"{name}-postgresql", postgresql.dump(url, programs / "pg_dump"))


def check_out(commit: str, site: Path) -> None:
    """Put the files of the commit into the folder."""
    site.mkdir()
    archive = subprocess.run(["git", "archive", commit], cwd=HERE.parents[1], capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", site], input=archive, check=True)


def fill(site: Path, data: Path, url: str) -> None:
    """Migrate the database and put the rows into it, both as the site of the commit does it."""
    environment = os.environ | {"DATABASE_URL": url, "DATA_DIR": str(data)}
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "migrate", "--verbosity", "0"], cwd=site, env=environment, check=True)
    subprocess.run(
        [*manage, "shell", "--verbosity", "0"], cwd=site, env=environment, input=ROWS.read_bytes(), check=True
    )


def write(name: str, sql: str) -> None:
    """Write a dump, and say so."""
    path = DUMPS / f"{name}.sql"
    path.write_bytes(sql.encode())
    sys.stdout.write(f"{path.name}: {len(sql) >> 10} KB\n")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("Usage: python -m tests.upgrades.dump COMMIT [NAME]")
    main(sys.argv[1], sys.argv[-1])
