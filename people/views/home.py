"""The overview: the questions that readers ask, the gallery, and figures."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from people.charts.counting import load_home_charts
from people.models import Person
from people.pages.lists import LISTS


class ExampleQuestion(NamedTuple):
    """A question of a reader, the list that answers it, and how long that list is."""

    words: str
    address: str
    number: int
    one: str
    many: str


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
    for words, list_name, query in QUESTIONS:
        listed = LISTS[list_name]
        filters = listed.filters(QueryDict(query))
        if filters.is_valid():
            address = f"{reverse(f'people:{list_name}')}?{query}"
            yield ExampleQuestion(words, address, filters.count(), listed.one, listed.many)
