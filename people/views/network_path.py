"""How two people are connected: the shortest ways from one to the other, or what is near where there is none."""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import ParameterError, PathFilter
from people.filters.network import ENDS
from people.models import Organisation, Person, Role
from people.network.examples import load_examples
from people.network.full_graph import FullGraph, load_full_graph
from people.network.nearest import load_nearest
from people.network.paths import ShortestPaths, shortest_paths
from people.network.steps import ContactPath, load_paths
from people.network.words import joint, standing_of
from people.pages.errors import invalid_filters_response
from people.search.autocomplete import Suggestion, suggest_people
from people.vocabulary import ContactKind, LineGroup, Through


class FoundPaths(NamedTuple):
    """The shortest ways there are, and those of them that are shown."""

    paths: ShortestPaths
    listed: list[ContactPath]


class UnreadEnd(NamedTuple):
    """A name at one end that is nobody's, or several people's, who are offered; none is told of several names."""

    problem: ParameterError
    typed: str
    meant: list[Suggestion]


def paths(request: HttpRequest) -> HttpResponse:
    """Show the shortest ways from one person to another, or say that none is recorded and what is near."""
    filters = PathFilter(request.GET)
    if not filters.is_valid():
        return unread_ends(request, filters)
    start, goal = filters.person("from"), filters.person("to")
    ends = [end for end in (start, goal) if end]
    graph = load_full_graph().of_kinds(ContactKind.values if filters.only_meetings else ())
    found = find_paths(graph, start, goal) if start and goal and start != goal else None
    is_unconnected = bool(found and not found.listed and not found.paths.stopped)
    context = path_context(filters) | {
        "start": start,
        "goal": goal,
        "found": found,
        "categories": graph.index.categories,
        "shared_jobs": shared_jobs(ends) if is_unconnected else [],
        "nearest": load_nearest(graph, ends) if is_unconnected or len(ends) == 1 else [],
        "examples": [] if ends else load_examples(),
    }
    return render(request, "people/path.html", context, using="jinja2")


def find_paths(graph: FullGraph, start: Person, goal: Person) -> FoundPaths:
    """Return how many shortest ways there are, and the first of them."""
    paths = shortest_paths(graph, start.pk, goal.pk)
    return FoundPaths(paths, load_paths(graph, paths))


def shared_jobs(people: list[Person]) -> list[tuple[Organisation, list[Role]]]:
    """Return organisations at which each of the people held a role, with these roles."""
    found = Role.public.at_shared_organisations(people)
    return [(organisation, list(roles)) for organisation, roles in groupby(found, attrgetter("organisation"))]


def unread_ends(request: HttpRequest, filters: PathFilter) -> HttpResponse:
    """Return the page that says whom nobody knows, with status 400, or what answers other faults of an address."""
    problems = filters.problems
    if filters.redirect_query or any(problem.parameter not in ENDS for problem in problems):
        return invalid_filters_response(request, filters)
    context = path_context(filters) | {"unread": [unread_end(filters, problem) for problem in problems]}
    return render(request, "people/path.html", context, status=400, using="jinja2")


def unread_end(filters: PathFilter, problem: ParameterError) -> UnreadEnd:
    """Return what is wrong at one end, with those who may be meant."""
    parameter, values = problem.parameter, filters.data.getlist(problem.parameter)
    typed = filters.typed.get(parameter, "") if len(values) == 1 else ""
    found = suggest_people(typed, lambda person: filters.query(parameter, [person.slug])).found
    return UnreadEnd(problem, typed, found)


def path_context(filters: PathFilter) -> dict[str, object]:
    """Return what the form of the page shows, and what answers nothing yet."""
    given = {end: filters.shown_value(end) for end in ENDS}
    through = Through.MEETINGS if filters.data.get("through") == Through.MEETINGS else Through.ALL
    return {
        "canonical_query": filters.canonical_query(),
        "given": given,
        "swapped": filters.query_swapping(*ENDS) if all(given.values()) else "",
        "through": through,
        "throughs": Through.choices,
        "unknown": filters.unknown,
        "joint": joint,
        "standing_of": standing_of,
        "group_of": LineGroup.of,
        "start": None,
        "goal": None,
        "found": None,
        "unread": [],
        "shared_jobs": [],
        "nearest": [],
        "examples": [],
    }
