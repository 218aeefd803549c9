"""The page of a meeting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.models import Meeting
from people.pages.entries import cited_by, redirect_renamed
from people.querysets.mentions import load_mentions


def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who took part in the meeting, and what the sources say of it."""
    found = Meeting.public.for_list().filter(slug=slug).first()
    if found is None:
        return redirect_renamed(request, Meeting.public, slug)
    load_mentions([found])
    return render(request, "people/meeting.html", {"meeting": found, "cited": cited_by([found])}, using="jinja2")
