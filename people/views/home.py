"""The overview: an answer with names, more questions that readers ask, the gallery, and figures."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from people.charts.counting import load_home_charts
from people.filters import PersonFilter
from people.index import CONTACT_KINDS, PeopleIndex, cached_per_version
from people.languages import Noun
from people.languages import gettext_lazy as _
from people.models import Meeting, Person
from people.pages.lists import LISTS

# The question that the overview answers by itself, and the filters of people that answer it.
ANSWERED_WORDS = _("Who in the campaign had contact with ambassador Kislyak?")
ANSWERED_QUERY = "role=campaign&contact=sergey-kislyak"
MAX_ANSWER_PEOPLE = 6
MAX_ANSWER_MEETINGS = 3  # of each


class ContactAnswer(NamedTuple):
    """A person on the list that answers, their first meetings with whom it is about, and how many more there are."""

    person: Person
    meetings: list[Meeting]
    more: int


class HomeAnswer(NamedTuple):
    """The first people on the list that answers the question, and how long that is."""

    people: list[ContactAnswer]
    number: int


class ExampleQuestion(NamedTuple):
    """A question of a reader, the list that answers it, and how long that list is."""

    words: Any
    address: str
    number: int
    noun: Noun


# Each question is a list page and its query string. One that names a choice which no longer exists is left out.
QUESTIONS = (
    (_("Who held a role in the campaign?"), "people", "role=campaign"),
    (_("Who held a role in the transition?"), "people", "role=transition"),
    (_("Who had contact with ambassador Kislyak?"), "people", "contact=sergey-kislyak"),
    (_("Which of them worked on the campaign?"), "people", "contact=sergey-kislyak&role=campaign"),
    (_("Who testified, or came to testify?"), "meetings", "kind=hearing"),
    (_("Which allegations have a reply?"), "allegations", "answered=answered"),
    (_("Which allegations go unanswered in the article?"), "allegations", "answered=unanswered"),
    (_("Who is pictured, with nothing more recorded?"), "people", "appears=pictured"),
)


def home(request: HttpRequest) -> HttpResponse:
    """Show the answer, the questions with the length of their answers, the gallery and the figures."""
    context = {
        "answer": load_answer(),
        "answered": ANSWERED_WORDS,
        "answer_address": f"{reverse('people:people')}?{ANSWERED_QUERY}",
        "questions": list(questions()),
        "gallery": Person.public.in_gallery().with_place(),
        "figures": load_home_charts(),
    }
    return render(request, "people/home.html", context, using="jinja2")


@cached_per_version
def load_answer(index: PeopleIndex) -> HomeAnswer | None:
    """Return what the overview answers, None where it names a choice that no longer exists."""
    filters = PersonFilter(QueryDict(ANSWERED_QUERY))
    if not filters.is_valid():
        return None
    met = contacts_of_each(index, filters)
    shown = {person: meetings[:MAX_ANSWER_MEETINGS] for person, meetings in met.items()}
    found = Meeting.public.with_citations().in_bulk(list(chain.from_iterable(shown.values())))
    answers = [
        ContactAnswer(
            person,
            [found[one] for one in shown[person.pk] if one in found],
            len(met[person.pk]) - len(shown[person.pk]),
        )
        for person in Person.public.told_apart().in_order(list(met))
    ]
    return HomeAnswer(answers, filters.count())


def contacts_of_each(index: PeopleIndex, filters: PersonFilter) -> dict[int, list[int]]:
    """Return the ids of each person's meetings with whom the filters name, of the first people on the list."""
    met = {person: list[int]() for person in filters.ids[:MAX_ANSWER_PEOPLE]}
    for meeting in index.meetings(filters.criteria["contact"], CONTACT_KINDS):
        for person in met.keys() & meeting.people:
            met[person].append(meeting.id)
    return met


def questions() -> Iterator[ExampleQuestion]:
    """Yield the questions whose choices exist, counted by the filter of the list that they lead to."""
    for words, list_name, query in QUESTIONS:
        listed = LISTS[list_name]
        filters = listed.filters(QueryDict(query))
        if filters.is_valid():
            address = f"{reverse(f'people:{list_name}')}?{query}"
            yield ExampleQuestion(words, address, filters.count(), listed.noun)
