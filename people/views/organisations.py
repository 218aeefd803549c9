"""The page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.models import Meeting, Organisation, Role
from people.models.base import address
from people.pages.entries import cited_by, redirect_renamed
from people.pages.mentions import citing, mention
from people.querysets.mentioned import first_mentions
from people.querysets.mentions import load_mentions

# Roles and meetings that the page shows; the lists of people and meetings have the others.
MAX_SHOWN = 100


def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who held a job at the organisation, which meetings it held, and what names it: the first of many."""
    found = Organisation.public.filter(slug=slug).first()
    if found is None:
        return redirect_renamed(request, Organisation.public, slug)
    held, met = Role.public.filter(organisation=found), Meeting.public.filter(organisation=found)
    roles, meetings = list(held.for_organisation()[:MAX_SHOWN]), list(met.for_list()[:MAX_SHOWN])
    naming, is_cut = first_mentions(found)
    load_mentions(meetings)
    context = {
        "organisation": found,
        "roles": roles,
        "more_roles": held.count() - len(roles) if len(roles) == MAX_SHOWN else 0,
        "meetings": meetings,
        "more_meetings": met.count() - len(meetings) if len(meetings) == MAX_SHOWN else 0,
        "mentions": [mention(one) for one in naming],
        "mentions_page": address("organisation-mentions", slug) if is_cut else "",
        "cited": cited_by([*roles, *meetings, *citing(naming)]),
    }
    return render(request, "people/organisation.html", context, using="jinja2")
