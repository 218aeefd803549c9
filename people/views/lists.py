"""The pages that list people, meetings, allegations and what has a place in time."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import PAGE, ParameterError
from people.pages.errors import bad_parameters, invalid_filters_response
from people.pages.listing import list_context, page_links, read_page
from people.pages.lists import LISTS


def list_page(request: HttpRequest, list_name: str) -> HttpResponse:
    """Show the page of entries that the query string asks for, with what each choice of a filter would list."""
    listed: Any = LISTS[list_name]
    filters = listed.filters(request.GET)
    if not filters.is_valid():
        return invalid_filters_response(request, filters)
    page = read_page(request, Paginator(filters.ids, listed.page_size))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    entries = listed.load(filters, page.object_list)
    context = list_context(listed, filters, page.paginator.count, page.number) | {
        "entries": entries,
        "links": page_links(filters, page),
        "query": filters.query(PAGE, []).rstrip("?"),
    }
    return render(request, f"people/{list_name}.html", context | listed.extras(filters, entries), using="jinja2")
