"""Pages kept as they were sent, in a thin layer before Django.

A response that says `Cache-Control: public, no-cache` may be kept by anybody who asks, before each use, whether it
still holds. For this layer it holds as long as the version of the data is the one under which it was made. The
version is read from the database each time, so that no process ever sends what another one has outdated. While the
database doesn't answer, pages of the last version are sent for some minutes, and say so.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from gzip import compress, decompress
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import LazySettings, settings
from django.core.cache.backends.base import BaseCache
from django.utils.http import parse_etags

from people.views.health import HEALTH
from probe.addresses import meaningful, parameters
from probe.limits import leave_replaced_file
from probe.versions import Version, Versions

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

logger = logging.getLogger(__name__)

KEEPABLE = {"public", "no-cache"}
# What a page is made of besides the data.
ADDRESS = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
# Settings that no page depends on, or that are secrets.
UNPRINTED = {
    *("CACHES", "DATABASES", "HOST", "PORT", "SECRET_KEY", "SECRET_KEY_FALLBACKS"),
    *("SETTINGS_MODULE", "WEB_CONCURRENCY"),
}
# Longer bodies would push out many others, and take long anyway.
LONGEST = 512 * 1024  # bytes
# What the headers of a kept page say of its body, which depends on how it is sent.
OF_BODY = {"content-length", "content-encoding", "etag", "vary"}
# Higher ones take several times as long and save a hundredth.
LEVEL = 6
OK = "200 OK"
UNCHANGED = "304 Not Modified"


class Page(NamedTuple):
    """A response to keep: its headers, its entity tag, and its body compressed."""

    headers: list[tuple[str, str]]
    etag: str
    body: bytes


class PageCache:
    """An application that keeps what another one answers."""

    def __init__(self, application: Application, cache: BaseCache, release: str) -> None:
        """Take where to keep pages; what another release of the site kept there is never sent."""
        self.application = application
        self.cache = cache
        self.release = release
        self.versions = Versions()
        self.parameters = parameters()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer with the page kept, or with what the application answers."""
        if environ.get("PATH_INFO") in HEALTH:
            return self.application(environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            close(self({**environ, "REQUEST_METHOD": "GET"}, start_response))
            return []
        asked = environ.get("QUERY_STRING", "")
        query = meaningful(asked, self.parameters) if is_cacheable(environ) else None
        version = None if query is None else self.versions.read()
        if query is None or version is None:
            leave_replaced_file()
            return self.application(environ, start_response)
        if query != asked:
            environ = {**environ, "QUERY_STRING": query}
        return self.page(environ, start_response, version)

    def page(self, environ: Environ, start_response: StartResponse, version: Version) -> Iterable[bytes]:
        """Answer with the page of that version, kept or made."""
        key = self.key(environ, version)
        page = self.kept(key)
        if page is not None:
            return send(page, environ, start_response, ceil(version.age))
        is_other_file = leave_replaced_file()
        answer = PageAnswer(self.application, environ)
        # What is made now may be newer than a version that is only remembered, or of another file.
        if is_other_file or version.age or not answer.is_keepable:
            return answer.passed_on(start_response)
        page = answer.page()
        self.keep(key, page)
        return send(page, environ, start_response)

    def key(self, environ: Environ, version: Version) -> str:
        """Return the name of the page in that version."""
        parts = [self.release, version.number, *(str(environ.get(name, "")) for name in ADDRESS)]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

    def kept(self, key: str) -> Page | None:
        """Return the page kept, if there is one. Without a cache the site is slower, but there."""
        try:
            page: Page | None = self.cache.get(key)
        except Exception:
            logger.warning("The cache can't be read.", exc_info=True)
            return None
        return page

    def keep(self, key: str, page: Page) -> None:
        """Keep the page."""
        try:
            self.cache.set(key, page)
        except Exception:
            logger.warning("The cache can't be written.", exc_info=True)


class PageAnswer:
    """What the application answers, begun to be read."""

    def __init__(self, application: Application, environ: Environ) -> None:
        """Ask the application."""
        self.status, self.headers = "", list[tuple[str, str]]()
        self.body = application(environ, self._start)
        self.fields = {name.lower(): value for name, value in self.headers}

    def _start(self, status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], Any]:
        self.status, self.headers = status, headers
        raise_if_written: Callable[[bytes], Any] = refuse
        return raise_if_written

    @property
    def is_keepable(self) -> bool:
        """Return whether it may be kept, and is of a length that is known and not too long."""
        directives = {part.strip().lower() for part in self.fields.get("cache-control", "").split(",")}
        length = self.fields.get("content-length", "")
        short = length.isdecimal() and int(length) <= LONGEST
        return self.status == OK and directives >= KEEPABLE and short and "set-cookie" not in self.fields

    def passed_on(self, start_response: StartResponse) -> Iterable[bytes]:
        """Return the answer as it is."""
        start_response(self.status, self.headers)
        return self.body

    def page(self) -> Page:
        """Return the answer to keep."""
        try:
            body = b"".join(self.body)
        finally:
            close(self.body)
        headers = [(name, value) for name, value in self.headers if name.lower() not in OF_BODY]
        return Page(headers, f'W/"{hashlib.sha256(body).hexdigest()[:32]}"', compress(body, LEVEL, mtime=0))


def refuse(_: bytes) -> None:
    """Refuse what nothing that is alive does: to write before the body is returned."""
    raise NotImplementedError


def close(body: Iterable[bytes]) -> None:
    """Tell the body of an answer that no more of it is read."""
    closing: Callable[[], None] = getattr(body, "close", lambda: None)
    closing()


def is_cacheable(environ: Environ) -> bool:
    """Return whether the answer may be a page for readers: who is signed in sees everything as it is."""
    return (
        environ["REQUEST_METHOD"] == "GET"
        and settings.SESSION_COOKIE_NAME not in environ.get("HTTP_COOKIE", "")
        and not environ.get("PATH_INFO", "").startswith(settings.STATIC_URL)
    )


def send(page: Page, environ: Environ, start_response: StartResponse, age: int = 0) -> list[bytes]:
    """Send the page, or that it is still what the client has; `age` is for how many seconds nobody could check it."""
    headers = [*page.headers, ("ETag", page.etag), ("Vary", "Accept-Encoding")]
    if age:
        # RFC 9211: the page is past the time for which it is known to hold.
        headers += [("Age", str(age)), ("Cache-Status", f'probe; hit; ttl=-{age}; detail="database unreachable"')]
    if page.etag in parse_etags(environ.get("HTTP_IF_NONE_MATCH", "")):
        start_response(UNCHANGED, [one for one in headers if one[0].lower() != "content-type"])
        return []
    if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        body = page.body
        headers.append(("Content-Encoding", "gzip"))
    else:
        body = decompress(page.body)
    start_response(OK, [*headers, ("Content-Length", str(len(body)))])
    return [body]


def release_digest(configuration: LazySettings, *places: Path) -> str:
    """Return what tells one release of the site from another: the digest of its settings, and of all files there."""
    names = (name for name in dir(configuration) if name.isupper() and name not in UNPRINTED)
    printed = {name: getattr(configuration, name) for name in names}
    digest = hashlib.sha256(json.dumps(printed, default=str, skipkeys=True, sort_keys=True).encode())
    for place in places:
        for path in sorted(one for one in place.rglob("*") if one.is_file() and one.suffix != ".pyc"):
            digest.update(f"{path}\n".encode() + path.read_bytes())
    return digest.hexdigest()
