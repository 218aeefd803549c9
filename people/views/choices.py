"""What a long facet offers, to be found by name: as a page, and as what a combobox suggests."""

from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from people.filters import PAGE, IndexFilter, ParameterError, UnknownParameter
from people.filters.errors import not_an_option
from people.filters.facets import FoundChoices, SearchTerm
from people.index import FacetCount
from people.languages import gettext
from people.pages.errors import bad_parameters, invalid_filters_response
from people.pages.listing import PAGE_SIZE, links_to_pages, read_page, request_query
from people.pages.lists import LISTS, ListPage
from people.search.autocomplete import MAX_SUGGESTIONS, Suggestion, substitution_note
from people.search.highlighting import highlighter
from people.search.words import is_searchable, no_words_message

PARAMETER = "parameter"
TERM = "term"
MAX_TERM_LENGTH = 200


class FacetQuestion(NamedTuple):
    """What is looked for: in which facet, by which words, and given which filters."""

    list_page: ListPage
    filters: IndexFilter
    parameter: str
    term: str

    def found(self) -> FoundChoices:
        """Return the choices that the words name, the largest first; without words all but those selected."""
        return self.filters.open_facets()[self.parameter].find(self.filters, SearchTerm(self.term.strip()))

    def suggestions(self, choices: list[FacetCount], note: str = "") -> list[Suggestion]:
        """Return the choices with what each would list, and the address at which it is selected beside the others."""
        listed, selected = reverse(f"people:{self.list_page.name}"), self.filters.cleaned.get(self.parameter, [])
        return [
            Suggestion(
                label,
                f"{self.list_page.noun.counted(number)}{note}",
                f"{listed}{self.filters.query(self.parameter, [*selected, value])}",
            )
            for value, label, number in choices
        ]


def read_question(request: HttpRequest, list_name: str) -> FacetQuestion | HttpResponse:
    """Return what the query string asks for, or the answer that says what is wrong with it."""
    listed = LISTS[list_name]
    parameter, term = request.GET.get(PARAMETER, ""), request.GET.get(TERM, "")
    problems = problems_of(listed, parameter, term)
    if problems:
        return bad_parameters(request, problems)
    filters = listed.filters(request.GET)
    return (
        FacetQuestion(listed, filters, parameter, term)
        if filters.is_valid()
        else invalid_filters_response(request, filters)
    )


def problems_of(listed: ListPage, parameter: str, term: str) -> list[ParameterError]:
    """Return what is wrong with the facet asked for, and with the words to find in it."""
    problems, known = [], listed.filters.open_facets()
    if parameter not in known:
        message = not_an_option(parameter) if parameter else gettext("This says which filter is meant.")
        problems.append(ParameterError(PARAMETER, message, list(known)))
    if len(term) > MAX_TERM_LENGTH:
        message = gettext("This may have at most %(most)s characters; it has %(number)s.")
        problems.append(ParameterError(TERM, message % {"most": MAX_TERM_LENGTH, "number": len(term)}, []))
    elif term.strip() and not is_searchable(term):
        problems.append(ParameterError(TERM, no_words_message(term), []))
    return problems


def choices(request: HttpRequest, list_name: str) -> HttpResponse:
    """List the choices of a long facet that the words in `term` name, with how many rows each would list."""
    question = read_question(request, list_name)
    if isinstance(question, HttpResponse):
        return question
    found = question.found()
    page = read_page(request, Paginator(found.choices, PAGE_SIZE))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    filters, parameter = question.filters, question.parameter
    context = {
        "list": question.list_page,
        "label": str(filters.filters[parameter].label),
        "parameter": parameter,
        "term": question.term,
        "total": page.paginator.count,
        "instead": found.substitutions,
        "choices": question.suggestions(list(page.object_list)),
        "selected": [one.label for one in filters.selected if one.parameter == parameter],
        "kept": filters.hidden_params,
        "back": f"{reverse(f'people:{list_name}')}{filters.query(PAGE, [])}",
        "unknown": [UnknownParameter(name, {}) for name in filters.unknown_params if name not in (PARAMETER, TERM)],
        "links": links_to_pages(page, lambda number: request_query(request, page=number if number != "1" else "")),
    }
    return render(request, "people/choices.html", context, using="jinja2")


def suggest_choices(request: HttpRequest, list_name: str) -> HttpResponse:
    """Return the options of a facet's combobox, as a part of a page."""
    question = read_question(request, list_name)
    if isinstance(question, HttpResponse):
        return question
    choices, reading = question.found()
    found = question.suggestions(choices[:MAX_SUGGESTIONS], substitution_note(reading.substitutions))
    words = reading.matched(one.title for one in found)
    return render(
        request, "people/_suggestions.html", {"suggestions": found, "mark": highlighter(words)}, using="jinja2"
    )
