"""Measures all sites at one size in one database."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks import data, machine, sites
from benchmarks.asking import TimedAnswer
from benchmarks.data import Data
from benchmarks.figures import Figure, Run
from benchmarks.load.plan import Effort
from benchmarks.measuring import BenchmarkSite, measure

# What constant pages send where Probe's list takes too long to be had: as much as it should be.
FILLER = b"x" * 30_000


def measure_all(size: int, server: str, effort: Effort, import_size: int) -> Run:
    """Return what was measured.

    Args:
        size: How many people.
        server: The address of a PostgreSQL; empty for SQLite.
        effort: How much time to spend.
        import_size: How many people to import; 0 for none.
    """
    database = "postgresql" if server else "sqlite"
    say(f"{size:,} people, {database}: making the data")
    made = data.postgresql(server, size) if server else data.sqlite(size)
    loading = made.facts["seconds"] if made.fresh else None
    run = Run(size, database, machine.date(), machine.busy(), made.facts["rows"], effort.seconds, loading)
    probe = sites.probe(made)
    answer = measure_site(run, probe, effort)
    count_queries(run, probe, made, effort)
    sites.keep(*((dict(answer.headers), answer.sent) if answer else ({}, FILLER)))
    length = len(answer.sent if answer else FILLER)
    for site in (sites.gunicorn(made), sites.usual(made), sites.datasette(made), *sites.constants(length)):
        measure_site(run, site, effort)
    if import_size:
        run.imported = import_own(server, import_size)
    return run


def measure_site(run: Run, site: BenchmarkSite, effort: Effort) -> TimedAnswer | None:
    """Note the figures of a site's pages in the run, and return how the one called `people` was answered."""
    found = None
    if site.problem:
        run.sites[site.name] = {"": Figure("", site.problem)}
        return None
    run.sites[site.name] = {}
    for page in site.pages:
        say(f"{run.people:,} people, {run.database}: {site.name}, {page.label}")
        run.sites[site.name][page.name], answer = measure(site, page, effort)
        found = answer if page.name == "people" else found
    return found


def count_queries(run: Run, probe: BenchmarkSite, made: Data, effort: Effort) -> None:
    """Note how many queries those of Probe's pages take that were answered in time, and how long the facets."""
    figures = run.sites[probe.name]
    asked = [page for page in probe.pages if figures[page.name].alone is not None and not page.conditional]
    lines = "".join(f"{page.name} {page.address}\n" for page in asked)
    say(f"{run.people:,} people, {run.database}: counting queries")
    for told in told_inside(lines, made, effort.limit * max(len(asked), 1)):
        if "facets" in told:
            run.facets = told["facets"]
        else:
            figures[told["page"]].queries = told["queries"]


def told_inside(lines: str, made: Data, limit: float) -> list[dict[str, Any]]:
    """Return what `benchmarks.inside` tells of the addresses, as far as it comes in time."""
    command = [sys.executable, "-m", "benchmarks.inside"]
    with tempfile.TemporaryFile("w+") as output:
        try:
            subprocess.run(
                command, env=made.environment, input=lines, stdout=output, text=True, check=True, timeout=limit
            )
        except subprocess.SubprocessError as error:
            say(f"counting queries ended: {error}")
        output.seek(0)
        return [json.loads(line) for line in output]


def import_own(server: str, size: int) -> dict[str, Any]:
    """Return how fast rows are imported into an empty database."""
    say(f"importing {size:,} people")
    name = f"{data.DATABASE}_import"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'probe.sqlite3'}"
        if server:
            data.command(server, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
            url = urlsplit(server)._replace(path=f"/{name}").geturl()
        try:
            told = data.run(["-m", "benchmarks.importing", str(size), str(data.SEED)], data.environment(url))
        finally:
            if server:
                data.command(server, f"DROP DATABASE {name} WITH (FORCE)")
    result: dict[str, Any] = json.loads(told)
    return result


def say(text: str) -> None:
    """Tell what goes on, on standard error."""
    print(text, file=sys.stderr, flush=True)
