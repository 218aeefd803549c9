"""Every address of the site, as somebody might ask for it, whatever the database holds."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from people.exports.formats import FORMATS
from people.models import Allegation, Meeting, Organisation, Person, Source

NOUNS: dict[str, Any] = {
    "people": Person,
    "meetings": Meeting,
    "allegations": Allegation,
    "organisations": Organisation,
    "sources": Source,
}
SLUG = "<slug:slug>"
QUERIES = (
    *("people/?role=campaign&sort=contacts", "people/?allegations=any&view=table", "people/?contact=ann&q=ann"),
    *("meetings/?kind=hearing&with=ann", "allegations/?answered=unanswered&person=ann", "timeline/?from=2015&to=2017"),
    *("network/?around=ann&steps=2", "network/path/?from=ann&to=bob", "search/?q=ann", "people/compare/?p=ann&p=bob"),
    *(
        "people/choices/?parameter=contact",
        "search/suggest/?q=a",
        "people.csv?role=campaign",
        "api/v1/people/?contact=bob",
    ),
    *("sitemap-people.xml", "sitemap-pages.xml", "sitemap-sources.xml"),
)


def addresses() -> Iterator[str]:
    """Yield the addresses that are there once, those of every entry, shown or not, and some filtered lists."""
    for route in routes(get_resolver("people.urls")):
        noun = route.removeprefix("api/v1/").partition("/")[0]
        if "<" not in route and "(" not in route:
            yield f"/{route}"
        elif SLUG in route and noun in NOUNS:
            for slug in NOUNS[noun].objects.values_list("slug", flat=True):
                yield f"/{route.replace(SLUG, slug)}"
    yield from (f"/data/{name}" for name in FORMATS)
    yield from (f"/{query}" for query in QUERIES)


def routes(resolver: Any, before: str = "") -> Iterator[str]:
    """Yield the routes of all addresses below a resolver."""
    for pattern in resolver.url_patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route
