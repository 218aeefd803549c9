"""What a long facet offers, to be found by name: as a page, and as what a combobox suggests."""

from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from people.filters import (
    PAGE,
    AllegationFilter,
    IndexFilter,
    MeetingFilter,
    NetworkFilter,
    ParameterError,
    PeoplePageFilter,
    TimelineFilter,
)
from people.filters.facets import FoundChoices, SearchTerm
from people.index import FacetCount
from people.search.marking import marker
from people.search.suggesting import MOST, Suggestion, note
from people.search.words import is_searchable, without_words
from people.views.errors import bad_parameters
from people.views.listing import PAGE_SIZE, links_to_pages, read_page, refused
from people.views.search import query

PARAMETER = "parameter"
TERM = "term"
LONGEST = 200


class FacetedList(NamedTuple):
    """A list with open facets: what reads its query string, and what one row and many are."""

    filters: type[IndexFilter]
    one: str
    many: str


LISTS = {
    "people": FacetedList(PeoplePageFilter, "person", "people"),
    "meetings": FacetedList(MeetingFilter, "meeting", "meetings"),
    "allegations": FacetedList(AllegationFilter, "allegation", "allegations"),
    "network": FacetedList(NetworkFilter, "person", "people"),
    "timeline": FacetedList(TimelineFilter, "entry", "entries"),
}


class Question(NamedTuple):
    """What is looked for: in which facet, by which words, and given which filters."""

    noun: str
    listing: FacetedList
    filters: IndexFilter
    parameter: str
    term: str

    def found(self) -> FoundChoices:
        """Return the choices that the words name, the largest first; without words all but those selected."""
        return self.filters.open_facets()[self.parameter].find(self.filters, SearchTerm(self.term.strip()))

    def suggestions(self, choices: list[FacetCount], note: str = "") -> list[Suggestion]:
        """Return the choices with what each would list, and the address at which it is selected beside the others."""
        listed, selected = reverse(f"people:{self.noun}"), self.filters.cleaned.get(self.parameter, [])
        return [
            Suggestion(
                label,
                f"{number:,} {self.listing.one if number == 1 else self.listing.many}{note}",
                f"{listed}{self.filters.query(self.parameter, [*selected, value])}",
            )
            for value, label, number in choices
        ]


def read_question(request: HttpRequest, noun: str) -> Question | HttpResponse:
    """Return what the query string asks for, or the answer that says what is wrong with it."""
    listing = LISTS[noun]
    parameter, term = request.GET.get(PARAMETER, ""), request.GET.get(TERM, "")
    problems = problems_of(listing, parameter, term)
    if problems:
        return bad_parameters(request, problems)
    filters = listing.filters(request.GET)
    return Question(noun, listing, filters, parameter, term) if filters.is_valid() else refused(request, filters)


def problems_of(listing: FacetedList, parameter: str, term: str) -> list[ParameterError]:
    """Return what is wrong with the facet asked for, and with the words to find in it."""
    problems, known = [], listing.filters.open_facets()
    if parameter not in known:
        message = f"“{parameter}” is none of the choices." if parameter else "This says which facet is meant."
        problems.append(ParameterError(PARAMETER, message, list(known)))
    if len(term) > LONGEST:
        problems.append(ParameterError(TERM, f"This may have at most {LONGEST} characters; it has {len(term)}.", []))
    elif term.strip() and not is_searchable(term):
        problems.append(ParameterError(TERM, without_words(term), []))
    return problems


def choices(request: HttpRequest, noun: str) -> HttpResponse:
    """List the choices of a long facet that the words in `term` name, with how many rows each would list."""
    question = read_question(request, noun)
    if isinstance(question, HttpResponse):
        return question
    found = question.found()
    page = read_page(request, Paginator(found.choices, PAGE_SIZE))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    filters, parameter = question.filters, question.parameter
    context = {
        "noun": noun,
        "many": question.listing.many,
        "label": str(filters.filters[parameter].label),
        "parameter": parameter,
        "term": question.term,
        "total": page.paginator.count,
        "instead": found.instead,
        "choices": question.suggestions(list(page.object_list)),
        "selected": [one.label for one in filters.selected if one.parameter == parameter],
        "kept": filters.hidden_params,
        "back": f"{reverse(f'people:{noun}')}{filters.query(PAGE, [])}",
        "unknown": [name for name in filters.unknown_params if name not in (PARAMETER, TERM)],
        "links": links_to_pages(page, lambda number: query(request, page=number if number != "1" else "")),
    }
    return render(request, "people/choices.html", context, using="jinja2")


def suggest_choices(request: HttpRequest, noun: str) -> HttpResponse:
    """Return the options of a facet's combobox, as a part of a page."""
    question = read_question(request, noun)
    if isinstance(question, HttpResponse):
        return question
    choices, reading = question.found()
    found = question.suggestions(choices[:MOST], note(reading.instead))
    words = reading.matched(one.title for one in found)
    return render(request, "people/_suggestions.html", {"suggestions": found, "mark": marker(words)}, using="jinja2")
