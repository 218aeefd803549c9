"""The list of allegations, and one allegation."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import AllegationFilter, ParameterError
from people.models import Allegation
from people.querysets.sides import Sides, load_sides_with_citations
from people.views.entries import cited_by, moved
from people.views.errors import bad_parameters
from people.views.listing import PAGE_SIZE, numbered_links, read_page, refused, render_list


def allegations(request: HttpRequest) -> HttpResponse:
    """List the allegations that the query string asks for, each with its answers."""
    filters = AllegationFilter(request.GET)
    if not filters.is_valid():
        return refused(request, filters)
    return render_list(request, "people/allegations.html", filters, filters.ids, load, facets=filters.build_facets())


def load(keys: list[int]) -> list[Any]:
    """Return the allegations that have the keys, each with its first subjects and what these reply."""
    found: list[Any] = Allegation.public.in_order(keys)
    load_sides_with_citations((one, None) for one in found)
    return found


def allegation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the allegation beside what each of its subjects answers, very many of them in pages."""
    found = Allegation.public.with_side_count().filter(slug=slug).first()
    if found is None:
        return moved(request, Allegation.public, slug)
    page = read_page(request, Paginator(Sides(found), PAGE_SIZE))  # type: ignore[arg-type]
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    cited = cited_by([found, *found.responses.all()])
    context = {"allegation": found, "cited": cited, "page": page, "links": numbered_links(page)}
    return render(request, "people/allegation.html", context, using="jinja2")
