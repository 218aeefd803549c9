"""The timeline of roles, meetings, hearings and statements."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.facets import timeline_facets
from people.filters import Problem, TimelineFilter
from people.sets.timeline import TimelineKey
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
    keys: Any = filters.found
    page = read_page(request, Paginator(keys, PAGE_SIZE))
    if isinstance(page, Problem):
        return bad_parameters(request, [page])
    entries = load_entries(map(TimelineKey.of, page.object_list))
    dated = [entry for entry in entries if entry.days]
    context = {
        "drawing": draw(dated),
        "dated": dated,
        "undated": [entry for entry in entries if not entry.days],
        "total": page.paginator.count,
        "period": {end: filters.given.get(end, "") for end in ("from", "to")},
        "facets": timeline_facets(filters),
        "chips": chips(filters),
        "clear": filters.query_cleared(),
        "kept": filters.kept,
        "unknown": filters.unknown,
        "links": page_links(filters, page),
    }
    return render(request, "people/timeline.html", context, using="jinja2")
