"""Everything as FollowTheMoney entities (followthemoney.tech), one JSON object a line.

Its model has no class for an allegation, so an allegation is a Note on its subjects, and so is a statement; every
answer stands in the same Note. Its dates are prefixes of ISO 8601: what those can't say is in words beside them.
Only classes and properties of its model are used; the tests read that model.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from people.exports.dates import span
from people.exports.streaming import in_chunks, json_lines
from people.exports.text import (
    answers,
    claim_words,
    date_words,
    meeting_words,
    outcomes,
    role_title,
    role_words,
    statement_words,
    tie_words,
)
from people.models import Allegation, Meeting, Organisation, Person, Role, Slugged, Source, Sourced, Statement, Tie
from people.vocabulary import OrganisationKind, SourceKind

DATASET = "probe"
ORGANISATIONS: dict[str, str] = {OrganisationKind.GOVERNMENT: "PublicBody", OrganisationKind.COMPANY: "Company"}
DOCUMENTS: dict[str, str] = {SourceKind.ARTICLE: "Article"}

Entity = dict[str, object]


def followthemoney(site: str) -> Iterator[str]:
    """Yield the entities, what others refer to first."""
    return json_lines(
        chain(
            (source(one, site) for one in in_chunks(Source.public.by_title())),
            (organisation(one, site) for one in in_chunks(Organisation.public.by_name())),
            (person(one, site) for one in in_chunks(Person.public.by_name().with_names())),
            (membership(one, site) for one in in_chunks(Role.public.at_organisations().for_export())),
            (event(one, site) for one in in_chunks(Meeting.public.for_export())),
            (link(one, site) for one in in_chunks(Tie.public.for_export())),
            (allegation(one, site) for one in in_chunks(Allegation.public.for_export())),
            (statement(one, site) for one in in_chunks(Statement.public.for_export())),
        )
    )


def source(source: Source, site: str) -> Entity:
    """Return a source as a Document."""
    return entity(
        DOCUMENTS.get(source.kind, "Document"),
        source,
        name=[source.title],
        title=[source.title],
        fileName=[source.slug],
        publisher=[source.publisher],
        date=[span(source.date).start],
        retrievedAt=[source.read_on.isoformat() if source.read_on else ""],
        sourceUrl=[source.url or f"{site}{source.get_absolute_url()}"],
    )


def organisation(organisation: Organisation, site: str) -> Entity:
    """Return an organisation as what it is."""
    schema = ORGANISATIONS.get(organisation.kind, "Organization")
    address = f"{site}{organisation.get_absolute_url()}"
    return entity(schema, organisation, name=[organisation.name], sourceUrl=[address])


def person(person: Person, site: str) -> Entity:
    """Return a Person; its name stands for one whom no source names, as on the pages."""
    return entity(
        "Person",
        person,
        name=[str(person)],
        alias=[alias.name for alias in person.aliases.all()],
        summary=[person.description],
        biography=[person.summary],
        position=[role_words(role) for role in person.roles.all()],
        sourceUrl=[f"{site}{person.get_absolute_url()}"],
        proof=proof(person),
    )


def membership(role: Role, site: str) -> Entity:
    """Return a role at an organisation as a Membership. A role elsewhere is a position of its person."""
    return entity(
        "Membership",
        role,
        member=[key(role.person)],
        organization=[key(role.organisation)] if role.organisation else [],
        role=[role_title(role)],
        status=[role.tenure],
        startDate=[span(role.start).start],
        endDate=[span(role.end).start],
        summary=[role_words(role)],
        description=[f"{role.start or '..'}/{role.end or '..'} (EDTF)" if role.start or role.end else ""],
        **evidence(role, site),
    )


def event(meeting: Meeting, site: str) -> Entity:
    """Return a meeting as an Event."""
    when = span(meeting.date)
    interval = "/" in meeting.date
    return entity(
        "Event",
        meeting,
        name=[meeting.title],
        involved=[key(person) for person in meeting.participants],
        organizer=[key(meeting.organisation)] if meeting.organisation else [],
        location=[meeting.place],
        date=[] if interval else [when.start],
        startDate=[when.start] if interval else [],
        endDate=[when.end] if interval else [],
        summary=[meeting_words(meeting)],
        description=[meeting.summary],
        notes=[date_words(meeting.date)],
        **evidence(meeting, site),
    )


def link(tie: Tie, site: str) -> Entity:
    """Return a tie as an UnknownLink, which reads from its subject to its object."""
    ends = {"subject": [key(tie.from_person)], "object": [key(tie.to_person)]}
    return entity("UnknownLink", tie, **ends, role=[str(tie)], summary=[tie_words(tie)], **evidence(tie, site))


def allegation(allegation: Allegation, site: str) -> Entity:
    """Return an allegation as a Note on its subjects, every answer and outcome in it."""
    return entity(
        "Note",
        allegation,
        name=[f"Allegation: {allegation}"],
        entity=[key(subject) for subject in allegation.subjects.all()],
        description=["\n".join([claim_words(allegation), *answers(allegation), *outcomes(allegation)])],
        **evidence(allegation, site),
    )


def statement(statement: Statement, site: str) -> Entity:
    """Return a statement as a Note on those whom it is about."""
    return entity(
        "Note",
        statement,
        name=[f"Statement about {', '.join(map(str, statement.people))}"],
        entity=[key(person) for person in statement.people],
        description=[statement_words(statement)],
        notes=[date_words(statement.date)],
        **evidence(statement, site),
    )


def entity(schema: str, entry: Slugged, **properties: Iterable[str]) -> Entity:
    """Return an entity of that class, with those of the properties that have a value."""
    given = {name: [value for value in values if value] for name, values in properties.items()}
    return {
        "id": key(entry),
        "schema": schema,
        "properties": {name: values for name, values in given.items() if values},
        "datasets": [DATASET],
    }


def key(entry: Slugged) -> str:
    """Return the identifier of the entry's entity, of letters, digits, dots and hyphens as the model wants it."""
    return f"{DATASET}-{entry.slug.replace('_', '.')}-{entry._meta.model_name}"


def evidence(entry: Sourced, site: str) -> dict[str, list[str]]:
    """Return the addresses of the sentences on which the entry rests, and their documents."""
    sentences = [f"{site}{passage.get_absolute_url()}" for passage in entry.passages.all()]
    return {"sourceUrl": sentences, "proof": proof(entry)}


def proof(entry: Sourced) -> list[str]:
    """Return the keys of the documents on which the entry rests."""
    return list(dict.fromkeys(key(passage.source) for passage in entry.passages.all()))
