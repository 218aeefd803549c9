"""Changes as Atom, the format of feeds."""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html_join
from django.utils.http import http_date

from people.exports.recent_changes import ChangedEntry, last_change, latest_changes
from people.exports.xml import writable
from people.querysets.base import SourcedQuerySet
from people.requests import absolute_url

# Whose identifiers those of entries are, and the year in which they were first handed out (RFC 4151). They are the same
# whichever host is asked: a site without SITE_URL has none of its own, and takes a name that nobody can have.
NOBODY = "probe.invalid"
TAGGED = 2026


class AtomFeed(Atom1Feed):
    """Atom in which a feed without entries has changed when anything last did, and not whenever it is asked for."""

    def latest_post_date(self) -> dt.datetime:
        """Return when the latest entry changed."""
        changed: dt.datetime = super().latest_post_date() if self.items else self.feed["last_change"]
        return changed


class ChangesFeed(Feed):
    """Changes as Atom. An entry keeps its identifier when it changes again."""

    feed_type = AtomFeed
    author_name = "Probe"

    def __init__(self, request: HttpRequest, title: str, address: str, entries: Iterable[SourcedQuerySet]) -> None:
        """Take the address of the page that the feed belongs to, and the entries that it follows, as querysets."""
        self.title = writable(title)
        self.subtitle = "Entries as they read now."
        self.request = request
        self.link = absolute_url(request, address)
        self.feed_url = absolute_url(request)
        self.authority = urlsplit(settings.SITE_URL).hostname or NOBODY
        self.feed_guid = f"tag:{self.authority},{TAGGED}:{request.get_full_path()}"
        self.entries = entries
        self.last_change = last_change()

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Send the feed, which may have changed when anything has: what is withdrawn leaves no entry behind."""
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        response.headers["Last-Modified"] = http_date(self.last_change.timestamp())
        return response

    def feed_extra_kwargs(self, obj: object) -> dict[str, object]:
        """Return when anything last changed, for a feed without entries."""
        return {"last_change": self.last_change}

    def items(self) -> list[ChangedEntry]:
        """Return the latest changes."""
        return latest_changes(self.entries)

    def item_title(self, item: ChangedEntry) -> str:
        """Return what the entry is."""
        return writable(item.title)

    def item_description(self, item: ChangedEntry) -> str:
        """Return what the entry says, as HTML."""
        return format_html_join("", "<p>{}</p>", ((writable(line),) for line in item.lines))

    def item_link(self, item: ChangedEntry) -> str:
        """Return where readers find the entry."""
        return absolute_url(self.request, item.address)

    def item_guid(self, item: ChangedEntry) -> str:
        """Return the entry's identifier."""
        return f"tag:{self.authority},{TAGGED}:{item.name}"

    def item_updateddate(self, item: ChangedEntry) -> dt.datetime:
        """Return when the entry changed."""
        return item.updated_at
