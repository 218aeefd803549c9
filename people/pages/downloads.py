"""Files to save: how they are sent, and how many at once."""

import base64
import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from math import ceil
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from people.exports.files import FileKey, current_key, keeping, open_kept
from people.exports.limits import ExportThrottle, Slots
from people.exports.streaming import Download, begin
from people.pages.errors import try_later
from people.pages.ranges import send_kept
from people.requests import site_url

# After so long, one of the exports may well have ended.
RETRY_SECONDS = 10
SLOTS = Slots(settings.EXPORT_CONCURRENCY)

View = Callable[..., HttpResponseBase]


class LimitedDownload(StreamingHttpResponse):
    """A download that gives its slot back once it is sent, broken off, or left by the client."""

    give_back: Callable[[], None] | None = None

    def close(self) -> None:
        """End the download; Django and servers may do so twice."""
        try:
            super().close()
        finally:
            give_back, self.give_back = self.give_back, None
            if give_back:
                give_back()


def limited(view: View) -> View:
    """Return the view of an export, which answers 503 to an address that asks for too many and while too many run."""

    @wraps(view)
    def limited_view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        throttle: Any = ExportThrottle()
        address = throttle.get_ident(request)
        if not throttle.allow_request(request, view):
            return try_later(request, TOO_OFTEN, ceil(throttle.wait() or RETRY_SECONDS))
        if not SLOTS.take(address):
            return try_later(request, TOO_MANY, RETRY_SECONDS)
        response = None
        try:
            response = view(request, *args, **kwargs)
        finally:
            if isinstance(response, LimitedDownload):
                response.give_back = lambda: SLOTS.give_back(address)
            else:
                SLOTS.give_back(address)
        return response

    return limited_view


TOO_OFTEN = "Your address has asked for many downloads within a minute."
TOO_MANY = "As many downloads as the site can make at once are being made."


def key_of(request: HttpRequest) -> FileKey | None:
    """Return the key of what has all data, with which to keep it. It is to be asked for before the data are read."""
    return None if request.META.get("QUERY_STRING") else current_key(request.path.rpartition("/")[2], site_url(request))


def download(
    request: HttpRequest,
    pieces: Iterable[str] | Iterable[bytes],
    media_type: str,
    name: str = "",
    key: FileKey | None = None,
) -> HttpResponseBase:
    """Return the file that the pieces make: whole, with length and digest, or from the first bytes on as it is made.

    A long one that has a key is kept, and sent as it was kept.

    Args:
        request: What asked for it.
        pieces: The file.
        media_type: What it is.
        name: Under which name the browser is to save it, instead of showing it.
        key: Under which to keep it.
    """
    kept = open_kept(key) if key else None
    response = send_kept(request, kept, media_type) if kept else send_made(request, pieces, media_type, key)
    if name:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def with_headers(response: HttpResponseBase, headers: Mapping[str, str]) -> HttpResponseBase:
    """Return the response with these headers besides."""
    for name, value in headers.items():
        response.headers[name] = value
    return response


def send_made(
    request: HttpRequest, pieces: Iterable[str] | Iterable[bytes], media_type: str, key: FileKey | None
) -> HttpResponseBase:
    """Return the file as the pieces make it, and keep a long one."""
    beginning = begin(pieces)
    if beginning.rest is None:
        return HttpResponse(beginning.content, content_type=media_type, headers=describe(beginning.content))
    if key:
        beginning = beginning._replace(rest=keeping(beginning.content, beginning.rest, key))
    return LimitedDownload(Download(beginning, request.get_full_path()), content_type=media_type)


def describe(content: bytes) -> dict[str, str]:
    """Return the headers by which a client sees that it has all of it (RFC 9530)."""
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    return {"Content-Length": str(len(content)), "Repr-Digest": f"sha-256=:{digest}:"}
