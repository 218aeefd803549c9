"""The network as a graph: people and organisations, and edges for contacts, ties and roles, with date and sources."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from people.exports.streaming import in_chunks
from people.exports.text import places
from people.models import Meeting, Organisation, Person, Role, Sourced, Tie

NODE_FIELDS = {"type": "string", "kind": "string", "slide": "integer", "description": "string", "url": "string"}
EDGE_FIELDS = {
    "line": "string",
    "kind": "string",
    "from": "string",
    "to": "string",
    "date": "string",
    "end": "string",
    "times": "integer",
    "standing": "string",
    "sources": "string",
    "url": "string",
}

Values = dict[str, str | int | None]


class GraphNode(NamedTuple):
    """A person or an organisation. `values` are those of NODE_FIELDS that there are."""

    key: str
    label: str
    values: Values


class GraphEdge(NamedTuple):
    """An edge between two nodes. `values` are those of EDGE_FIELDS that there are."""

    key: str
    ends: tuple[str, str]
    label: str
    values: Values


def nodes(site: str) -> Iterator[GraphNode]:
    """Yield everybody, whether or not an edge leads to them, and the organisations."""
    for person in in_chunks(Person.public.by_name().told_apart()):
        values = _described(person, site) | {"slide": person.slide, "description": person.description}
        yield GraphNode(person_key(person), str(person), values)
    for organisation in in_chunks(Organisation.public.by_name()):
        yield GraphNode(organisation_key(organisation), str(organisation), _described(organisation, site))


def edges(site: str) -> Iterator[GraphEdge]:
    """Yield an edge for each two people in a meeting, for each tie, and for each role at an organisation.

    Hearings are no contact, so no edge. Of a tie, `from` and `to` tell how it reads; other edges hold both ways.
    """
    for meeting in in_chunks(Meeting.public.contacts().for_export()):
        yield from _contacts(meeting, site)
    for tie in in_chunks(Tie.public.for_export()):
        ends = person_key(tie.from_person), person_key(tie.to_person)
        values = _sourced(tie, "tie", tie.kind, site) | {"from": ends[0], "to": ends[1]}
        values |= {"standing": tie.standing}
        yield GraphEdge(f"tie.{tie.slug}", ends, str(tie), values)
    for role in in_chunks(Role.public.at_organisations().for_export()):
        if role.organisation:
            yield _role(role, role.organisation, site)


def person_key(person: Person) -> str:
    """Return the key of the person's node."""
    return f"person.{person.slug}"


def organisation_key(organisation: Organisation) -> str:
    """Return the key of the organisation's node."""
    return f"organisation.{organisation.slug}"


def _contacts(meeting: Meeting, site: str) -> Iterator[GraphEdge]:
    values = _sourced(meeting, "contact", meeting.kind, site)
    values |= {"date": meeting.date, "times": meeting.times, "standing": meeting.standing}
    for one, other in combinations(meeting.participants, 2):
        key = f"meeting.{meeting.slug}.{one.slug}.{other.slug}"
        yield GraphEdge(key, (person_key(one), person_key(other)), str(meeting), values)


def _role(role: Role, organisation: Organisation, site: str) -> GraphEdge:
    """Return the edge of a role; its standing is what the source says of it beside dates, such as only proposed."""
    values = _sourced(role, "role", role.category, site)
    values |= {"date": role.start, "end": role.end, "standing": role.tenure}
    ends = person_key(role.person), organisation_key(organisation)
    return GraphEdge(f"role.{role.slug}", ends, role.title, values)


def _described(entry: Person | Organisation, site: str) -> Values:
    return {"type": entry._meta.model_name, "kind": entry.kind, "url": f"{site}{entry.get_absolute_url()}"}


def _sourced(entry: Sourced, line: str, kind: str, site: str) -> Values:
    sources = " ".join(places(entry))
    return {"line": line, "kind": kind, "sources": sources, "url": f"{site}{entry.get_absolute_url()}"}
