"""The overview: the questions that readers ask, the gallery, and figures."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from people.charts.counting import load_home_charts
from people.filters import AllegationFilter, ListFilter, MeetingFilter, PersonFilter
from people.models import Allegation, Meeting, Person


class CountedList(NamedTuple):
    """A list page that questions lead to: its filter, what it lists, and how those are counted."""

    filters: type[ListFilter]
    rows: Any
    one: str
    many: str


class ExampleQuestion(NamedTuple):
    """A question of a reader, the list that answers it, and how long that list is."""

    words: str
    address: str
    number: int
    one: str
    many: str


LISTS = {
    "people": CountedList(PersonFilter, Person.public, "person", "people"),
    "meetings": CountedList(MeetingFilter, Meeting.public, "meeting", "meetings"),
    "allegations": CountedList(AllegationFilter, Allegation.public, "allegation", "allegations"),
}

# Each question is a list page and its query string. One that names a choice which no longer exists is left out.
QUESTIONS = (
    ("Who held a role in the campaign?", "people", "role=campaign"),
    ("Who held a role in the transition?", "people", "role=transition"),
    ("Who had contact with ambassador Kislyak?", "people", "contact=sergey-kislyak"),
    ("Which of them held a role in the campaign?", "people", "contact=sergey-kislyak&role=campaign"),
    ("Which hearings were there?", "meetings", "kind=hearing"),
    ("Which allegations have a reply?", "allegations", "answered=answered"),
    ("Which allegations go unanswered in the article?", "allegations", "answered=unanswered"),
)


def home(request: HttpRequest) -> HttpResponse:
    """Show the questions with the length of their answers, the gallery and the figures."""
    gallery = Person.public.in_gallery()
    context = {"questions": list(questions()), "gallery": gallery, "figures": load_home_charts()}
    return render(request, "people/home.html", context, using="jinja2")


def questions() -> Iterator[ExampleQuestion]:
    """Yield the questions whose choices exist, counted by the filter of the list that they lead to."""
    for words, page, query in QUESTIONS:
        noun = LISTS[page]
        filters = noun.filters(QueryDict(query), noun.rows.all())
        if filters.is_valid():
            address = f"{reverse(f'people:{page}')}?{query}"
            yield ExampleQuestion(words, address, filters.count(), noun.one, noun.many)
