"""The profile of a person."""

from collections.abc import Iterable
from itertools import chain
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from pyroaring import BitMap

from people.models import Person, Tie
from people.network.ego import draw_around
from people.querysets.loading import find_profile
from people.sets.people import PeopleSets
from people.sets.reading import people_sets
from people.views.entries import cited_by, moved
from people.views.exports import profile_metadata
from people.views.network import choosable

# So many meetings and allegations are shown; who has more is a link away from all of them.
MAX_SHOWN = 50


class Glance(NamedTuple):
    """The figures of a profile: people in contact, allegations, those answered, and lines of the page."""

    people: int
    allegations: int
    answered: int
    lines: int
    sourced: int

    @property
    def replies(self) -> str:
        """Return in words how many of the allegations are answered."""
        if not self.answered:
            return "no reply recorded"
        return "answered" if self.answered == self.allegations else f"{self.answered} answered"


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the sources say of the person."""
    found = find_profile(slug, MAX_SHOWN)
    if found is None:
        return moved(request, Person.public, slug)
    sets = people_sets()
    others = [one for one in choosable(sets) if one != found]
    metadata = profile_metadata(request, found)
    context = profile(found, sets) | place_in_gallery(found, sets) | metadata | {"others": others}
    return render(request, "people/person.html", context, using="jinja2")


def profile(person: Person, sets: PeopleSets) -> dict[str, Any]:
    """Return what the template prints; everything that the page shows is at hand."""
    number = sets.numbering.number(person.pk)
    meetings = list(person.meetings.all())
    contacts = person.contact_meetings
    lines = list(person.lines())
    ties = [end.tie for end in person.ties]
    return {
        "person": person,
        "ego": draw_around(person, contacts, ties, len(joined(sets, number, ties))),
        "contacts": contacts,
        "occasions": [meeting for meeting in meetings if meeting not in contacts],
        "meetings_shown": len(meetings),
        "allegations_shown": len(person.allegations.all()),
        "glance": glance(person, sets, number, lines),
        "unmentioned": unmentioned(person),
        "description": describe(person),
        "cited": cited_by(chain([person], lines)),
    }


def joined(sets: PeopleSets, number: int, ties: Iterable[Tie]) -> BitMap:
    """Return the numbers of all to whom contacts or one of the ties join the person with that number."""
    tied = sets.numbering.numbers(key for tie in ties for key in (tie.from_person_id, tie.to_person_id))
    others = sets.contacts.beside(number) | BitMap(tied)
    others.discard(number)
    return others


def place_in_gallery(person: Person, sets: PeopleSets) -> dict[str, Any]:
    """Return the figures before and after the person, and the last one; None where there is none."""
    keys, number, last = sets.numbering.keys, sets.numbering.number(person.pk), sets.numbering.in_gallery
    if not 0 < number <= last:
        return {"previous": None, "next": None, "last": None}
    places = {"previous": keys[number - 1], "next": keys[number + 1] if number < last else 0, "last": keys[last]}
    figures = Person.public.in_bulk(places.values())
    return {place: figures.get(key) for place, key in places.items()}


def glance(person: Any, sets: PeopleSets, number: int, lines: list[Any]) -> Glance:
    """Return the figures of the profile of the person, who has that number among the sets."""
    return Glance(
        people=sets.contacts.count(number),
        allegations=person.allegation_count,
        answered=count_answered(person, sets, number),
        lines=len(lines),
        sourced=sum(1 for line in lines if line.passages.all()),
    )


def count_answered(person: Any, sets: PeopleSets, number: int) -> int:
    """Return to how many of the allegations the person replies; all replies of theirs to those shown are loaded."""
    shown = person.allegations.all()
    if person.allegation_count > len(shown):
        return sets.allegations.answered[number]
    return sum(1 for one in shown if any(reply.person_id == person.pk for reply in one.responses.all()))


def describe(person: Person) -> str:
    """Return what search engines and share cards say of the page: of allegations only where there are any."""
    who = f"{person}. {person.description}." if person.description else f"{person}."
    names = {"allegations": "allegations and any replies", "other connections": "connections"}
    recorded = [names.get(name, name) for name, entries in lists(person).items() if entries]
    if person.statements.all():
        recorded.append("other facts")
    if not recorded:
        return f"{who} Nothing more is recorded here."
    return f"{who} Recorded here, each with the sentence it rests on: {', '.join(recorded)}."


def unmentioned(person: Person) -> list[str]:
    """Return of what nothing is recorded, in the order of the page; statements are no such thing."""
    return [name for name, entries in lists(person).items() if not entries]


def lists(person: Person) -> dict[str, Any]:
    """Return the lists of the page by their names, in its order; everything but statements."""
    return {
        "roles": person.roles.all(),
        "meetings": person.meetings.all(),
        "allegations": person.allegations.all(),
        "other connections": person.ties,
    }
