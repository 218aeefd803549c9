"""What programs ask for of their own accord: feeds of changes, the sitemap, and what robots may fetch."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html_join
from django.utils.http import http_date
from django.views.decorators.http import conditional_page

from people.exports.changes import Change, everything, everything_about, last_change, latest_changes
from people.exports.graphs import writable
from people.filters import PersonFilter
from people.models import Allegation, Meeting, Organisation, Person, Response, Source
from people.requests import absolute_url, site_url
from people.search.autocomplete import substitution_note
from people.views.exports import as_text, moved_entry, moved_list, problems_of, read

# Whose identifiers those of entries are, and the year in which they were first handed out (RFC 4151). They are the same
# whichever host is asked: a site without SITE_URL has none of its own, and takes a name that nobody can have.
NOBODY = "probe.invalid"
TAGGED = 2026
PER_SITEMAP = 2500
# So many people can be named in a query.
NAMED = 10_000
# Parts of pages, and pages that need a question.
PARTS = ("suggest", "choices", "compare")


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

    def __init__(self, request: HttpRequest, title: str, address: str, entries: Iterable[Any]) -> None:
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

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send the feed, which may have changed when anything has: what is withdrawn leaves no entry behind."""
        response: HttpResponse = super().__call__(request, *args, **kwargs)
        response.headers["Last-Modified"] = http_date(self.last_change.timestamp())
        return response

    def feed_extra_kwargs(self, obj: Any) -> dict[str, Any]:
        """Return when anything last changed, for a feed without entries."""
        return {"last_change": self.last_change}

    def items(self) -> list[Change]:
        """Return the latest changes."""
        return latest_changes(self.entries)

    def item_title(self, item: Change) -> str:
        """Return what the entry is."""
        return writable(item.title)

    def item_description(self, item: Change) -> str:
        """Return what the entry says, as HTML."""
        return format_html_join("", "<p>{}</p>", ((writable(line),) for line in item.lines))

    def item_link(self, item: Change) -> str:
        """Return where readers find the entry."""
        return absolute_url(self.request, item.address)

    def item_guid(self, item: Change) -> str:
        """Return the entry's identifier."""
        return f"tag:{self.authority},{TAGGED}:{item.name}"

    def item_updateddate(self, item: Change) -> Any:
        """Return when the entry changed."""
        return item.changed_at


@conditional_page
def changes(request: HttpRequest) -> HttpResponse:
    """Send all changes as a feed."""
    return ChangesFeed(request, "Probe: changes", reverse("people:home"), everything())(request)


@conditional_page
def person_changes(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the changes that concern a person as a feed."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return moved_entry(request, Person.public, slug)
    title = f"Probe: changes about {person}"
    return ChangesFeed(request, title, person.get_absolute_url(), everything_about([person.pk]))(request)


LISTED: dict[str, Callable[[Any], list[Any]]] = {
    "people": lambda filters: everything_about(people_of(filters)),
    "meetings": lambda filters: [filters.qs],
    "allegations": lambda filters: [filters.qs, Response.public.to(filters.qs)],
}


def people_of(filters: PersonFilter) -> Any:
    """Return the people listed by their keys, or, where they are too many to name, by what they have in common.

    PostgreSQL takes long to plan a query that asks for what they have in common as well as for what concerns them.
    """
    keys = filters.found[: NAMED + 1]
    return keys if len(keys) <= NAMED else filters.qs


@conditional_page
def list_changes(request: HttpRequest, noun: str) -> HttpResponseBase:
    """Send the changes of what the query string lists as a feed; of people, all that concerns them."""
    filters = read(request, noun)
    problems = problems_of(filters)
    if problems:
        return moved_list(request, filters) or HttpResponse(
            as_text(problems), status=400, content_type="text/plain; charset=utf-8"
        )
    chosen = ", ".join(f"{one.title.lower()} {one.label}" for one in filters.selected)
    title = f"Probe: changes of {noun}{f' ({chosen}{substitution_note(filters.substitutions)})' if chosen else ''}"
    address = f"{reverse(f'people:{noun}')}{filters.query('page', [])}".rstrip("?")
    return ChangesFeed(request, title, address, LISTED[noun](filters))(request)


class SiteSitemap(Sitemap):
    """Pages by their addresses on the site that the settings name, or else on the host that is asked."""

    def get_protocol(self, protocol: str | None = None) -> str:
        """Return the scheme."""
        return urlsplit(settings.SITE_URL).scheme or super().get_protocol(protocol)

    def get_domain(self, site: Any = None) -> str:
        """Return the host, and the port if there is one."""
        return urlsplit(settings.SITE_URL).netloc or super().get_domain(site)


class PageSitemap(SiteSitemap):
    """The pages that are there once: each address of ours without a part that varies, if it ends in a slash."""

    def items(self) -> list[str]:
        """Return the names of the addresses."""
        resolvers = [one for one in get_resolver().url_patterns if isinstance(one, URLResolver)]
        ours = next(one for one in resolvers if one.namespace == "people")
        names = [str(one.name) for one in ours.url_patterns if isinstance(one, URLPattern) and is_page(one)]
        return [*names, "api:docs"]

    def location(self, item: str) -> str:
        """Return the address."""
        return reverse(f"people:{item}")


def is_page(pattern: URLPattern) -> bool:
    """Return whether the address is that of a page, and the same for whoever asks."""
    route = str(pattern.pattern)
    names = str(pattern.name).rpartition("-")
    return not pattern.pattern.converters and (route.endswith("/") or not route) and names[-1] not in PARTS


class EntrySitemap(SiteSitemap):
    """The pages of the entries of one kind."""

    limit = PER_SITEMAP

    def __init__(self, rows: Callable[[], Any]) -> None:
        """Take a function that returns the rows, in an order that stays."""
        self.rows = rows

    def items(self) -> Any:
        """Return the rows."""
        return self.rows()


class ChangingSitemap(EntrySitemap):
    """The pages of entries of which it is known when anything on their page last changed."""

    def lastmod(self, item: Any) -> Any:
        """Return when anything on the page last changed."""
        return item.changed_at

    def get_latest_lastmod(self) -> None:
        """Return nothing: for the list of sitemaps alone, all rows would be read."""


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "pages": PageSitemap(),
    "people": ChangingSitemap(lambda: Person.public.order_by("pk")),
    "meetings": ChangingSitemap(lambda: Meeting.public.order_by("pk")),
    "allegations": ChangingSitemap(lambda: Allegation.public.order_by("pk")),
    "organisations": ChangingSitemap(lambda: Organisation.public.order_by("pk")),
    "sources": ChangingSitemap(lambda: Source.public.order_by("pk")),
}


def sitemaps(request: HttpRequest) -> HttpResponseBase:
    """Send the list of sitemaps."""
    response = index(request, SITEMAPS, sitemap_url_name="people:sitemap")
    for item in (response.context_data or {}).get("sitemaps", ()):
        parts = urlsplit(item.location)
        item.location = absolute_url(request, parts._replace(scheme="", netloc="").geturl())
    return response


def sitemap_section(request: HttpRequest, section: str) -> HttpResponseBase:
    """Send one of the sitemaps. Raises Http404 for one that there is not."""
    return sitemap(request, SITEMAPS, section=section)


def robots(request: HttpRequest) -> HttpResponse:
    """Tell robots to leave out the admin and filtered lists, of which there is no end, and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*?",
        "Allow: /sitemap",
        "Allow: /*?page=",
        "",
        f"Sitemap: {site_url(request)}{reverse('people:sitemaps')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
