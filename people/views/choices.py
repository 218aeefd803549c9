"""What a long facet offers, to be found by name: as a page, and as what a combobox suggests."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from people.facets import LONG_OF_ENTRIES, LONG_OF_PEOPLE, Counted, FoundChoices, Term, find_choices
from people.filters import (
    PAGE,
    AllegationFilter,
    ListFilter,
    MeetingFilter,
    NetworkFilter,
    PeoplePageFilter,
    Problem,
    TimelineFilter,
)
from people.models import Allegation, Meeting, Person
from people.search.autocomplete import MAX_SUGGESTIONS, Suggestion, substitution_note
from people.search.highlighting import highlighter
from people.search.words import is_searchable, no_words_message
from people.views.errors import bad_parameters
from people.views.listing import PAGE_SIZE, links_to_pages, read_page, refused
from people.views.search import query

PARAMETER = "parameter"
TERM = "term"
LONGEST = 200


class FacetedList(NamedTuple):
    """A list with long facets: what reads its query string, what counts each facet, and what one row and many are."""

    read: Callable[[QueryDict], ListFilter]
    counted: dict[str, Callable[[Any, Term], list[Counted]]]
    one: str
    many: str


LISTS = {
    "people": FacetedList(lambda data: PeoplePageFilter(data, Person.public.all()), LONG_OF_PEOPLE, "person", "people"),
    "meetings": FacetedList(
        lambda data: MeetingFilter(data, Meeting.public.all()), LONG_OF_ENTRIES, "meeting", "meetings"
    ),
    "allegations": FacetedList(
        lambda data: AllegationFilter(data, Allegation.public.all()), LONG_OF_ENTRIES, "allegation", "allegations"
    ),
    "network": FacetedList(lambda data: NetworkFilter(data, Person.public.all()), LONG_OF_PEOPLE, "person", "people"),
    "timeline": FacetedList(TimelineFilter, LONG_OF_ENTRIES, "entry", "entries"),
}


class Question(NamedTuple):
    """What is looked for: in which facet, by which words, and given which filters."""

    noun: str
    listing: FacetedList
    filters: ListFilter
    parameter: str
    term: str

    def found(self) -> FoundChoices:
        """Return the choices that the words name, the largest first; without words all but those selected."""
        term = Term(self.term.strip())
        everything = self.listing.counted[self.parameter](self.filters, term)
        return find_choices(self.filters, self.parameter, everything, term)

    def suggestions(self, choices: list[Counted], note: str = "") -> list[Suggestion]:
        """Return the choices with what each would list, and the address at which it is selected beside the others."""
        listed, selected = reverse(f"people:{self.noun}"), self.filters.given.get(self.parameter, [])
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
    filters = listing.read(request.GET)
    return Question(noun, listing, filters, parameter, term) if filters.is_valid() else refused(request, filters)


def problems_of(listing: FacetedList, parameter: str, term: str) -> list[Problem]:
    """Return what is wrong with the facet asked for, and with the words to find in it."""
    problems = []
    if parameter not in listing.counted:
        message = f"“{parameter}” is none of the choices." if parameter else "This says which facet is meant."
        problems.append(Problem(PARAMETER, message, list(listing.counted)))
    if len(term) > LONGEST:
        problems.append(Problem(TERM, f"This may have at most {LONGEST} characters; it has {len(term)}.", []))
    elif term.strip() and not is_searchable(term):
        problems.append(Problem(TERM, no_words_message(term), []))
    return problems


def choices(request: HttpRequest, noun: str) -> HttpResponse:
    """List the choices of a long facet that the words in `term` name, with how many rows each would list."""
    question = read_question(request, noun)
    if isinstance(question, HttpResponse):
        return question
    found = question.found()
    page = read_page(request, Paginator(found.choices, PAGE_SIZE))
    if isinstance(page, Problem):
        return bad_parameters(request, [page])
    filters, parameter = question.filters, question.parameter
    context = {
        "noun": noun,
        "many": question.listing.many,
        "label": str(filters.filters[parameter].label),
        "parameter": parameter,
        "term": question.term,
        "total": page.paginator.count,
        "instead": found.substitutions,
        "choices": question.suggestions(list(page.object_list)),
        "selected": [one.label for one in filters.selected if one.parameter == parameter],
        "kept": filters.kept,
        "back": f"{reverse(f'people:{noun}')}{filters.query(PAGE, [])}",
        "unknown": [name for name in filters.unknown if name not in (PARAMETER, TERM)],
        "links": links_to_pages(page, lambda number: query(request, page=number if number != "1" else "")),
    }
    return render(request, "people/choices.html", context, using="jinja2")


def suggest_choices(request: HttpRequest, noun: str) -> HttpResponse:
    """Return the options of a facet's combobox, as a part of a page."""
    question = read_question(request, noun)
    if isinstance(question, HttpResponse):
        return question
    choices, reading = question.found()
    found = question.suggestions(choices[:MAX_SUGGESTIONS], substitution_note(reading.substitutions))
    words = reading.matched(one.title for one in found)
    return render(
        request, "people/_suggestions.html", {"suggestions": found, "mark": highlighter(words)}, using="jinja2"
    )
