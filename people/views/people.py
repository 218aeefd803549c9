"""The list of people."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from people.filters import PeoplePageFilter
from people.views.listing import TableColumn, refused, render_list
from people.vocabulary import PeopleLayout, PersonSort


class Sort(NamedTuple):
    """An order in which people may be listed."""

    value: str
    label: str
    selected: bool


class Look(NamedTuple):
    """A way to list people, and the query string that lists them so."""

    label: str
    query: str
    current: bool


def people(request: HttpRequest) -> HttpResponse:
    """List the people whom the query string asks for, with what each choice of a filter would list."""
    filters = PeoplePageFilter(request.GET)
    if not filters.is_valid():
        return refused(request, filters)
    context = {"facets": filters.build_facets()} | looks(filters)
    return render_list(request, "people/people.html", filters, filters.ids, filters.index.summaries, **context)


def looks(filters: PeoplePageFilter) -> dict[str, Any]:
    """Return how people are listed, and how else they may be; what is taken away is the same either way."""
    is_table = filters.cleaned.get("view") == PeopleLayout.TABLE
    return {
        "q": filters.cleaned.get("q", ""),
        "sorts": [Sort(value, label, value == filters.order) for value, label in PersonSort.choices],
        "is_table": is_table,
        "views": [
            Look(PeopleLayout.CARDS.label, filters.query("view", []), not is_table),
            Look(PeopleLayout.TABLE.label, filters.query("view", [PeopleLayout.TABLE]), is_table),
        ],
        "columns": [
            column(filters, "Slide", PersonSort.GALLERY, "ascending"),
            column(filters, "Name", PersonSort.NAME, "ascending"),
            TableColumn("Roles"),
            column(filters, "Contacts", PersonSort.CONTACTS, "descending"),
            TableColumn("Allegations and answers"),
        ],
        "query": filters.query("view", []).rstrip("?"),
    }


def column(filters: PeoplePageFilter, label: str, order: PersonSort, direction: str) -> TableColumn:
    """Return the column that sorts people in that order; the usual one needs no mention."""
    query = filters.query("sort", [] if order == PersonSort.GALLERY else [order])
    return TableColumn(label, query, direction if filters.order == order else "")
