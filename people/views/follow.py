"""What it means to follow changes, of everything or of a person, and what changed last."""

import datetime as dt
from itertools import groupby
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override

from people.exports.recent_changes import ChangedEntry, everything, everything_about, latest_changes
from people.exports.text import without_edtf
from people.languages import address_in_current_language
from people.models import Person
from people.models.base import address
from people.pages.entries import redirect_renamed_view


class DayOfChanges(NamedTuple):
    """A day, and what was added or last changed on it, the latest first."""

    day: dt.date
    entries: list[ChangedEntry]


def follow(request: HttpRequest) -> HttpResponse:
    """Explain how to follow everything, and list what changed last."""
    return follow_page(request, None, address("changes"), everything())


def follow_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Explain how to follow a person, and list what changed last of what concerns them."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    return follow_page(request, person, address("person-changes", slug), everything_about([person.pk]))


def follow_page(request: HttpRequest, person: Person | None, feed: str, entries: list[Any]) -> HttpResponse:
    """Return the page about the feed at that address, with what it holds."""
    # They are told as in the feed, which is in English.
    with override(settings.LANGUAGE_CODE):
        told = latest_changes(entries)
    changed = [
        one._replace(lines=list(map(without_edtf, one.lines)), address=address_in_current_language(one.address))
        for one in told
    ]
    days = [DayOfChanges(day, list(those)) for day, those in groupby(changed, local_day)]
    return render(request, "people/follow.html", {"person": person, "feed": feed, "days": days}, using="jinja2")


def local_day(entry: ChangedEntry) -> dt.date:
    """Return the day on which the entry changed."""
    return timezone.localdate(entry.updated_at)
