"""The network of people, as a drawing and as a table."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import NetworkFilter
from people.languages import gettext
from people.models import Person
from people.network.drawing import draw
from people.network.edges import Network, load_network, name_order, without_unconnected
from people.network.ego import Ego, draw_ego
from people.network.selection import select, unconnected
from people.network.table import table
from people.network.words import standing_of
from people.pages.errors import invalid_filters_response
from people.pages.listing import TableColumn, list_context
from people.pages.lists import NETWORK
from people.vocabulary import NetworkSort, Steps

# What the form beside the drawing asks for itself.
CENTRAL = ("around", "steps")


def network(request: HttpRequest) -> HttpResponse:
    """Draw the people whom the query string asks for and what joins them, and tell the same as a table."""
    filters = NetworkFilter(request.GET)
    if not filters.is_valid():
        return invalid_filters_response(request, filters)
    graph, matches, index = filters.filtered_graph, filters.matches(), filters.index
    joined = matches & graph.connected
    selection = select(index, joined, graph, filters.central, filters.most_steps)
    loaded = load_network(selection.people, graph)
    drawn = without_unconnected(loaded)
    context = {
        "selection": selection,
        "drawing": draw(drawn, index.categories, selection.central),
        "near": draw_nearby(drawn, filters, selection.central),
        "unconnected": unconnected(index, matches, joined, drawn, selection),
        "kinds": filters.cleaned.get("line", []),
        "alone": [person for person in filters.central if not graph.has_neighbours(person.pk)],
        "rows": table(drawn, filters.order),
        "entries": matches or drawn.people,
        "columns": columns(filters),
        "orders": NetworkSort.choices,
        "standing_of": standing_of,
        "q": filters.cleaned.get("q", ""),
    }
    shared = list_context(NETWORK, filters, len(matches))
    return render(request, "people/network.html", shared | context | central_context(filters), using="jinja2")


def central_context(filters: NetworkFilter) -> dict[str, object]:
    """Return what the template prints of the people around whom the network is drawn, and of how to choose another."""
    return {
        "order": filters.order,
        "around": filters.cleaned.get("around", []),
        "around_names": [str(person) for person in filters.central],
        "other_params": [(name, value) for name, value in filters.hidden_params if name not in CENTRAL],
        "steps": filters.most_steps,
        "step_links": [
            (step.label, filters.query("steps", [step] if step != Steps.ONE else []), step == str(filters.most_steps))
            for step in Steps
        ],
        "around_query": lambda person: filters.query("around", [person.slug]),
    }


def draw_nearby(drawn: Network, filters: NetworkFilter, central: list[Person]) -> Ego | None:
    """Return the drawing with which a narrow page begins: around a central person, or the first in the gallery."""
    around = [person for person in central if person in drawn.people] or sorted(
        drawn.people, key=lambda person: (person.slide is None, person.slide or 0, name_order(person))
    )
    return draw_ego(around[0], drawn.edges, filters.index.categories) if around else None


def columns(filters: NetworkFilter) -> list[TableColumn]:
    """Return the columns by which the table can be sorted; a second click turns the order round."""
    return [
        column(filters, gettext("Person"), NetworkSort.NAME, NetworkSort.NAME_BACK),
        column(filters, gettext("Connections"), NetworkSort.LINES, NetworkSort.LINES_BACK),
    ]


def column(filters: NetworkFilter, label: str, upwards: NetworkSort, downwards: NetworkSort) -> TableColumn:
    """Return the column, which sorts `upwards` first."""
    directions = {upwards.value: "ascending", downwards.value: "descending"}
    following = downwards if filters.order == upwards else upwards
    return TableColumn(label, filters.query("sort", [following.value]), directions.get(filters.order, "none"))
