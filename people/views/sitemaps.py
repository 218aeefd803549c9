"""The sitemap, and what robots may fetch."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLResolver, get_resolver, reverse

from people.languages import page_languages
from people.models import Allegation, Meeting, Organisation, Person, Slugged, Source
from people.requests import absolute_url, site_url

PER_SITEMAP = 2500
# Parts of pages, and pages that need a question.
PARTS = ("suggest", "choices", "compare")


class SiteSitemap(Sitemap):
    """Pages by their addresses on the site that the settings name, or else on the host that is asked."""

    def get_protocol(self, protocol: str | None = None) -> str:
        """Return the scheme."""
        return urlsplit(settings.SITE_URL).scheme or super().get_protocol(protocol)

    def get_domain(self, site: Any = None) -> str:
        """Return the host, and the port if there is one."""
        return urlsplit(settings.SITE_URL).netloc or super().get_domain(site)

    def get_urls(self, *args: Any, **options: Any) -> list[dict[str, Any]]:
        """Return the addresses in each language, each with those of the others."""
        return [one for url in super().get_urls(*args, **options) for one in in_each_language(url)]


def in_each_language(url: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the address, given in the site's own language, in each that it has, with all of these."""
    parts = urlsplit(url["location"])
    found = [
        {"lang_code": one.code, "location": parts._replace(path=one.address).geturl()}
        for one in page_languages(parts.path)
    ]
    if not found:
        yield url
    alternates = [*found, *({**one, "lang_code": "x-default"} for one in found[:1])]
    yield from ({**url, "location": one["location"], "alternates": alternates} for one in found)


class PageSitemap(SiteSitemap):
    """The pages that are there once: each address of ours without a part that varies, if it ends in a slash."""

    def items(self) -> list[str]:
        """Return the names of the addresses."""
        ours = next(one for one in resolvers(get_resolver()) if one.namespace == "people")
        (pages,) = (one for one in resolvers(ours) if not one.namespace)
        patterns: list[Any] = pages.url_patterns
        return [*(str(one.name) for one in patterns if is_page(one)), "api:docs"]

    def location(self, item: str) -> str:
        """Return the address."""
        return reverse(f"people:{item}")


def resolvers(resolver: URLResolver) -> Iterator[URLResolver]:
    """Yield the parts of which the addresses are made up."""
    return (one for one in resolver.url_patterns if isinstance(one, URLResolver))


def is_page(pattern: Any) -> bool:
    """Return whether the address is that of a page, and the same for whoever asks."""
    route = str(pattern.pattern)
    is_part = not set(PARTS).isdisjoint(str(pattern.name).split("-"))
    return not pattern.pattern.converters and (route.endswith("/") or not route) and not is_part


class EntrySitemap(SiteSitemap):
    """The pages of the entries of one kind."""

    limit = PER_SITEMAP

    def __init__(self, rows: Callable[[], QuerySet]) -> None:
        """Take a function that returns the rows, in an order that stays."""
        self.rows = rows

    def items(self) -> QuerySet:
        """Return the rows."""
        return self.rows()


class ChangingSitemap(EntrySitemap):
    """The pages of entries of which it is known when anything on their page last changed."""

    def lastmod(self, item: Slugged) -> dt.datetime:
        """Return when anything on the page last changed."""
        return item.updated_at

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
