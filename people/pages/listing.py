"""The parts of list pages: reading the page number, links to other pages, chips, sorting and layouts."""

from collections.abc import Callable
from typing import NamedTuple

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import HttpRequest

from people.filters import PAGE, ListFilter, ParameterError, PeoplePageFilter, unknown_parameter
from people.languages import gettext
from people.requests import is_tracking
from people.vocabulary import PeopleLayout, PersonSort

PAGE_SIZE = 50


class Chip(NamedTuple):
    """A value by which the list is filtered, the query string without it, and the id of the box that chooses it."""

    title: str
    label: str
    query: str
    choice: str

    @property
    def text(self) -> str:
        """Return the value with what it is a value of."""
        return f"{self.title}: {self.label}"


class PageLink(NamedTuple):
    """A link to a page of the list; one without a query is a gap."""

    label: str
    query: str
    current: bool


class SortOption(NamedTuple):
    """An order in which people may be listed."""

    value: str
    label: str
    selected: bool


class ViewOption(NamedTuple):
    """A way to list people, and the query string that lists them so."""

    label: str
    query: str
    current: bool


class TableColumn(NamedTuple):
    """A column of a table; one with a query string can be sorted by, `sorted` says how it is (as aria-sort does)."""

    label: str
    query: str = ""
    sorted: str = ""


def chips(filters: ListFilter) -> list[Chip]:
    """Return a chip for each value by which the list is filtered."""
    return [
        Chip(
            one.title,
            one.label,
            filters.query_dropping(one.parameter, one.value),
            f"{one.parameter}={one.value}",
        )
        for one in filters.selected
    ]


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


def request_query(request: HttpRequest, **values: str) -> str:
    """Return the query string with these values replaced, or dropped where they are empty, `?` before it."""
    changed = request.GET.copy()
    for name, value in values.items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    return f"?{changed.urlencode()}"


def read_page(request: HttpRequest, paginator: Paginator) -> Page | ParameterError:
    """Return the page asked for, the first by default, or what is wrong with the number."""
    given = request.GET.get(PAGE) or "1"
    try:
        return paginator.page(given)
    except InvalidPage:
        last = paginator.num_pages
        message = gettext("“%(page)s” is no page of this list.") % {"page": given}
        return ParameterError(PAGE, message, ["1"] if last == 1 else [f"1 to {last}"])


def strict_problems(filters: ListFilter, *others: str) -> list[ParameterError]:
    """Return what is wrong with the query string. What means nothing is wrong too, or a typo would give everything."""
    known = [*filters.filters, *others]
    unknown = [name for name in filters.data if name not in known and not is_tracking(name)]
    named = [unknown_parameter(name, known) for name in unknown]
    return [*named, *([] if filters.is_valid() else filters.problems)]


def list_context(listed: object, filters: ListFilter, total: int, page: int = 1) -> dict[str, object]:
    """Return what the skeleton of that page of a list prints, whatever it lists."""
    return {
        "list": listed,
        "canonical_query": filters.canonical_query(page),
        "links": [],
        "total": total,
        "facets": filters.build_facets(),
        "chips": chips(filters),
        "clear": filters.query_cleared(),
        "kept": filters.hidden_params,
        "unknown": filters.unknown,
        "instead": filters.substitutions,
    }


def view_options(filters: PeoplePageFilter) -> dict[str, object]:
    """Return how people are listed, and how else they may be; what is taken away is the same either way."""
    view = filters.cleaned.get("view", PeopleLayout.CARDS)
    return {
        "q": filters.cleaned.get("q", ""),
        "sorts": [SortOption(value, str(label), value == filters.order) for value, label in PersonSort.choices],
        "view": view,
        "views": [
            ViewOption(str(one.label), filters.query("view", [] if one == PeopleLayout.CARDS else [one]), one == view)
            for one in PeopleLayout
        ],
        "columns": [
            people_column(filters, gettext("Slide"), PersonSort.GALLERY, "ascending"),
            people_column(filters, gettext("Name"), PersonSort.NAME, "ascending"),
            TableColumn(gettext("Jobs")),
            people_column(filters, gettext("Contacts"), PersonSort.CONTACTS, "descending"),
            TableColumn(gettext("Allegations and replies")),
        ],
        "query": filters.query("view", []).rstrip("?"),
    }


def people_column(filters: PeoplePageFilter, label: str, order: PersonSort, direction: str) -> TableColumn:
    """Return the column that sorts people in that order; the usual one needs no mention."""
    query = filters.query("sort", [] if order == PersonSort.GALLERY else [order])
    return TableColumn(label, query, direction if filters.order == order else "")
