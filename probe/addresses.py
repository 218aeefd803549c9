"""Which addresses name the same page: what nobody reads of a query string must not fill the cache with copies."""

from collections.abc import Iterator
from urllib.parse import unquote_plus

from people.filters import PAGE, ListFilter
from people.requests import is_tracking
from people.views.choices import PARAMETER, TERM


def parameters() -> set[str]:
    """Return the parameters that pages read."""
    return {PAGE, PARAMETER, TERM}.union(*(filters.base_filters for filters in kinds_of(ListFilter)))


def kinds_of(filters: type[ListFilter]) -> Iterator[type[ListFilter]]:
    """Yield the class and all that are made of it."""
    yield filters
    for kind in filters.__subclasses__():
        yield from kinds_of(kind)


def meaningful(query: str, known: set[str]) -> str | None:
    """Return the query string without what follows clicks; None where it has other names than the known ones.

    A page says which parameters it has ignored, so an address with such ones is a page of its own.
    """
    if not query:
        return query
    named = [(unquote_plus(part.partition("=")[0]), part) for part in query.split("&") if part]
    kept = [(name, part) for name, part in named if not is_tracking(name)]
    return "&".join(part for _, part in kept) if known.issuperset(name for name, _ in kept) else None
