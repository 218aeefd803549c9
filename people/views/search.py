"""The search page, and what the search box suggests."""

from functools import partial
from typing import NamedTuple

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import PAGE, ParameterError, UnknownParameter
from people.filters.errors import not_an_option
from people.pages.errors import bad_parameters
from people.pages.listing import PAGE_SIZE, PageLink, read_page, request_query
from people.requests import is_tracking
from people.search.answers import answer_to
from people.search.autocomplete import autocomplete
from people.search.highlighting import excerpt, highlighter
from people.search.results import KINDS, FoundEntry, ResultGroup, SearchResults
from people.search.results import search as find
from people.search.words import is_searchable, no_words_message

SHOWN = 10
KIND = "kind"
# What was one kind once, and is two: words find the titles of roles, and a slide the roles.
ALSO_FOUND = {"role": "title"}
EXAMPLES = ("who was fired", "who testified", "who denied what", "unanswered allegations")


class ResultSection(NamedTuple):
    """The entries of a kind that the page shows; `query` leads to all of them where there are more."""

    group: ResultGroup
    entries: list[FoundEntry]
    query: str


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found of each kind, or page by page what was found of one kind."""
    kind = request.GET.get(KIND, "")
    names = [one.name for one in KINDS]
    if kind and kind not in names:
        return bad_parameters(request, [ParameterError(KIND, not_an_option(kind), names)])
    typed = request.GET.get("q", "")
    if is_empty(typed):
        return bad_parameters(request, [ParameterError("q", no_words_message(typed), [])])
    results = find(typed)
    if not kind:
        shown = [(group, group.keys[:SHOWN]) for group in results.groups]
        return render_results(request, results, shown)
    kinds = (kind, ALSO_FOUND.get(kind))
    group = next((one for one in results.groups if one.kind.name in kinds), None)
    page = read_page(request, Paginator(group.keys if group else [], PAGE_SIZE))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    shown = [(group, list(page.object_list))] if group else []
    return render_results(request, results, shown, page)


def render_results(
    request: HttpRequest, results: SearchResults, shown: list[tuple[ResultGroup, list[int]]], page: Page | None = None
) -> HttpResponse:
    """Return the page that shows the entries, given with their groups by their keys."""
    words = results.matched(shown)
    context = {
        "q": request.GET.get("q", ""),
        "question": results.query,
        "attempt": results.attempt,
        "answer": None if page else answer_to(request.GET.get("q", "")),
        "examples": EXAMPLES,
        "substitutions": results.substitutions(words),
        "sections": [ResultSection(group, group.entries(keys), whole(request, group, keys)) for group, keys in shown],
        "overview": request_query(request, **{KIND: "", PAGE: ""}) if page else "",
        "links": page_links(request, page) if page else [],
        "unknown": [
            UnknownParameter(name, {}) for name in sorted(set(request.GET) - {"q", KIND, PAGE}) if not is_tracking(name)
        ],
        "mark": highlighter(words),
        "excerpt": partial(excerpt, words=words),
    }
    return render(request, "people/search.html", context, using="jinja2")


def is_empty(typed: str) -> bool:
    """Return whether something was typed that has no letter or digit to look for."""
    return bool(typed.strip()) and not is_searchable(typed)


def whole(request: HttpRequest, group: ResultGroup, keys: list[int]) -> str:
    """Return the query string that lists all entries of the group; nothing where these are all, or a page of them."""
    return (
        request_query(request, **{KIND: group.kind.name})
        if len(keys) < len(group.keys) and KIND not in request.GET
        else ""
    )


def page_links(request: HttpRequest, page: Page) -> list[PageLink]:
    """Return links to all pages of a kind, which are few."""
    numbers = page.paginator.page_range
    return [
        PageLink(
            str(number), request_query(request, **{PAGE: str(number) if number > 1 else ""}), number == page.number
        )
        for number in numbers
    ]


def suggest(request: HttpRequest) -> HttpResponse:
    """Return the options of the search box's list, as a part of a page."""
    typed = request.GET.get("q", "")
    if is_empty(typed):
        return bad_parameters(request, [ParameterError("q", no_words_message(typed), [])])
    suggestions = autocomplete(typed)
    context = {"suggestions": suggestions.found, "mark": highlighter(suggestions.words)}
    return render(request, "people/_suggestions.html", context, using="jinja2")
