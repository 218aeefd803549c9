"""The profile of a person."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override

from people.exports.jsonld import embedded, profile_document
from people.index import PeopleIndex, SummaryCounts, get_index
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Person, Tie
from people.models.base import address
from people.network.ego import draw_around
from people.pages.entries import MAX_SHOWN, cited_by, redirect_renamed
from people.pages.mentions import citing, mention
from people.querysets.loading import find_profile
from people.querysets.mentioned import first_mentions
from people.querysets.mentions import load_profile_mentions
from people.requests import site_url

# The lists of the page by their names, and how a description calls them where that is otherwise.
JOBS, MEETINGS, ALLEGATIONS, CONNECTIONS = _("jobs"), _("meetings"), _("allegations"), _("other connections")
DESCRIBED_LISTS = {ALLEGATIONS: _("allegations and any replies"), CONNECTIONS: _("connections")}


class ProfileCounts(NamedTuple):
    """The figures of a profile: people in contact, allegations, those answered, and lines of the page."""

    people: int
    allegations: int
    answered: int
    lines: int


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the sources say of the person."""
    found = find_profile(slug, MAX_SHOWN)
    if found is None:
        return redirect_renamed(request, Person.public, slug)
    index = get_index()
    load_profile_mentions(found)
    naming, is_cut = first_mentions(found)
    context = (
        profile(found, index, naming)
        | place_in_gallery(found, index)
        | profile_metadata(request, found)
        | {"mentions_page": address("person-mentions", found.slug) if is_cut else ""}
    )
    return render(request, "people/person.html", context, using="jinja2")


def profile(person: Person, index: PeopleIndex, naming: list[Any]) -> dict[str, Any]:
    """Return what the template prints of the person, and of entries that name them; all of it is prefetched."""
    meetings = list(person.meetings.all())
    contacts = person.contact_meetings
    lines = list(person.lines())
    ties = [end.tie for end in person.ties]
    return {
        "person": person,
        "ego": draw_around(person, contacts, ties, len(joined(person, index, ties)), index.categories),
        "contacts": contacts,
        "other_meetings": [meeting for meeting in meetings if meeting not in contacts],
        "meetings_shown": len(meetings),
        "allegations_shown": len(person.allegations.all()),
        "summary_counts": summary_counts(person, index.summary_counts(person.pk), lines),
        "empty_sections": empty_sections(person),
        "description": describe(person),
        "mentions": [mention(one) for one in naming],
        "cited": cited_by(chain([person], lines, citing(naming))),
    }


def profile_metadata(request: HttpRequest, person: Any) -> dict[str, Any]:
    """Return what a profile's page carries for programs, and the day of its last change; everything is prefetched."""
    with override(settings.LANGUAGE_CODE):
        document = embedded(profile_document(person, site_url(request)))
    return {"linked_data": document, "changed": timezone.localdate(person.updated_at)}


def joined(person: Person, index: PeopleIndex, ties: Iterable[Tie]) -> set[int]:
    """Return the ids of all to whom contacts or one of the ties join the person."""
    tied = {one for tie in ties for one in (tie.from_person_id, tie.to_person_id)}
    return (index.neighbours(person.pk) | tied) - {person.pk}


def place_in_gallery(person: Person, index: PeopleIndex) -> dict[str, Any]:
    """Return the figures before and after the person; None where there is none."""
    place = index.gallery_place(person.pk)
    if place is None:
        return {"previous": None, "next": None}
    figures = Person.public.in_bulk(place)
    return {name: figures.get(one) for name, one in place._asdict().items()}


def summary_counts(person: Any, counts: SummaryCounts, lines: list[Any]) -> ProfileCounts:
    """Return the figures of the profile of the person, of whom the index has those counts."""
    return ProfileCounts(
        people=counts.contacts,
        allegations=person.allegation_count,
        answered=count_answered(person, counts),
        lines=len(lines),
    )


def count_answered(person: Any, counts: SummaryCounts) -> int:
    """Return to how many of the allegations the person replies; all replies of theirs to those shown are loaded."""
    shown = person.allegations.all()
    if person.allegation_count > len(shown):
        return counts.answered
    return sum(
        1 for one in shown if any(reply.person_id == person.pk and reply.is_answer for reply in one.responses.all())
    )


def describe(person: Person) -> str:
    """Return what search engines and share cards say of the page: of allegations only where there are any."""
    who = f"{person}. {person.description}." if person.description else f"{person}."
    recorded = [DESCRIBED_LISTS.get(name, name) for name, entries in lists(person).items() if entries]
    if person.all_statements:
        recorded.append(_("other facts"))
    if not recorded:
        return f"{who} {gettext('Nothing more is recorded here.')}"
    said = gettext("Recorded here, each with the sentence it rests on: %(lists)s.")
    return f"{who} {said % {'lists': ', '.join(map(str, recorded))}}"


def empty_sections(person: Person) -> list[str]:
    """Return of what nothing is recorded, in the order of the page; statements are no such thing."""
    return [str(name) for name, entries in lists(person).items() if not entries]


def lists(person: Person) -> dict[Any, Any]:
    """Return the lists of the page by their names, in its order; everything but statements."""
    return {
        JOBS: person.roles.all(),
        MEETINGS: person.meetings.all(),
        ALLEGATIONS: person.allegations.all(),
        CONNECTIONS: person.ties,
    }
