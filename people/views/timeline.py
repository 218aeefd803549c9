"""The timeline of roles, meetings, hearings and statements."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import ParameterError, TimelineFilter
from people.timeline.drawing import draw
from people.timeline.entries import load_entries
from people.views.errors import bad_parameters
from people.views.listing import chips, page_links, read_page, refused

# So many entries are drawn on a page.
PAGE_SIZE = 100


def timeline(request: HttpRequest) -> HttpResponse:
    """Draw what the query string asks for in order of time, and list the same with what has no date."""
    filters = TimelineFilter(request.GET)
    if not filters.is_valid():
        return refused(request, filters)
    ids: Any = filters.ids
    page = read_page(request, Paginator(ids, PAGE_SIZE))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    entries = load_entries(page.object_list)
    dated = [entry for entry in entries if entry.days]
    context = {
        "drawing": draw(dated),
        "dated": dated,
        "undated": [entry for entry in entries if not entry.days],
        "total": page.paginator.count,
        "period": {end: filters.cleaned.get(end, "") for end in ("from", "to")},
        "facets": filters.build_facets(),
        "chips": chips(filters),
        "clear": filters.query_cleared(),
        "kept": filters.hidden_params,
        "unknown": filters.unknown_params,
        "links": page_links(filters, page),
    }
    return render(request, "people/timeline.html", context, using="jinja2")
