"""Rows for tests, published and sourced unless told otherwise.

What rests on a source also takes `published=False` for a draft, `sourced=False` for one that cites nothing, and
`passages=[…]` where it matters what it cites; all take the fields of their model.
"""

from collections.abc import Iterable
from typing import Any, TypeVar

from people.models import (
    Alias,
    Allegation,
    Meeting,
    Organisation,
    Outcome,
    Participation,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Sourced,
    Statement,
    Tie,
)
from people.text import digest
from people.vocabulary import (
    MeetingKind,
    OrganisationKind,
    OutcomeKind,
    PersonKind,
    RoleCategory,
    SourceKind,
    Stance,
    Standing,
    Status,
    TieKind,
)

Made = TypeVar("Made", bound=Sourced)

THE_SOURCE = "The source"


def make_source(title: str = THE_SOURCE, **fields: Any) -> Source:
    return Source.objects.create(title=title, **{"kind": SourceKind.ARTICLE} | fields)


def make_passage(
    source: Source | None = None, section: str = "slide-1", sentence: int | None = None, text: str = "", **fields: Any
) -> Passage:
    """Return the next sentence of the section, by default in a source that all such passages share."""
    source = source or Source.objects.filter(title=THE_SOURCE).first() or make_source()
    before = source.passages.order_by("-position").first()
    if sentence is None:
        sentence = source.passages.filter(section=section, sentence__gt=0).count() + 1
    defaults = {"position": before.position + 1 if before else 1, "digest": digest(text or f"{section} {sentence}")}
    return Passage.objects.create(source=source, section=section, sentence=sentence, text=text, **defaults | fields)


def make_person(name: str = "Ann Bee", **fields: Any) -> Person:
    """Return the person; one with an empty name is an unnamed one."""
    unnamed = {} if name else {"kind": PersonKind.UNNAMED, "description": "a man at a table"}
    return _make(Person, name=name, **unnamed | fields)


def make_alias(person: Person, name: str = "Annie", **fields: Any) -> Alias:
    return _make(Alias, person=person, name=name, **fields)


def make_organisation(name: str = "The campaign", **fields: Any) -> Organisation:
    return Organisation.objects.create(name=name, **{"kind": OrganisationKind.CAMPAIGN} | fields)


def make_role(
    person: Person,
    title: str = "Adviser",
    category: str = RoleCategory.CAMPAIGN,
    organisation: Organisation | None = None,
    **fields: Any,
) -> Role:
    return _make(Role, person=person, title=title, category=category, organisation=organisation, **fields)


def make_meeting(*people: Person, kind: str = "", **fields: Any) -> Meeting:
    """Return a meeting in which the people took part, titled after them: "Ann Bee, Bob Cee".

    One person alone is heard, if nothing else is said: readers see no contact of fewer than two.
    """
    kind = kind or (MeetingKind.HEARING if len(people) == 1 else MeetingKind.IN_PERSON)
    title = ", ".join(str(person) for person in people) or "A meeting"
    meeting = _make(Meeting, kind=kind, **{"title": title} | fields)
    Participation.objects.bulk_create(Participation(meeting=meeting, person=person) for person in people)
    return meeting


def make_tie(from_person: Person, to_person: Person, kind: str = TieKind.FRIEND, **fields: Any) -> Tie:
    defaults = {"summary": "They know each other."}
    return _make(Tie, from_person=from_person, to_person=to_person, kind=kind, **defaults | fields)


def make_allegation(*subjects: Person, title: str = "The claim", **fields: Any) -> Allegation:
    defaults = {"claim": "Something happened.", "said_by": "A witness", "standing": Standing.ALLEGED}
    allegation = _make(Allegation, title=title, **defaults | fields)
    allegation.subjects.set(subjects)
    return allegation


def make_response(allegation: Allegation, person: Person, stance: str = Stance.DENIES, **fields: Any) -> Response:
    defaults = {"summary": "Nothing happened."}
    return _make(Response, allegation=allegation, person=person, stance=stance, **defaults | fields)


def make_outcome(allegation: Allegation, kind: str = OutcomeKind.DROPPED, **fields: Any) -> Outcome:
    return _make(Outcome, allegation=allegation, kind=kind, **{"summary": "Ann Bee was cleared."} | fields)


def make_statement(person: Person, summary: str = "Resigned.", **fields: Any) -> Statement:
    return _make(Statement, person=person, summary=summary, **fields)


def _make(
    model: type[Made],
    *,
    published: bool = True,
    sourced: bool = True,
    passages: Iterable[Passage] | None = None,
    **fields: Any,
) -> Made:
    status = Status.PUBLISHED if published else Status.DRAFT
    entry = model._default_manager.create(**{"status": status} | fields)
    if sourced:
        entry.passages.set([make_passage()] if passages is None else passages)
    return entry


def rename(entry: Any, slug: str) -> None:
    """Give the entry another slug; it leaves a redirect behind."""
    entry.slug = slug
    entry.save()
