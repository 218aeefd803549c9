"""Entries as JSON, under the keys of the API."""

from typing import Any

from people.exports.wording import places


def person_json(person: Any, site: str) -> dict[str, Any]:
    """Return everything that the person's profile says, which is prefetched (see for_export)."""
    return {
        "slug": person.slug,
        "name": person.name or None,
        "named": person.is_named,
        "slide": person.slide,
        "appearances": [
            {"source": appearance.source.slug, "slide": appearance.slide} for appearance in person.appearances.all()
        ],
        "url": f"{site}{person.get_absolute_url()}",
        "updated": person.changed_at.isoformat(),
        "categories": person.categories,
        "kind": person.kind,
        "description": person.description or None,
        "summary": person.summary or None,
        "passages": places(person),
        "aliases": [alias.name for alias in person.aliases.all()],
        "roles": [role_json(role) for role in person.roles.all()],
        "meetings": [meeting_fields(meeting) for meeting in person.meetings.all()],
        "ties": [tie_json(end) for end in person.ties],
        "allegations": [allegation_fields(allegation) for allegation in person.allegations.all()],
        "statements": [statement_json(statement) for statement in person.statements.all()],
    }


def role_json(role: Any) -> dict[str, Any]:
    """Return a post of a person."""
    return {
        "title": role.title,
        "category": role.category or None,
        "start": role.start or None,
        "end": role.end or None,
        "tenure": role.tenure or None,
        "passages": places(role),
        "organisation": role.organisation.slug if role.organisation else None,
    }


def tie_json(end: Any) -> dict[str, Any]:
    """Return a tie as seen from one of its people; `direction` tells who recommended whom."""
    return {
        "kind": end.tie.kind,
        "person": end.other.slug,
        "direction": end.direction.value,
        "summary": end.tie.summary,
        "passages": places(end.tie),
    }


def meeting_fields(meeting: Any) -> dict[str, Any]:
    """Return what every mention of a meeting says.

    Of very many people only some are prefetched; then `more_people` says how many others took part.
    """
    more = {"more_people": meeting.participants_left_out} if meeting.participants_left_out else {}
    return more | {
        "slug": meeting.slug,
        "kind": meeting.kind,
        "date": meeting.date or None,
        "place": meeting.place or None,
        "times": meeting.times,
        "summary": meeting.summary or None,
        "standing": meeting.standing or None,
        "people": [person.slug for person in meeting.participants],
        "passages": places(meeting),
    }


def meeting_json(meeting: Any, site: str) -> dict[str, Any]:
    """Return a meeting, and as what each person took part."""
    return meeting_fields(meeting) | {
        "title": meeting.title,
        "organisation": meeting.organisation.slug if meeting.organisation else None,
        "participants": [{"person": one.person.slug, "capacity": one.capacity} for one in meeting.participations.all()],
        "url": f"{site}{meeting.get_absolute_url()}",
        "updated": meeting.changed_at.isoformat(),
    }


def allegation_fields(allegation: Any) -> dict[str, Any]:
    """Return what every mention of an allegation says, all answers to it among that.

    Of very many subjects only some are prefetched with their answers; then `more_subjects` says how many others there
    are.
    """
    more = {"more_subjects": allegation.subjects_left_out} if allegation.subjects_left_out else {}
    return more | {
        "slug": allegation.slug,
        "claim": allegation.claim,
        "said_by": allegation.said_by,
        "standing": allegation.standing,
        "passages": places(allegation),
        "responses": [response_json(response) for response in allegation.responses.all()],
    }


def response_json(response: Any) -> dict[str, Any]:
    """Return an answer to an allegation."""
    return {
        "person": response.person.slug,
        "stance": response.stance,
        "summary": response.summary,
        "quote": response.quote or None,
        "passages": places(response),
    }


def allegation_json(allegation: Any, site: str) -> dict[str, Any]:
    """Return an allegation with those against whom it is made."""
    return allegation_fields(allegation) | {
        "title": allegation.title,
        "subjects": [subject.slug for subject in allegation.subjects.all()],
        "url": f"{site}{allegation.get_absolute_url()}",
        "updated": allegation.changed_at.isoformat(),
    }


def statement_json(statement: Any) -> dict[str, Any]:
    """Return any other thing that the source says of a person."""
    return {
        "summary": statement.summary,
        "date": statement.date or None,
        "standing": statement.standing or None,
        "passages": places(statement),
    }
