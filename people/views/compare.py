"""Two to four people side by side: jobs, contacts in common, ties between them, allegations with replies."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from people.dates import time_order
from people.filters import ComparisonFilter
from people.filters.comparison import COMPARED, MOST
from people.index import PeopleIndex, get_index
from people.models import Meeting, Person, Tie
from people.pages.entries import MAX_SHOWN, cited_by
from people.pages.errors import invalid_filters_response
from people.querysets.mentions import load_mentions
from people.querysets.sides import load_first_allegations
from people.search.autocomplete import Suggestion, suggest_people
from people.search.highlighting import highlighter
from people.vocabulary import TieKind


class Side(NamedTuple):
    """A person who is compared, and the query string that leaves them out."""

    person: Person
    query: str


class UnreadName(NamedTuple):
    """What was typed for a person and is nobody's name, or several people's, who are offered."""

    typed: str
    meant: list[Suggestion]


class Shared(NamedTuple):
    """Somebody else whom several of the people had contact with: for each of these, their meetings."""

    person: Person
    met: list[tuple[Person, list[Meeting]]]


class ComparedTie(NamedTuple):
    """A tie between two of the people, and what leads from its first to its second person, in words."""

    words: str
    tie: Tie


def compare(request: HttpRequest) -> HttpResponse:
    """Show the people whom the query string names side by side; with fewer than two, ask for somebody else."""
    filters = ComparisonFilter(request.GET)
    if not filters.is_valid():
        return unread_names(request, filters)
    people = load_people(filters)
    load_first_allegations(people, MAX_SHOWN)
    index = get_index()
    context = comparison(people) | {
        **chosen(filters, people),
        "more_allegations": {person: more_allegations(person, index) for person in people},
        "unread": [],
    }
    return render(request, "people/compare.html", context, using="jinja2")


def unread_names(request: HttpRequest, filters: ComparisonFilter) -> HttpResponse:
    """Return the page that offers whom unknown names may mean, with status 400, or what answers other faults."""
    people = load_people(filters)
    known = {person.slug for person in people}
    unknown = [value for value in filters.compared if value not in known]
    if filters.redirect_query or not unknown or len(filters.compared) > MOST:
        return invalid_filters_response(request, filters)
    context = comparison([]) | chosen(filters, people) | {"more_allegations": {}}
    context["unread"] = [unread_name(filters, value) for value in unknown]
    return render(request, "people/compare.html", context, status=400, using="jinja2")


def unread_name(filters: ComparisonFilter, value: str) -> UnreadName:
    """Return what was typed, with those who may be meant by it."""
    typed = filters.names.get(value, value)
    return UnreadName(typed, suggest_people(typed, lambda person: filters.query_with(value, person.slug)).found)


def suggest_compared(request: HttpRequest) -> HttpResponse:
    """Return the options of the box that adds somebody: the last value is what is typed, the others are chosen."""
    *kept, typed = request.GET.getlist(COMPARED) or [""]
    filters = ComparisonFilter(QueryDict(urlencode({COMPARED: kept}, doseq=True)))
    found, words = suggest_people(
        typed, lambda person: f"{reverse('people:compare')}{filters.query_with('', person.slug)}"
    )
    context = {"suggestions": found, "mark": highlighter(words)}
    return render(request, "people/_suggestions.html", context, using="jinja2")


def load_people(filters: ComparisonFilter) -> list[Person]:
    """Return the people to compare, in the order of the query string, with all that is told of them."""
    loaded = {person.slug: person for person in filters.people.with_place().for_comparison()}
    return [loaded[slug] for slug in filters.compared if slug in loaded]


def chosen(filters: ComparisonFilter, people: list[Person]) -> dict[str, Any]:
    """Return who is chosen, and whether there is room for somebody else."""
    return {
        "sides": [Side(person, filters.query_dropping(COMPARED, person.slug)) for person in people],
        "chosen": people,
        "can_add": len(people) < MOST,
        "unknown": filters.unknown,
    }


def comparison(people: Sequence[Person]) -> dict[str, Any]:
    """Return what the template prints of the people; everything that they have is prefetched."""
    contacts = {person: person.contact_meetings for person in people}
    meetings, others, ties = together(contacts), shared(contacts), list(ties_between(people))
    more = max(len(others) - MAX_SHOWN, 0)
    del others[MAX_SHOWN:]
    allegations = [one for person in people for one in person.allegations.all()]
    load_mentions(chain(meetings, (one.tie for one in ties), allegations))
    lines: Iterable[Any] = chain(
        people,
        meetings,
        (meeting for one in others for _, met in one.met for meeting in met),
        (one.tie for one in ties),
        (line for person in people for line in own_lines(person)),
    )
    return {
        "people": people,
        "together": meetings,
        "shared": others,
        "more_shared": more,
        "ties": ties,
        "allegations": allegations,
        "cited": cited_by(lines),
    }


def together(contacts: dict[Person, list[Meeting]]) -> list[Meeting]:
    """Return the meetings in which several of the people took part, in order of time."""
    found = {meeting for met in contacts.values() for meeting in met if len(contacts.keys() & meeting.participants) > 1}
    return sorted(found, key=in_time)


def shared(contacts: dict[Person, list[Meeting]]) -> list[Shared]:
    """Return whom several of the people had contact with, who met the most of them first, then by name."""
    met: dict[Person, dict[Person, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for person, meetings in contacts.items():
        for meeting in meetings:
            for other in set(meeting.participants) - contacts.keys():
                met[other][person].append(meeting)
    several = [Shared(other, list(by.items())) for other, by in met.items() if len(by) > 1]
    return sorted(several, key=lambda one: (-len(one.met), one.person.sort_key, one.person.pk))


def ties_between(people: Sequence[Person]) -> Iterator[ComparedTie]:
    """Yield the ties that lead from one of the people to another."""
    for person in people:
        for tie in person.ties_from.all():
            if tie.to_person in people:
                yield ComparedTie(TieKind(tie.kind).verb, tie)


def more_allegations(person: Person, index: PeopleIndex) -> int:
    """Return how many allegations there are against the person besides those that are prefetched."""
    return max(index.summary_counts(person.pk).allegations - len(person.allegations.all()), 0)


def own_lines(person: Person) -> Iterator[Any]:
    """Yield the roles of the person, what is alleged against them, what is answered and what became of it."""
    allegations = list(person.allegations.all())
    beside = (part for one in allegations for part in (*one.responses.all(), *one.outcomes.all()))
    return chain(person.roles.all(), allegations, beside)


def in_time(meeting: Meeting) -> tuple[dt.date, dt.date, str, int]:
    """Return by what meetings are put in order of time, those without a date last."""
    return (*time_order(meeting.date_earliest, meeting.date_latest), meeting.sort_key, meeting.pk)
