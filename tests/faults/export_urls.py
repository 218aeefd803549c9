"""Exports that fail at their beginning or later, that wait, and that are sent to their end."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path

from people.exports.streaming import WHOLE
from people.pages.downloads import download, limited
from probe.urls import handler400, handler403, handler404, handler500
from probe.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PIECES = 6


def pieces(beginning: int) -> Iterator[str]:
    for _ in range(beginning):
        yield "x" * WHOLE


def failing(beginning: int) -> Iterator[str]:
    yield from pieces(beginning)
    raise ZeroDivisionError


def waiting(beginning: int) -> Iterator[str]:
    yield from pieces(beginning)
    while not Path(settings.DATA_DIR, "go").exists():
        time.sleep(0.05)
    yield "the end"


def export(make: Callable[[int], Iterator[str]], beginning: int) -> Callable[[HttpRequest], HttpResponseBase]:
    return limited(lambda request: download(request, make(beginning), "text/plain"))


urlpatterns = [
    path("fails-at-once.txt", export(failing, 0)),
    path("fails-at-once.json", export(failing, 0)),
    path("fails-later.txt", export(failing, PIECES)),
    path("waits.txt", export(waiting, PIECES)),
    path("whole.txt", export(pieces, PIECES)),
    *site,
]
