import io
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from pytest_django import DjangoAssertNumQueries

from people.management.commands.serve import Command, development_server, production_server
from people.models import Statement
from people.seeding.files import kinds_in
from tests.seed import edit, make_seed
from tests.serving import LIMIT, Site, free_port, serving

CSP = [
    "base-uri 'none'",
    "connect-src 'self'",
    "default-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A seed that is loaded."""
    started(make_seed(tmp_path))
    return tmp_path


def started(directory: Path) -> list[str]:
    """What a start says of the facts in the directory."""
    words = io.StringIO()
    Command(stdout=words, stderr=words).seed(directory)
    return words.getvalue().splitlines()


@pytest.mark.django_db
def test_start_asks_two_questions_where_no_fact_has_changed(
    directory: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2):
        assert started(directory) == []


@pytest.mark.django_db
def test_start_brings_changed_facts_in_and_names_what_it_keeps(directory: Path) -> None:
    edit(directory, "statements", "Lived on the pier", "Lived near the pier")
    edit(directory, "people", "A surveyor", "An engineer")
    Statement.objects.filter(slug="dunmore-pier").update(summary="Edited.")
    assert started(directory) == [
        "Facts brought up to date: 1 changed.",
        "kept      statements/dunmore-pier: summary: site “Edited.”, file “Lived near the pier.”",
        (
            "1 entry stays as the site has it, although the files differ; --overwrite SLUG takes what the files say. "
            "manage.py seed --dry-run names them all."
        ),
    ]


@pytest.mark.django_db
def test_start_with_a_broken_file_says_so_and_goes_on(directory: Path) -> None:
    edit(directory, "roles", "[ida-fenn]", "[ida-fen]")
    place = f"{directory}/roles.yaml, entry 1 (ida-fenn-adviser)"
    assert started(directory) == [
        f"The facts can't be brought up to date: {place}: person: there is no person ida-fen."
    ]


@pytest.mark.django_db
def test_first_start_with_a_broken_file_fails(tmp_path: Path) -> None:
    edit(make_seed(tmp_path), "roles", "[ida-fenn]", "[ida-fen]")
    with pytest.raises(ImproperlyConfigured, match=r"the facts can't be loaded: .*: there is no person ida-fen\."):
        started(tmp_path)


def test_dry_run_waits_for_no_writer(site: Site) -> None:
    writer = sqlite3.connect(site.directory / "probe.sqlite3", timeout=LIMIT)
    writer.execute("BEGIN IMMEDIATE")
    environment = os.environ | {"DATA_DIR": str(site.directory), "DATABASE_URL": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "probe.settings"
    command = [sys.executable, "manage.py", "seed", "--dry-run"]
    told = subprocess.run(
        command, check=False, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, timeout=LIMIT
    )
    writer.close()
    assert (told.returncode, told.stderr, len(told.stdout.splitlines())) == (
        0,
        "",
        len(kinds_in(settings.FIXTURE_DIRS[0])),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("site")) as site:
        yield site
        site.end(signal.SIGTERM)


def test_servers_listen_where_the_settings_say(settings: Any) -> None:
    settings.HOST, settings.PORT, settings.WEB_CONCURRENCY, settings.WORKER_TIMEOUT = "::1", 8123, 3, 9
    assert production_server() == ["-m", "probe.server", "::1", "8123", "3", "--patience", "9"]
    assert development_server() == ["manage.py", "runserver", "[::1]:8123"]


def test_serve_says_where_the_site_is(site: Site) -> None:
    assert site.words().splitlines()[-1] == f"Probe is at http://127.0.0.1:{site.port}/ (Ctrl-C stops it)"


def test_serve_answers_that_it_is_well(site: Site) -> None:
    assert site.get("/healthz").status == 200


def test_serve_sends_the_content_security_policy(site: Site) -> None:
    assert sorted(site.get("/").headers["Content-Security-Policy"].split("; ")) == CSP


def test_serve_lets_browsers_keep_the_overviews_style_for_good(site: Site) -> None:
    (address,) = re.findall(r'href="(/static/css/probe\.[0-9a-f]{12}\.css)"', site.get("/").read().decode())

    headers = site.get(address).headers

    assert (headers["Content-Type"], headers["Cache-Control"]) == (
        'text/css; charset="utf-8"',
        "max-age=315360000, public, immutable",
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_stops_at_a_signal_without_a_word(tmp_path: Path, number: signal.Signals) -> None:
    with serving(tmp_path) as site:
        before = site.words()

        assert (site.end(number), site.words()) == (0, before)


def test_serve_starts_again_on_the_same_data(tmp_path: Path) -> None:
    for _ in range(2):
        with serving(tmp_path) as site:
            site.end(signal.SIGINT)

    assert site.words() == f"Probe is at http://127.0.0.1:{site.port}/ (Ctrl-C stops it)\n"


def test_serve_says_that_the_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        site = Site(tmp_path, other.getsockname()[1])
        status = site.process.wait(LIMIT)

    reason = f"127.0.0.1 port {site.port} can't be used (Address already in use)"
    advice = "choose others with make run HOST=… PORT=…"
    assert (status, site.words()) == (1, f"Probe cannot start: {reason}; {advice}\n")


def test_serve_says_that_the_database_is_out_of_reach(tmp_path: Path) -> None:
    site = Site(tmp_path, free_port(), DATABASE_URL=f"sqlite:///{tmp_path}/missing/probe.sqlite3")
    status = site.process.wait(LIMIT)

    reason = "DATABASE_URL can't be reached: unable to open database file"
    assert (status, site.words()) == (1, f"Probe cannot start: {reason}\n")


def test_no_process_sends_what_was_outdated_by_a_writer(site: Site) -> None:
    outdated = []
    for number in range(30):
        # A writer that is no part of the site: neither of its two processes is told.
        with sqlite3.connect(site.directory / "probe.sqlite3", timeout=LIMIT) as writer:
            writer.execute("UPDATE people_person SET summary = ? WHERE slug = 'tom-barrack'", [f"Text {number}."])
        writer.close()
        pages = [site.get("/people/tom-barrack/").read().decode() for _ in range(4)]
        outdated += [number for page in pages if f"Text {number}." not in page]

    assert outdated == []


def test_page_that_has_not_changed_is_not_sent_again(site: Site) -> None:
    tag = site.get("/about/").headers["ETag"]
    request = Request(f"http://127.0.0.1:{site.port}/about/", headers={"If-None-Match": tag})

    with pytest.raises(HTTPError) as reply:
        urlopen(request, timeout=LIMIT)

    with reply.value as error:
        assert error.code == 304
