"""Measures everything: `python -m benchmarks`, which is `make bench`."""

import argparse
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import data, machine
from benchmarks.figures import Results, read_runs
from benchmarks.goals import outcomes
from benchmarks.load.plan import Effort
from benchmarks.report import report
from benchmarks.run import measure_all

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = """\
# Results

Written by `make bench WRITE=yes`. [README.md](README.md) says what is measured, and why goals are missed.
"""
SIZES = [38, 10_000]


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of people")
    parser.add_argument("--databases", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite"])
    parser.add_argument("--connections", type=int, nargs="+", default=[2, 16])
    parser.add_argument("--seconds", type=int, default=3, help="how long a load lasts at least")
    parser.add_argument("--limit", type=float, default=60, help="seconds that an answer may take")
    parser.add_argument("--import-size", type=int, default=500, help="people to import; 0 for none")
    parser.add_argument("--json", type=Path, default=data.KEPT / "results.json", help="where to write the figures")
    parser.add_argument("--add", action="store_true", help="keep what that file tells of other sizes and databases")
    parser.add_argument("--write", action="store_true", help="put the table into benchmarks/RESULTS.md")
    return parser.parse_args(given)


@contextmanager
def server_of(database: str) -> Iterator[str]:
    """Yield the address of the PostgreSQL in DATABASE_URL, or of one that is thrown away; of SQLite nothing."""
    if database == "sqlite":
        yield ""
    elif os.environ.get("DATABASE_URL", "").startswith("postgres"):
        yield os.environ["DATABASE_URL"]
    else:
        from tests.postgres import cluster

        with cluster() as url:
            yield url


def main() -> int:
    """Measure, print and write; return 1 where a page was refused because it was wrong."""
    given = arguments()
    effort = Effort(given.seconds, given.connections, given.limit)
    results = Results(machine.machine(), machine.tools())
    if given.add and given.json.exists():
        results.runs = read_runs(json.loads(given.json.read_text()))
    data.run(["manage.py", "collectstatic", "--no-input", "--verbosity", "0"], data.environment("sqlite:////nowhere"))
    for database in given.databases:
        with server_of(database) as server:
            for size in given.sizes:
                # What is imported doesn't grow with what there is.
                import_size = given.import_size if size == given.sizes[0] else 0
                results.add(measure_all(size, server, effort, import_size))
                keep(results, given.json)
    text = report(results)
    print(text)
    if given.write:
        RESULTS.write_text(f"{HEAD}\n{text}")
    return int(any(figure.wrong for run in results.runs for site in run.sites.values() for figure in site.values()))


def keep(results: Results, file: Path) -> None:
    """Write the figures so far, and what the goals come to by them."""
    results.goals = outcomes(results.runs)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(results.as_dict(), indent=1, ensure_ascii=False))


def interrupt(number: int, _frame: Any) -> None:
    """End like somebody who tidies up: the servers must not outlive us."""
    sys.exit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, interrupt)
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(map(str, error.cmd))} failed")
    except KeyboardInterrupt:
        sys.exit(130)
