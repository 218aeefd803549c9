"""The site's own addresses."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from people.index import STALE_IF_ERROR
from people.languages import current_prefix
from people.requests import has_session
from people.views.about import about
from people.views.allegations import allegation
from people.views.choices import choices, suggest_choices
from people.views.compare import compare, suggest_compared
from people.views.exports import (
    cite,
    cite_bibtex,
    cite_csl,
    data,
    data_file,
    list_csv,
    list_json,
    list_xlsx,
    profile_linked_data,
)
from people.views.feeds import changes, list_changes, person_changes
from people.views.files import favicon, media
from people.views.follow import follow, follow_person
from people.views.history import entry_changes, site_changes
from people.views.home import home
from people.views.lists import list_page
from people.views.meetings import meeting
from people.views.mentions import mentions
from people.views.network import network
from people.views.network_path import paths
from people.views.network_people import suggest_person
from people.views.organisations import organisation
from people.views.profile import person
from people.views.search import search, suggest
from people.views.security import security_txt
from people.views.sitemaps import robots, sitemap_section, sitemaps
from people.views.sources import annotations, passage, source, sources

app_name = "people"


class LanguagePrefix:
    """What addresses in the current language begin with. Django's own prefix is for the root of all addresses alone."""

    converters: ClassVar[dict[str, Any]] = {}

    def __str__(self) -> str:
        return current_prefix()

    @property
    def regex(self) -> re.Pattern[str]:
        """Return the pattern of the prefix."""
        return re.compile(re.escape(current_prefix()))

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]] | None:
        """Return the path without the prefix; None for a path that doesn't begin with it."""
        prefix = current_prefix()
        return (path.removeprefix(prefix), (), {}) if path.startswith(prefix) else None

    def describe(self) -> str:
        """Return what Django calls it where it lists addresses."""
        return f"'{self}'"

    def check(self) -> list[Any]:
        """Return what is wrong with it, which is nothing."""
        return []


def page(route: str, view: Callable[..., HttpResponseBase], name: str, **given: str) -> URLPattern:
    """Return the address of a page that the data alone make; it may be kept, to be asked about before each use.

    What somebody who is signed in gets may not: it leads to the admin.
    """
    kept = cache_control(public=True, no_cache=True, stale_if_error=STALE_IF_ERROR)(view)
    private = vary_on_cookie(cache_control(private=True, no_store=True)(view))

    @wraps(view)
    def answer(request: HttpRequest, **captured: str) -> HttpResponseBase:
        response: HttpResponseBase = (private if has_session(request) else kept)(request, **captured)
        return response

    return path(route, answer, given, name=name)


def read_only(pattern: URLPattern) -> URLPattern:
    """Return the address, which refuses all but GET and HEAD as such, before anybody asks for the token of a form."""
    pattern.callback = csrf_exempt(require_safe(pattern.callback))
    return pattern


def downloads_of(list_name: str) -> list[URLPattern]:
    """Return the addresses at which a list can be taken away."""
    views = {"csv": list_csv, "xlsx": list_xlsx, "json": list_json, "atom": list_changes}
    return [
        path(f"{list_name}.{form}", view, {"list_name": list_name}, name=f"{list_name}-{form}")
        for form, view in views.items()
    ]


def history_of(noun: str, list_name: str) -> URLPattern:
    """Return the address of the history of an entry's page."""
    return page(f"{list_name}/<slug:slug>/history/", entry_changes, name=f"{noun}-history", list_name=list_name)


def choices_of(list_name: str) -> list[URLPattern]:
    """Return the addresses of what the open facets of a list offer."""
    return [
        page(f"{list_name}/choices/", choices, name=f"{list_name}-choices", list_name=list_name),
        page(f"{list_name}/choices/suggest/", suggest_choices, name=f"{list_name}-suggest", list_name=list_name),
    ]


pages = [
    page("", home, name="home"),
    page("people/", list_page, name="people", list_name="people"),
    *choices_of("people"),
    page("people/compare/", compare, name="compare"),
    page("people/compare/suggest/", suggest_compared, name="compare-suggest"),
    page("people/<slug:slug>/", person, name="person"),
    history_of("person", "people"),
    page("people/<slug:slug>/mentions/", mentions, name="person-mentions", list_name="people"),
    page("people/<slug:slug>/follow/", follow_person, name="person-follow"),
    path("people/<slug:slug>/cite/", cite, name="cite"),
    page("meetings/", list_page, name="meetings", list_name="meetings"),
    *choices_of("meetings"),
    page("meetings/<slug:slug>/", meeting, name="meeting"),
    history_of("meeting", "meetings"),
    page("allegations/", list_page, name="allegations", list_name="allegations"),
    *choices_of("allegations"),
    page("allegations/<slug:slug>/", allegation, name="allegation"),
    history_of("allegation", "allegations"),
    page("organisations/", list_page, name="organisations", list_name="organisations"),
    page("organisations/<slug:slug>/", organisation, name="organisation"),
    history_of("organisation", "organisations"),
    page("organisations/<slug:slug>/mentions/", mentions, name="organisation-mentions", list_name="organisations"),
    page("network/", network, name="network"),
    *choices_of("network"),
    page("network/suggest/", suggest_person, name="network-suggest-person", page_name="network"),
    page("network/path/", paths, name="path"),
    page("network/path/suggest/", suggest_person, name="path-suggest-person", page_name="path"),
    page("timeline/", list_page, name="timeline", list_name="timeline"),
    *choices_of("timeline"),
    page("search/", search, name="search"),
    page("search/suggest/", suggest, name="suggest"),
    page("sources/", sources, name="sources"),
    page("sources/<slug:slug>/", source, name="source"),
    history_of("source", "sources"),
    page("sources/<slug:slug>/<slug:anchor>/", passage, name="passage"),
    page("data/", data, name="data"),
    page("follow/", follow, name="follow"),
    page("changes/", site_changes, name="site-history"),
    page("about/", about, name="about"),
]
files = [
    *downloads_of("people"),
    path("people/<slug:slug>.jsonld", profile_linked_data, name="person-jsonld"),
    path("people/<slug:slug>/changes.atom", person_changes, name="person-changes"),
    path("people/<slug:slug>/cite.bib", cite_bibtex, name="cite-bibtex"),
    path("people/<slug:slug>/cite.csl.json", cite_csl, name="cite-csl"),
    *downloads_of("meetings"),
    *downloads_of("allegations"),
    *downloads_of("organisations"),
    path("sources/<slug:slug>/annotations.json", annotations, name="annotations"),
    path("data/<str:name>", data_file, name="data-file"),
    path("feeds/changes.atom", changes, name="changes"),
    path("sitemap.xml", sitemaps, name="sitemaps"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security"),
    path("media/<path:path>", media, name="media"),
    path("favicon.ico", favicon, name="favicon"),
]
in_each_language: Any = URLResolver(LanguagePrefix(), [*map(read_only, pages)])  # type: ignore[arg-type]
urlpatterns = [in_each_language, *map(read_only, files), path("api/", include("people.api.urls"))]
