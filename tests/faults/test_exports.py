"""Exports that fail, and more of them than a site can make, asked of a site that runs."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPResponse, IncompleteRead
from pathlib import Path
from urllib.error import HTTPError

import pytest

from people.exports.streaming import WHOLE
from tests.faults.asking import ask, begin, statuses
from tests.faults.export_urls import PIECES
from tests.serving import LIMIT, Site, serving


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    variables = {"DJANGO_SETTINGS_MODULE": "tests.faults.export_settings", "WEB_CONCURRENCY": "1"}
    with serving(tmp_path_factory.mktemp("site"), **variables) as site:
        yield site


@contextmanager
def begun(site: Site, address: str) -> Iterator[HTTPResponse | HTTPError]:
    """Yield the answer as it begins, once those before have given their slots back."""
    last = time.monotonic() + LIMIT
    while (answer := begin(site, address)).status == 503:
        answer.close()
        assert time.monotonic() < last
        time.sleep(0.1)
    with answer:
        yield answer


def test_export_that_fails_at_once_is_an_error(site: Site) -> None:
    with begun(site, "/fails-at-once.txt") as answer:
        assert (answer.status, b"Something went wrong here" in answer.read()) == (500, True)


def test_export_that_fails_at_once_is_an_error_for_programs(site: Site) -> None:
    with begun(site, "/fails-at-once.json") as answer:
        assert (answer.status, json.load(answer)["title"]) == (500, "Internal Server Error")


def test_export_that_fails_later_does_not_look_whole(site: Site) -> None:
    with begun(site, "/fails-later.txt") as answer, pytest.raises((IncompleteRead, ConnectionError)):
        answer.read()


def test_export_that_fails_later_is_logged_with_its_address(site: Site) -> None:
    with begun(site, "/fails-later.txt?from=desk") as answer, suppress(IncompleteRead, ConnectionError):
        answer.read()
    last = time.monotonic() + LIMIT
    while "The download of /fails-later.txt?from=desk broke off." not in site.words():
        assert time.monotonic() < last, site.words()
        time.sleep(0.05)


def test_export_that_fails_gives_its_slot_back(site: Site) -> None:
    for _ in range(3):
        with begun(site, "/fails-later.txt"):
            pass
    with begun(site, "/whole.txt") as answer:
        assert len(answer.read()) == PIECES * WHOLE


def test_others_are_told_when_to_try_again_while_an_export_is_made(site: Site) -> None:
    with begun(site, "/waits.txt") as first:
        refused = [ask(site, address) for address in ("/whole.txt", "/people.csv", "/data/tables.zip")]
        assert [(answer.status, answer.headers["Retry-After"]) for answer in refused] == [(503, "10")] * 3
        assert statuses(site, "/people/", "/api/v1/people/", "/healthz") == [200] * 3
        Path(site.directory, "go").touch()
        assert first.read().endswith(b"the end")
    with begun(site, "/people.csv") as answer:
        assert answer.read().startswith(b"slug,")
    Path(site.directory, "go").unlink()


def test_client_that_leaves_gives_its_slot_back(site: Site) -> None:
    with begun(site, "/waits.txt") as answer:
        answer.read(1)
    Path(site.directory, "go").touch()
    with begun(site, "/whole.txt") as answer:
        assert len(answer.read()) == PIECES * WHOLE
    Path(site.directory, "go").unlink()
