"""Everything as Popolo (popoloproject.com): people, organisations, memberships and events.

Popolo has no class for an allegation, its answers, a tie or a statement; they stand beside, under names of our own,
which its readers skip. Where a date says more than Popolo's dates can, its EDTF text stands beside it.
"""

from collections.abc import Iterator

from people.exports.dates import span
from people.exports.streaming import in_chunks, json_object
from people.exports.text import role_title
from people.models import Allegation, Meeting, Organisation, Person, Role, Sourced, Statement, Tie
from people.serializers.allegation import AllegationSerializer, StatementSerializer


def popolo(site: str) -> Iterator[str]:
    """Yield the JSON document."""
    allegation = AllegationSerializer(context={"site": site}).to_representation
    return json_object(
        {
            "persons": (person(one, site) for one in in_chunks(Person.public.by_name().with_names())),
            "organizations": (organization(one, site) for one in in_chunks(Organisation.public.by_name())),
            "memberships": (membership(one, site) for one in in_chunks(Role.public.for_export())),
            "events": (event(one, site) for one in in_chunks(Meeting.public.for_export())),
            "ties": (tie(one, site) for one in in_chunks(Tie.public.for_export())),
            "allegations": map(allegation, in_chunks(Allegation.public.for_export())),
            "statements": statements(),
        }
    )


def person(person: Person, site: str) -> dict[str, object]:
    """Return a Person; one whom no source names has no name."""
    return {
        "id": person.slug,
        "name": person.name or None,
        "other_names": [{"name": alias.name} for alias in person.aliases.all()],
        "sort_name": person.sort_name,
        "summary": person.description or None,
        "biography": person.summary or None,
        "image": f"{site}{person.portrait.url}" if person.portrait else None,
        "links": [{"url": f"{site}{person.get_absolute_url()}", "note": "Profile"}],
        "kind": person.kind,
        **_record(person, site),
    }


def organization(organisation: Organisation, site: str) -> dict[str, object]:
    """Return an Organization."""
    return {
        "id": organisation.slug,
        "name": organisation.name,
        "classification": organisation.get_kind_display(),
        "links": [{"url": f"{site}{organisation.get_absolute_url()}", "note": "Page"}],
        "updated_at": organisation.updated_at.isoformat(),
    }


def membership(role: Role, site: str) -> dict[str, object]:
    """Return a Membership; of a post without an organisation, one that names none."""
    return {
        "id": role.slug,
        "label": str(role),
        "role": role_title(role),
        "person_id": role.person.slug,
        "organization_id": role.organisation.slug if role.organisation else None,
        "start_date": span(role.start).start or None,
        "end_date": span(role.end).start or None,
        "start_date_edtf": role.start or None,
        "end_date_edtf": role.end or None,
        "category": role.category or None,
        "tenure": role.tenure or None,
        **_record(role, site),
    }


def event(meeting: Meeting, site: str) -> dict[str, object]:
    """Return an Event."""
    when = span(meeting.date)
    return {
        "id": meeting.slug,
        "name": meeting.title,
        "description": meeting.summary or None,
        "classification": meeting.get_kind_display(),
        "start_date": when.start or None,
        "end_date": when.end or None,
        "date_edtf": meeting.date or None,
        "location": meeting.place or None,
        "organization_id": meeting.organisation.slug if meeting.organisation else None,
        "attendees": [{"id": person.slug, "name": person.name or None} for person in meeting.participants],
        "times": meeting.times,
        "standing": meeting.standing or None,
        **_record(meeting, site),
    }


def tie(tie: Tie, site: str) -> dict[str, object]:
    """Return a tie, which reads from the first person to the second."""
    return {
        "id": tie.slug,
        "kind": tie.kind,
        "from_person_id": tie.from_person.slug,
        "to_person_id": tie.to_person.slug,
        "summary": tie.summary,
        "standing": tie.standing or None,
        **_record(tie, site),
    }


def statements() -> Iterator[dict[str, object]]:
    """Yield every other thing that is said of a person."""
    write = StatementSerializer().to_representation
    for one in in_chunks(Statement.public.for_export()):
        yield {"id": one.slug, "person_id": one.person.slug, **write(one)}


def _record(entry: Sourced, site: str) -> dict[str, object]:
    sources = [
        {"url": f"{site}{passage.get_absolute_url()}", "note": f"{passage.place} of {passage.source}"}
        for passage in entry.passages.all()
    ]
    return {"updated_at": entry.updated_at.isoformat(), "sources": sources}
