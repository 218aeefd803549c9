"""Files to save: whole or broken off, and so many at once."""

import base64
import hashlib
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import path
from rest_framework.throttling import SimpleRateThrottle

from people.exports.limits import Slots
from people.exports.streaming import WHOLE
from people.pages import downloads
from people.pages.downloads import download, limited
from probe.urls import handler400, handler403, handler404, handler500
from probe.urls import urlpatterns as site
from tests.views.document import Document

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PIECE = "x" * (WHOLE // 2)
closed: list[str] = []


def pieces(number: int, *, fails: bool = False) -> Iterator[str]:
    try:
        for _ in range(number):
            yield PIECE
        if fails:
            raise ZeroDivisionError
    finally:
        closed.append("closed")


def export(number: int, *, fails: bool = False) -> Callable[[HttpRequest], HttpResponseBase]:
    return limited(lambda request: download(request, pieces(number, fails=fails), "text/plain", "a.txt"))


urlpatterns = [
    *site,
    path("short.txt", export(1)),
    path("long.txt", export(5)),
    path("short-broken.txt", export(1, fails=True)),
    path("short-broken.json", export(1, fails=True)),
    path("long.json", export(5)),
]

# Each request ends by letting go of the database's connection.
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def slots(monkeypatch: pytest.MonkeyPatch) -> Slots:
    closed.clear()
    caches["throttling"].clear()
    slots = Slots(2)
    monkeypatch.setattr(downloads, "SLOTS", slots)
    return slots


def held(slots: Slots) -> dict[str, int]:
    return dict(slots.taken)


def test_short_file_is_sent_whole_with_length_and_digest(client: Client) -> None:
    response = client.get("/short.txt")
    digest = base64.b64encode(hashlib.sha256(PIECE.encode()).digest()).decode()
    assert (response.streaming, response.headers["Content-Length"], response.headers["Repr-Digest"]) == (
        False,
        str(len(PIECE)),
        f"sha-256=:{digest}:",
    )


def test_long_file_is_sent_as_it_is_made(client: Client) -> None:
    response: Any = client.get("/long.txt")
    assert (response.streaming, "Content-Length" in response.headers) == (True, False)
    assert response.getvalue() == PIECE.encode() * 5


def test_file_that_fails_at_its_beginning_is_an_error(slots: Slots) -> None:
    response = Client(raise_request_exception=False).get("/short-broken.txt")
    assert (response.status_code, Document(response).texts("h1")) == (500, ["Something went wrong here"])
    assert held(slots) == {}


def test_program_is_told_of_the_error_in_json() -> None:
    response = Client(raise_request_exception=False).get("/short-broken.json")
    assert (response.status_code, response.json()["title"]) == (500, "Internal Server Error")


def test_file_that_fails_later_breaks_off_and_says_where(
    rf: RequestFactory, caplog: pytest.LogCaptureFixture, slots: Slots
) -> None:
    response: Any = export(5, fails=True)(rf.get("/long-broken.txt?role=media"))
    sent = []
    with pytest.raises(ZeroDivisionError):
        sent.extend(iter(response))
    response.close()
    assert b"".join(sent) == PIECE.encode() * 5
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR] == [
        "The download of /long-broken.txt?role=media broke off."
    ]
    assert held(slots) == {}


def test_client_that_leaves_gives_its_slot_back(rf: RequestFactory, slots: Slots) -> None:
    response: Any = export(5)(rf.get("/long.txt"))
    next(iter(response))
    before = held(slots)
    response.close()
    assert (before, held(slots), closed) == ({"127.0.0.1": 1}, {}, ["closed"])


def test_download_that_is_closed_twice_gives_one_slot_back(rf: RequestFactory, slots: Slots) -> None:
    first: Any = export(5)(rf.get("/long.txt"))
    first.close()
    slots.take("127.0.0.1")
    first.close()
    assert held(slots) == {"127.0.0.1": 1}


def test_address_that_downloads_already_is_told_when_to_try_again(client: Client, slots: Slots) -> None:
    slots.take("127.0.0.1")
    response = client.get("/short.txt")
    assert (response.status_code, response.headers["Retry-After"], Document(response).texts("h1")) == (
        503,
        "10",
        ["Please try again in a moment"],
    )


def test_nobody_downloads_while_all_slots_are_taken(client: Client, slots: Slots) -> None:
    for address in ("192.0.2.1", "192.0.2.2"):
        slots.take(address)
    assert client.get("/short.txt").status_code == 503
    slots.give_back("192.0.2.1")
    assert client.get("/short.txt").status_code == 200


def test_program_is_told_so_in_json(client: Client, slots: Slots) -> None:
    slots.take("127.0.0.1")
    response = client.get("/long.json")
    assert (response.status_code, response.json()["title"]) == (503, "Service Unavailable")


def test_address_may_begin_so_many_downloads_in_a_minute(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SimpleRateThrottle.THROTTLE_RATES, "exports", "2/min")
    replies = [client.get("/short.txt") for _ in range(3)]
    assert [reply.status_code for reply in replies] == [200, 200, 503]
    assert 1 <= int(replies[2].headers["Retry-After"]) <= 60
    assert client.get("/short.txt", REMOTE_ADDR="192.0.2.1").status_code == 200


@pytest.mark.parametrize(("number", "expected"), [(1, 1), (2, 1), (3, 2), (8, 4)])
def test_one_address_gets_at_most_half_of_the_slots(number: int, expected: int) -> None:
    slots = Slots(number)
    assert [slots.take("a") for _ in range(number + 1)].count(True) == expected


@pytest.mark.parametrize(
    "address",
    [
        "/people.csv",
        "/people.json",
        "/meetings.csv",
        "/allegations.json",
        "/data/tables.zip",
    ],
)
def test_every_export_of_a_whole_list_is_limited(client: Client, slots: Slots, address: str) -> None:
    slots.take("127.0.0.1")
    assert client.get(address).status_code == 503
