"""What the pages of single entries share: redirects of renamed ones, and the sources written out."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, Protocol

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse

from people.models import Passage, Source, Sourced


class Renamable(Protocol):
    """Entries of a model, as a manager or a queryset, that may have had other slugs."""

    def formerly(self, slug: str) -> QuerySet:
        """Return the entry that had that slug before it was renamed."""


# So many meetings and allegations of a person are shown; who has more is a link away from all of them.
MAX_SHOWN = 50


class Cited(NamedTuple):
    """A source with those of its sections that a page cites, each with the passages cited, in the document's order.

    The mark is what citations call the source, where there are several.
    """

    mark: str
    source: Source
    sections: list[tuple[str, list[Passage]]]


def redirect_renamed(request: HttpRequest, rows: Renamable, slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to the one of `rows` that had that slug before, the query string kept.

    Raises Http404 where none had it.
    """
    entry = rows.formerly(slug).first()
    if entry is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{entry.get_absolute_url()}{'?' if query else ''}{query}")


def redirect_renamed_view(request: HttpRequest, rows: Renamable, slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to this same address of the one of `rows` that had that slug before.

    Raises Http404 where none had it.
    """
    entry = rows.formerly(slug).first()
    if entry is None or request.resolver_match is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(request.resolver_match.view_name, args=[entry.slug]))


def cited_by(entries: Iterable[Sourced]) -> list[Cited]:
    """Return the sources on which the entries rest, by title; the entries' passages are prefetched."""
    passages = {passage for entry in entries for passage in entry.passages.all()}
    ordered = sorted(passages, key=lambda one: (one.source.sort_key, one.source_id, one.position, one.pk))
    grouped = [(source, list(group)) for source, group in groupby(ordered, attrgetter("source"))]
    return [Cited(group[0].source_mark, source, by_section(group)) for source, group in grouped]


def by_section(passages: Iterable[Passage]) -> list[tuple[str, list[Passage]]]:
    """Return the passages with the section, in words, in which they stand."""
    return [(words, list(group)) for words, group in groupby(passages, attrgetter("section_words"))]
