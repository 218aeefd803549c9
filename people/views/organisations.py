"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.models import Meeting, Organisation, Role
from people.pages.entries import cited_by, redirect_renamed

# Roles and meetings that the page shows; the lists of people and meetings have the others.
MAX_SHOWN = 100


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who held a post at the organisation, and which meetings it held: the first ones where there are many."""
    found = Organisation.public.filter(slug=slug).first()
    if found is None:
        return redirect_renamed(request, Organisation.public, slug)
    held, met = Role.public.filter(organisation=found), Meeting.public.filter(organisation=found)
    roles, meetings = list(held.for_organisation()[:MAX_SHOWN]), list(met.for_list()[:MAX_SHOWN])
    context = {
        "organisation": found,
        "roles": roles,
        "more_roles": held.count() - len(roles) if len(roles) == MAX_SHOWN else 0,
        "meetings": meetings,
        "more_meetings": met.count() - len(meetings) if len(meetings) == MAX_SHOWN else 0,
        "cited": cited_by([*roles, *meetings]),
    }
    return render(request, "people/organisation.html", context, using="jinja2")
