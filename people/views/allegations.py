"""The list of allegations, and one allegation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.facets import allegation_facets
from people.filters import AllegationFilter
from people.models import Allegation
from people.views.entries import cited_by, moved
from people.views.listing import refused, render_list


def allegations(request: HttpRequest) -> HttpResponse:
    """List the allegations that the query string asks for, each with its answers."""
    filters = AllegationFilter(request.GET, Allegation.public.all())
    if not filters.is_valid():
        return refused(request, filters)
    facets = allegation_facets(filters)
    return render_list(
        request, "people/allegations.html", filters, filters.found, Allegation.public.for_list().in_order, facets=facets
    )


def allegation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the allegation beside what each of its subjects answers."""
    found = Allegation.public.for_list().filter(slug=slug).first()
    if found is None:
        return moved(request, Allegation.public, slug)
    cited = cited_by([found, *found.responses.all()])
    return render(request, "people/allegation.html", {"allegation": found, "cited": cited}, using="jinja2")
