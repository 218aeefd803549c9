"""Passwords are sent to a site with two processes."""

import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.probe.test_settings import check
from tests.serving import LIMIT, Site, serving

SIGN_IN = "/admin/login/"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(tmp_path, ALLOWED_HOSTS="127.0.0.1") as site:
        yield site
        site.end(signal.SIGTERM)


def enter(site: Site, password: str) -> tuple[int, str]:
    """Return the status and the page that answer a password, sent by a connection of its own."""
    connection = HTTPConnection("127.0.0.1", site.port, timeout=LIMIT)
    connection.request("GET", SIGN_IN)
    form = connection.getresponse()
    (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.read().decode())
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    fields = {"username": "ada", "password": password, "csrfmiddlewaretoken": token}
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", SIGN_IN, urlencode(fields), headers)
    answer = connection.getresponse()
    status, page = answer.status, answer.read().decode()
    connection.close()
    return status, page


def logged(site: Site) -> list[str]:
    """Return what became of each attempt, as the log has it."""
    return re.findall(r" Sign-in (.*?): user 'ada' from 127\.0\.0\.1$", site.words(), re.MULTILINE)


def test_all_processes_share_the_count_of_wrong_passwords(site: Site) -> None:
    statuses = [enter(site, "wrong")[0] for _ in range(20)]
    assert statuses == [200] * 14 + [429] * 6
    logged = [
        line.partition(" Sign-in ")[2].partition(":")[0] for line in site.words().splitlines() if "Sign-in" in line
    ]
    failed = [f"failed ({number} in a row)" for number in range(1, 16)]
    assert logged == failed + ["refused, as too many failed"] * 5
    done = check(site.directory, "axes_reset", DATABASE_URL="")
    assert (done.returncode, enter(site, "wrong")[0]) == (0, 200)


def test_passwords_sent_at_once_leave_readers_a_thread(site: Site) -> None:
    with ThreadPoolExecutor(12) as senders:
        sent = [senders.submit(enter, site, "wrong") for _ in range(36)]
        pages = [site.get("/people/?q=a").status for _ in range(20)]
        answers = [one.result() for one in sent]
    assert pages == [200] * 20
    assert {status for status, _ in answers} <= {200, 429}
    events = logged(site)
    assert len(events) == 36
    # Each process may have been looking at two when the limit was reached.
    assert sum(event.startswith("failed") for event in events) <= 15 + 3
