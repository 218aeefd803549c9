"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.models import Organisation
from people.views.entries import cited_by, moved


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who held a post at the organisation, and which meetings it held."""
    found = Organisation.public.for_profile().filter(slug=slug).first()
    if found is None:
        return moved(request, Organisation.public, slug)
    cited = cited_by([*found.roles.all(), *found.meetings.all()])
    return render(request, "people/organisation.html", {"organisation": found, "cited": cited}, using="jinja2")
