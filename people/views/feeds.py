"""Feeds of changes: of everything, of a person, and of what a list lists."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import conditional_page

from people.exports.atom import ChangesFeed
from people.exports.recent_changes import everything, everything_about
from people.models import Person
from people.pages.entries import redirect_renamed_view
from people.pages.errors import bad_parameters_text, redirect_renamed_values
from people.pages.listing import strict_problems
from people.pages.lists import DOWNLOADS
from people.search.autocomplete import substitution_note


@conditional_page
def changes(request: HttpRequest) -> HttpResponse:
    """Send all changes as a feed."""
    return ChangesFeed(request, "Probe: changes", reverse("people:home"), everything())(request)


@conditional_page
def person_changes(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the changes that concern a person as a feed."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    title = f"Probe: changes about {person}"
    return ChangesFeed(request, title, person.get_absolute_url(), everything_about([person.pk]))(request)


@conditional_page
def list_changes(request: HttpRequest, list_name: str) -> HttpResponseBase:
    """Send the changes of what the query string lists as a feed; of people, all that concerns them."""
    downloads = DOWNLOADS[list_name]
    filters = downloads.filters(request.GET)
    problems = strict_problems(filters)
    if problems:
        return redirect_renamed_values(request, filters) or bad_parameters_text(problems)
    chosen = ", ".join(f"{one.title.lower()} {one.label}" for one in filters.selected)
    title = f"Probe: changes of {list_name}{f' ({chosen}{substitution_note(filters.substitutions)})' if chosen else ''}"
    address = f"{reverse(f'people:{list_name}')}{filters.query('page', [])}".rstrip("?")
    return ChangesFeed(request, title, address, downloads.changes(filters.ids))(request)
