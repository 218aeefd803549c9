"""The network of people, and the ways from one person to another."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import NetworkFilter, PathFilter
from people.filters.network import ENDS
from people.index import get_index
from people.models import Person
from people.network.drawing import draw
from people.network.edges import load_network
from people.network.full_graph import load_full_graph
from people.network.paths import ShortestPaths, shortest_paths
from people.network.selection import select
from people.network.steps import ContactPath, load_paths
from people.network.table import table
from people.network.words import verb
from people.pages.errors import invalid_filters_response
from people.pages.listing import TableColumn, list_context
from people.pages.lists import NETWORK
from people.pages.selecting import selectable_people
from people.vocabulary import ContactKind, NetworkSort, Through


class FoundPaths(NamedTuple):
    """The shortest ways there are, and those of them that are shown."""

    paths: ShortestPaths
    listed: list[ContactPath]


def network(request: HttpRequest) -> HttpResponse:
    """Draw the people whom the query string asks for and what joins them, and tell the same as a table."""
    filters = NetworkFilter(request.GET)
    if not filters.is_valid():
        return invalid_filters_response(request, filters)
    graph = filters.filtered_graph
    selection = select(filters.index, filters.matches(), graph, filters.central, filters.most_steps)
    found = load_network(selection.people, graph)
    context = {
        "selection": selection,
        "drawing": draw(found, selection.central),
        "entries": table(found, filters.order),
        "columns": columns(filters),
        "order": filters.order,
        "orders": NetworkSort.choices,
        "people": selectable_people(filters.index),
        "around": filters.cleaned.get("around", []),
        "steps": filters.most_steps,
        "q": filters.cleaned.get("q", ""),
        "around_query": lambda person: filters.query("around", [person.slug]),
    }
    shared = list_context(NETWORK, filters, selection.listed)
    return render(request, "people/network.html", shared | context, using="jinja2")


def columns(filters: NetworkFilter) -> list[TableColumn]:
    """Return the columns by which the table can be sorted; a second click turns the order round."""
    return [
        column(filters, "Person", NetworkSort.NAME, NetworkSort.NAME_BACK),
        column(filters, "Lines", NetworkSort.LINES, NetworkSort.LINES_BACK),
    ]


def column(filters: NetworkFilter, label: str, upwards: NetworkSort, downwards: NetworkSort) -> TableColumn:
    """Return the column, which sorts `upwards` first."""
    directions = {upwards.value: "ascending", downwards.value: "descending"}
    following = downwards if filters.order == upwards else upwards
    return TableColumn(label, filters.query("sort", [following.value]), directions.get(filters.order, "none"))


def paths(request: HttpRequest) -> HttpResponse:
    """Show the shortest ways from one person to another, or say why there is none."""
    filters = PathFilter(request.GET)
    if not filters.is_valid():
        return no_such_person(request, filters)
    start, goal = filters.person("from"), filters.person("to")
    found = paths_between(start, goal, filters.only_meetings) if start and goal and start != goal else None
    context = {"start": start, "goal": goal, "problems": (), "found": found, "verb": verb}
    return render(request, "people/path.html", context | path_form(filters), using="jinja2")


def paths_between(start: Person, goal: Person, only_meetings: bool) -> FoundPaths:
    """Return how many shortest ways there are, and the first of them."""
    graph = load_full_graph().of_kinds(ContactKind.values if only_meetings else ())
    paths = shortest_paths(graph, start.pk, goal.pk)
    return FoundPaths(paths, load_paths(graph, paths))


def no_such_person(request: HttpRequest, filters: PathFilter) -> HttpResponse:
    """Return the page that says whom nobody knows, with status 400, or what answers other faults of an address."""
    problems = filters.problems
    if filters.redirect_query or any(problem.parameter not in ENDS for problem in problems):
        return invalid_filters_response(request, filters)
    context = {"start": None, "goal": None, "problems": problems, "found": None, "verb": verb}
    return render(request, "people/path.html", context | path_form(filters), status=400, using="jinja2")


def path_form(filters: PathFilter) -> dict[str, Any]:
    """Return what the form of the page shows."""
    return {
        "canonical_query": filters.canonical_query(),
        "people": selectable_people(get_index()),
        "given": {end: next(iter(filters.data.getlist(end)), "") for end in ENDS},
        "through": Through.MEETINGS if filters.data.get("through") == Through.MEETINGS else Through.ALL,
        "throughs": Through.choices,
        "unknown": filters.unknown_params,
    }
