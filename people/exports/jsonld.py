"""A profile as JSON-LD in the terms of schema.org: Person, Role, Event and Claim.

Never ClaimReview, which publishes a verdict. Each claim has its answers as comments and the sentences that make it as
appearances. Dates are ISO 8601 of the precision that the source gives, with the words of the page beside them.
"""

import json

from django.utils.safestring import SafeString, mark_safe

from people.dates import humanize
from people.exports.dates import span
from people.exports.text import (
    answer_words,
    meeting_words,
    outcomes,
    role_title,
    sources_of,
    statement_words,
    tie_words,
)
from people.models import Allegation, Meeting, Person, Response, Role, Source, Sourced
from people.vocabulary import SourceKind

Thing = dict[str, object]

HARMLESS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def profile_document(person: Person, site: str) -> Thing:
    """Return the profile of the person, of whom everything is prefetched (see for_profile)."""
    return {"@context": "https://schema.org"} | _given(
        {
            "@type": "ProfilePage",
            "@id": f"{site}{person.get_absolute_url()}",
            "url": f"{site}{person.get_absolute_url()}",
            "name": str(person),
            "inLanguage": "en-GB",
            "dateModified": person.updated_at.isoformat(timespec="seconds"),
            "isPartOf": {"@type": "WebSite", "@id": f"{site}/", "name": "Probe"},
            "citation": passages(person, site),
            "isBasedOn": [source(one, site) for one in sources_of([person, *person.lines()])],
            "mainEntity": _person(person, site),
        }
    )


def embedded(document: Thing) -> SafeString:
    """Return the document as text for a script element of the page, in which nothing can end the element.

    As application/ld+json it is a data block: no browser runs it, so the security policy, which forbids scripts in
    the page, doesn't ask after it. Search engines read this, and none follows a link to it.
    """
    text = json.dumps(document, ensure_ascii=False)
    for sign, escape in HARMLESS.items():  # far faster than str.translate
        text = text.replace(sign, escape)
    return mark_safe(text)  # noqa: S308 - see above


def reference(person: Person, site: str) -> Thing:
    """Return the person as other things refer to them."""
    return {"@type": "Person", "@id": f"{site}{person.get_absolute_url()}#person", "name": str(person)}


def passages(entry: Sourced, site: str) -> list[Thing]:
    """Return the sentences on which the entry rests."""
    return [
        {
            "@type": "CreativeWork",
            "@id": f"{site}{passage.get_absolute_url()}",
            "name": f"{passage.place} of {passage.source}",
        }
        for passage in entry.passages.all()
    ]


def source(source: Source, site: str) -> Thing:
    """Return a document on which entries rest, as far as it is known; nothing after `temporalCoverage` is covered."""
    covered = span(source.covers_until)
    return _given(
        {
            "@type": "NewsArticle" if source.kind == SourceKind.ARTICLE else "CreativeWork",
            "@id": f"{site}{source.get_absolute_url()}#document",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else "",
            "datePublished": span(source.date).start,
            "temporalCoverage": f"../{covered.end or covered.start}" if covered.end or covered.start else "",
            "url": source.url,
            "archivedAt": source.archived_url,
            "hasPart": {"@type": "ImageGallery", "name": source.gallery_title} if source.gallery_title else "",
        }
    )


def _person(person: Person, site: str) -> Thing:
    ties = [end.tie for end in person.ties]
    about = [
        *(event(meeting, site) for meeting in person.meetings.all()),
        *(claim(allegation, site) for allegation in person.allegations.all()),
        *(_told(tie, str(tie), tie_words(tie), [tie.from_person, tie.to_person], site) for tie in ties),
        *(_told(one, "", statement_words(one), one.people, site) for one in person.all_statements),
    ]
    return reference(person, site) | _given(
        {
            "alternateName": [alias.name for alias in person.aliases.all()],
            "disambiguatingDescription": person.description,
            "description": person.summary,
            "image": f"{site}{person.portrait.url}" if person.portrait else "",
            "memberOf": [role(one, "memberOf", site) for one in person.roles.all() if one.organisation],
            "hasOccupation": [role(one, "hasOccupation", site) for one in person.roles.all() if not one.organisation],
            "subjectOf": about,
        }
    )


def role(role: Role, term: str, site: str) -> Thing:
    """Return the role as schema.org has it: a thing between the person and the organisation, under the same term."""
    organisation = role.organisation
    held: Thing = {"@type": "Occupation", "name": role.title}
    if organisation:
        address = f"{site}{organisation.get_absolute_url()}"
        held = {"@type": "Organization", "@id": address, "name": organisation.name}
    return _given(
        {
            "@type": "OrganizationRole" if organisation else "Role",
            "@id": f"{site}{role.get_absolute_url()}",
            "roleName": role_title(role),
            "startDate": span(role.start).start,
            "endDate": span(role.end).start,
            "description": role.when if role.start or role.end or role.tenure else "",
            term: held,
            "subjectOf": passages(role, site),
        }
    )


def event(meeting: Meeting, site: str) -> Thing:
    """Return a meeting as an Event."""
    organisation = meeting.organisation
    when = span(meeting.date)
    beside = [meeting_words(meeting), humanize(meeting.date) if meeting.date else ""]
    return _given(
        {
            "@type": "Event",
            "@id": f"{site}{meeting.get_absolute_url()}",
            "name": meeting.title,
            "description": meeting.summary,
            "disambiguatingDescription": ", ".join(part for part in beside if part),
            "startDate": when.start,
            "endDate": when.end,
            "location": {"@type": "Place", "name": meeting.place} if meeting.place else "",
            "organizer": {"@type": "Organization", "name": organisation.name} if organisation else "",
            "attendee": [reference(person, site) for person in meeting.participants],
            "subjectOf": passages(meeting, site),
        }
    )


def claim(allegation: Allegation, site: str) -> Thing:
    """Return an allegation as a Claim, with every answer as a comment on it, and what became of it in its text."""
    return _given(
        {
            "@type": "Claim",
            "@id": f"{site}{allegation.get_absolute_url()}",
            "name": allegation.title,
            "text": " ".join([allegation.claim, *outcomes(allegation)]),
            "description": f"{allegation.get_standing_display()}. Said by: {allegation.said_by}",
            "about": [reference(subject, site) for subject in allegation.subjects.all()],
            "appearance": passages(allegation, site),
            "comment": [_answer(response, site) for response in allegation.responses.all()],
        }
    )


def _answer(response: Response, site: str) -> Thing:
    return {
        "@type": "Comment",
        "author": reference(response.person, site),
        "text": answer_words(response),
        "citation": passages(response, site),
    }


def _told(entry: Sourced, name: str, text: str, people: list[Person], site: str) -> Thing:
    """Return another thing that a source says as a Claim: schema.org has no word for a fact that rests on a source."""
    return _given(
        {
            "@type": "Claim",
            "@id": f"{site}{entry.get_absolute_url()}",
            "name": name,
            "text": text,
            "about": [reference(person, site) for person in people],
            "appearance": passages(entry, site),
        }
    )


def _given(thing: Thing) -> Thing:
    return {term: value for term, value in thing.items() if value}
