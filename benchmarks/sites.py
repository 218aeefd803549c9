"""Probe, and what it is measured beside, at the same data."""

import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.data import KEPT, Data
from benchmarks.measuring import BenchmarkSite
from benchmarks.pages import BenchmarkPage, has, has_cards, marked, probe_pages
from benchmarks.peers import body, datasette_data, nginx
from probe.listeners import LOCALHOST
from probe.server import THREADS

WORKERS = min(2, os.cpu_count() or 1)
BODY = KEPT / "body"
SERVE = "benchmarks.peers.serve"


def probe(data: Data) -> BenchmarkSite:
    """Return Probe, served as `make run` serves it."""

    def command(port: int) -> list[str]:
        return [sys.executable, "-m", "probe.server", LOCALHOST, str(port), str(WORKERS)]

    return BenchmarkSite("Probe", probe_pages(data.facts), command, data.environment, WORKERS, reads_ahead=True)


def gunicorn(data: Data) -> BenchmarkSite:
    """Return Probe on the usual server, with as many processes and threads."""
    if find_spec("gunicorn") is None:
        return missing("Probe on gunicorn", "gunicorn is not installed: make .venv/bench")

    def command(port: int) -> list[str]:
        options = ["--workers", str(WORKERS), "--worker-class", "gthread", "--threads", str(THREADS)]
        return [sys.executable, "-m", "gunicorn", "--bind", f"{LOCALHOST}:{port}", *options, "probe.wsgi:application"]

    pages = [page for page in probe_pages(data.facts) if page.name in {"people", "filtered"}]
    return BenchmarkSite("Probe on gunicorn", pages, command, data.environment, WORKERS, reads_ahead=True)


def usual(data: Data) -> BenchmarkSite:
    """Return the usual list, on the same server."""
    hub, people = data.facts["hubs"][0]["slug"], data.facts["people"]
    filtered = f"/people/?role=campaign&contact={hub}"
    pages = [
        BenchmarkPage("people", "people", "/people/", marked("/people/"), partial(has, f"{people} people")),
        BenchmarkPage("filtered", "people by role and hub", filtered, marked(filtered), lists_some),
    ]
    settings = {"DJANGO_SETTINGS_MODULE": "benchmarks.peers.usual_settings"}
    return BenchmarkSite("ListView", pages, served("probe.wsgi:application"), data.environment | settings, WORKERS)


def lists_some(text: str) -> str:
    """Say so if nobody is listed; the usual list counts others as contacts than Probe does."""
    return "nobody is listed" if not has_cards(0, text) else ""


def datasette(data: Data) -> BenchmarkSite:
    """Return Datasette, on the same server; its tables are made of Probe's, if that is SQLite."""
    if find_spec("datasette") is None:
        return missing("Datasette", "datasette is not installed: make .venv/bench")
    probe_file = data.folder / "probe.sqlite3"
    if not probe_file.exists():
        return missing("Datasette", "it reads SQLite alone")
    file = data.folder / "people.sqlite3"
    datasette_data.make(probe_file, file)
    environment = data.environment | {"BENCHMARKS_DATASETTE": str(file)}
    command = served("benchmarks.peers.datasette:application", "asgi")
    return BenchmarkSite("Datasette", datasette_pages(file), command, environment, WORKERS)


def datasette_pages(file: Path) -> list[BenchmarkPage]:
    """Return Datasette's pages that come nearest to Probe's, with what its tables hold."""
    connection = sqlite3.connect(file)
    count = "SELECT count(*) FROM people"
    ((everybody,), (campaign,)) = (
        connection.execute(query).fetchone() for query in (count, f"{count} WHERE category = 'campaign'")
    )
    met = f"{count} WHERE id IN (SELECT person_id FROM contacts WHERE other_id = 1)"
    (met_hub,) = connection.execute(met).fetchone()
    connection.close()
    facet = "/people/people?_facet=category"
    filtered = "/people/people?category=campaign&_facet=title"
    # Together with another filter it would mix up the values of the two.
    through = facet + '&_through={"table":"contacts","column":"other_id","value":"1"}'.replace('"', "%22")
    return [
        BenchmarkPage("facet", "one facet", facet, noted(facet), partial(has, f"{everybody:,} row")),
        BenchmarkPage("filtered", "filter and facet", filtered, noted(filtered), partial(has, f"{campaign:,} row")),
        BenchmarkPage(
            "through",
            "filter by contact, facet",
            through,
            noted(through),
            partial(has, f"{met_hub:,} row"),
        ),
    ]


def noted(address: str) -> Callable[[int], str]:
    """Return a function that adds a parameter with an underscore, of which Datasette takes no note."""
    return lambda number: f"{address}&_x{number}=1"


def constants(size: int) -> list[BenchmarkSite]:
    """Return what sends the kept answer of so many bytes each time: a Django view, a function, and nginx."""
    page = BenchmarkPage("page", f"the same {size:,} bytes", "/", marked("/"), lambda _: "")
    environment = {body.VARIABLE: str(BODY), "PYTHONPATH": str(KEPT.parent.parent)}
    return [
        BenchmarkSite("constant view", [page], served("benchmarks.peers.constant:application"), environment, WORKERS),
        BenchmarkSite("bare WSGI", [page], served("benchmarks.peers.bare:application"), environment, WORKERS),
        static(page),
    ]


def static(page: BenchmarkPage) -> BenchmarkSite:
    """Return nginx, with the answer as a file."""
    if not nginx.program():
        return missing("nginx", "nginx is not installed: apt-get install nginx-light")
    headers = dict(body.read(BODY)[0])
    encoding = headers.get("content-encoding", "")

    def command(port: int) -> list[str]:
        return nginx.command(BODY, port, WORKERS, root=os.geteuid() == 0, encoding=encoding)

    return BenchmarkSite("nginx", [page], command, workers=WORKERS)


def served(target: str, *interface: str) -> Callable[[int], list[str]]:
    """Return a function that returns the command that serves an application as Probe is served.

    Args:
        target: Module and name of the application.
        interface: What it is if not WSGI.
    """
    return lambda port: [sys.executable, "-m", SERVE, target, str(port), str(WORKERS), *interface]


def missing(name: str, problem: str) -> BenchmarkSite:
    """Return a site that can't be measured, and why."""
    return BenchmarkSite(name, [], lambda port: [], problem=problem)


def keep(headers: Mapping[str, str], sent: bytes) -> None:
    """Keep an answer, for the sites that send the same each time."""
    body.keep(BODY, dict(headers), sent)
