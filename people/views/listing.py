"""What the list pages share: the page of rows, its facets, chips and links, or the page that says what is wrong."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from people.filters import PAGE, ListFilter, Problem
from people.views.errors import bad_parameters

PAGE_SIZE = 50


# Returns what is listed, given by its keys.
Load = Callable[[list[int]], list[Any]]


class Chip(NamedTuple):
    """A value by which the list is filtered, and the query string without it."""

    title: str
    label: str
    query: str


class PageLink(NamedTuple):
    """A link to a page of the list; one without a query is a gap."""

    label: str
    query: str
    current: bool


class TableColumn(NamedTuple):
    """A column of a table; one with a query string can be sorted by, `sorted` says how it is (as aria-sort does)."""

    label: str
    query: str = ""
    sorted: str = ""


def refused(request: HttpRequest, filters: ListFilter) -> HttpResponse:
    """Return what answers filters that are not valid: a redirect from former slugs or names, else what is wrong."""
    if filters.renamed:
        return redirect(f"{request.path}{filters.renamed}", permanent=True)
    if filters.named:
        return redirect(f"{request.path}{filters.named}")
    return bad_parameters(request, filters.problems)


def chips(filters: ListFilter) -> list[Chip]:
    """Return a chip for each value by which the list is filtered."""
    return [Chip(one.title, one.label, filters.query_dropping(one.parameter, one.value)) for one in filters.selected]


def page_links(filters: ListFilter, page: Page) -> list[PageLink]:
    """Return links to the first, last and neighbouring pages."""
    return links_to_pages(page, lambda number: page_query(filters, number))


def links_to_pages(page: Page, query: Callable[[str], str]) -> list[PageLink]:
    """Return links to the first, last and neighbouring pages; `query` makes the query string of a page."""
    labels = [str(label) for label in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)]
    return [PageLink(label, query(label) if label.isdigit() else "", label == str(page.number)) for label in labels]


def numbered_links(page: Page) -> list[PageLink]:
    """Return links to the pages of a list that has no other parameters."""
    return links_to_pages(page, lambda number: f"?{PAGE}={number}" if number != "1" else "?")


def page_query(filters: ListFilter, number: str) -> str:
    """Return the query string of that page of the list."""
    return filters.query(PAGE, [number] if number != "1" else [])


def read_page(request: HttpRequest, paginator: Paginator) -> Page | Problem:
    """Return the page asked for, the first by default, or what is wrong with the number."""
    given = request.GET.get(PAGE) or "1"
    try:
        return paginator.page(given)
    except InvalidPage:
        last = paginator.num_pages
        return Problem(PAGE, f"“{given}” is no page of this list.", ["1"] if last == 1 else [f"1 to {last}"])


def render_list(
    request: HttpRequest, template: str, filters: ListFilter, keys: Any, load: Load, **context: Any
) -> HttpResponse:
    """Return the page of entries that the request asks for, or the page with status 400 that says what is wrong.

    Of all `keys` only those of the page are given to `load`, which returns what is listed.
    """
    page = read_page(request, Paginator(keys, PAGE_SIZE))
    if isinstance(page, Problem):
        return bad_parameters(request, [page])
    page.object_list = load(list(page.object_list))
    return render(
        request,
        template,
        {
            "page": page,
            "total": page.paginator.count,
            "chips": chips(filters),
            "clear": filters.query_cleared(),
            "kept": filters.kept,
            "unknown": filters.unknown,
            "instead": filters.substitutions,
            "links": page_links(filters, page),
            "query": filters.query(PAGE, []).rstrip("?"),
        }
        | context,
        using="jinja2",
    )
