"""The list of meetings, and one meeting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import MeetingFilter
from people.models import Meeting
from people.querysets.participants import load_participants
from people.views.entries import cited_by, moved
from people.views.listing import refused, render_list


def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings that the query string asks for, in order of time."""
    filters = MeetingFilter(request.GET)
    if not filters.is_valid():
        return refused(request, filters)
    return render_list(request, "people/meetings.html", filters, filters.ids, load, facets=filters.build_facets())


def load(keys: list[int]) -> list[Any]:
    """Return the meetings that have the keys, each with its first participants."""
    found: list[Any] = Meeting.public.select_related("organisation").with_citations().in_order(keys)
    load_participants((one, None) for one in found)
    return found


def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who took part in the meeting, and what the sources say of it."""
    found = Meeting.public.for_list().filter(slug=slug).first()
    if found is None:
        return moved(request, Meeting.public, slug)
    return render(request, "people/meeting.html", {"meeting": found, "cited": cited_by([found])}, using="jinja2")
