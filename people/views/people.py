"""The list of people."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from people.facets import person_facets
from people.filters import PersonFilter
from people.models import Person
from people.views.listing import refused, render_list
from people.vocabulary import PersonSort


class Sort(NamedTuple):
    """An order in which people may be listed."""

    value: str
    label: str
    selected: bool


def people(request: HttpRequest) -> HttpResponse:
    """List the people whom the query string asks for, with what each choice of a filter would list."""
    filters = PersonFilter(request.GET, Person.public.all())
    if not filters.is_valid():
        return refused(request, filters)
    return render_list(
        request,
        "people/people.html",
        filters,
        Person.public,
        filters.found,
        facets=person_facets(filters),
        q=filters.given.get("q", ""),
        sorts=[Sort(value, label, value == filters.order) for value, label in PersonSort.choices],
    )
