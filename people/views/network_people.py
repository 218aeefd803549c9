"""What is suggested where a person of the network is typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from people.filters import NetworkFilter, ParameterError, PathFilter
from people.languages import gettext
from people.models import Person
from people.pages.errors import bad_parameters
from people.search.autocomplete import suggest_people
from people.search.highlighting import highlighter

PARAMETER = "parameter"
# Which parameters of a page take a person.
NAMED = {"network": NetworkFilter.naming, "path": PathFilter.naming}


def suggest_person(request: HttpRequest, page_name: str) -> HttpResponse:
    """Return the options of a box that takes a person, each with the address of the page that shows them."""
    parameter, choices = request.GET.get(PARAMETER, ""), NAMED[page_name]
    if parameter not in choices:
        return bad_parameters(
            request, [ParameterError(PARAMETER, gettext("This says which person is meant."), list(choices))]
        )
    others = request.GET.copy()
    for name in (PARAMETER, parameter):
        others.pop(name, None)

    def address(person: Person) -> str:
        chosen = others.copy()
        chosen[parameter] = person.slug
        return f"{reverse(f'people:{page_name}')}?{chosen.urlencode()}"

    found, words = suggest_people(request.GET.get(parameter, ""), address)
    context = {"suggestions": found, "mark": highlighter(words)}
    return render(request, "people/_suggestions.html", context, using="jinja2")
