"""Keeps made-up databases between runs, as long as nothing has changed of which they are made."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "bench"
# What a database is made of: these, and the settings that they read.
MADE_OF = (
    "benchmarks/generator/*.py",
    "benchmarks/facts.py",
    "benchmarks/ways.py",
    "benchmarks/peers/datasette_data.py",
    "people/migrations/*.py",
    "people/search/maintenance/*.py",
    "people/triggers.py",
    "people/index/triggers.py",
    "people/models/*.py",
    "people/fields/*.py",
    "people/dates.py",
    "people/text.py",
    "people/vocabulary.py",
)
SEED = 2017
DATABASE = "probe_bench"


@dataclass(frozen=True)
class Data:
    """A filled database.

    Attributes:
        url: Its address.
        environment: What a process needs to use it.
        facts: What pages must show of it; see benchmarks.facts.
        folder: Where to keep what is made of it.
        fresh: Whether it was made just now.
    """

    url: str
    environment: dict[str, str]
    facts: Mapping[str, Any]
    folder: Path
    fresh: bool


def fingerprint() -> str:
    """Return a digest of all that a database is made of."""
    summed = hashlib.sha256()
    for pattern in MADE_OF:
        for file in sorted(ROOT.glob(pattern)):
            summed.update(file.read_bytes())
    return summed.hexdigest()[:12]


def sqlite(size: int) -> Data:
    """Return a SQLite file of so many people, made unless it is kept; older ones of that size are deleted."""
    folder = KEPT / f"{size}-{SEED}-{fingerprint()}"
    facts, url = folder / "facts.json", f"sqlite:///{quote(str(folder / 'probe.sqlite3'))}"
    fresh = not facts.exists()
    if fresh:
        for former in KEPT.glob(f"{size}-{SEED}-*"):
            shutil.rmtree(former)
        folder.mkdir(parents=True)
        facts.write_text(generate(url, size))
    else:
        lay_triggers(url)
    return Data(url, environment(url), json.loads(facts.read_text()), folder, fresh)


def postgresql(server: str, size: int) -> Data:
    """Return a database of so many people on the server at the address `server`, likewise."""
    summed = fingerprint()
    folder = KEPT / f"postgresql-{size}-{SEED}-{summed}"
    name = f"{DATABASE}_{size}_{summed}"
    facts, url = folder / "facts.json", urlsplit(server)._replace(path=f"/{name}").geturl()
    there = databases(server, f"{DATABASE}_{size}_")
    fresh = name not in there or not facts.exists()
    if fresh:
        for former in KEPT.glob(f"postgresql-{size}-{SEED}-*"):
            shutil.rmtree(former)
        folder.mkdir(parents=True)
        command(server, *(f"DROP DATABASE {one} WITH (FORCE)" for one in there), f"CREATE DATABASE {name}")
        facts.write_text(generate(url, size))
    else:
        lay_triggers(url)
    return Data(url, environment(url), json.loads(facts.read_text()), folder, fresh)


def lay_triggers(url: str) -> None:
    """Lay the triggers anew that have changed, as the site does when it starts."""
    run(["manage.py", "migrate", "--no-input", "--verbosity", "0"], environment(url))


def databases(server: str, prefix: str) -> list[str]:
    """Return the names of the server's databases that begin so."""
    with closing(psycopg2.connect(server)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        return [name for (name,) in cursor.fetchall()]


def command(server: str, *statements: str) -> None:
    """Run statements outside any transaction."""
    with closing(psycopg2.connect(server)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def environment(url: str) -> dict[str, str]:
    """Return the variables with which Probe serves a database as a public site does, without counting requests."""
    return {
        "DATABASE_URL": url,
        "DATA_DIR": str(KEPT / "site"),
        "DJANGO_SETTINGS_MODULE": "probe.settings",
        "API_RATE_LIMIT": "1000000",
        "EXPORT_RATE_LIMIT": "1000000",
        # One address asks for all of them.
        "EXPORT_CONCURRENCY": "64",
        "DEBUG": "",
        "HTTPS": "",
        "ALLOWED_HOSTS": "",
        "PYTHONPATH": str(ROOT),
    }


def generate(url: str, size: int) -> str:
    """Return the facts of a database that this fills, as JSON."""
    return run(["-m", "benchmarks.generate", str(size), str(SEED)], environment(url))


def run(arguments: list[str], variables: Mapping[str, str], timeout: float | None = None) -> str:
    """Return what Python prints when it runs with these arguments. Raises CalledProcessError and TimeoutExpired."""
    process = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | dict(variables),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=timeout,
    )
    return process.stdout
