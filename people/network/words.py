"""What an edge says in words."""

from typing import Any

from people.models import Person
from people.network.edges import Edge
from people.vocabulary import REVERSED_TIES, LineKind, TieKind

# Of meetings: what two people did. Of ties: what leads from the first person to the second.
VERBS = {
    LineKind.IN_PERSON: "met in person",
    LineKind.CONVERSATION: "were in conversation",
    LineKind.MESSAGE: "were in contact by message",
    LineKind.INTERVIEW: "took part in an interview",
    LineKind.DINNER: "were at a dinner",
} | {LineKind(kind.value): kind.verb for kind in TieKind}
# The same seen from the second person.
REVERSED = {LineKind(kind.value): words for kind, words in REVERSED_TIES.items()}


def verb(edge: Edge) -> str:
    """Return what two people did who met, or what leads from the first to the second: "met in person", "advised"."""
    return VERBS[LineKind(edge.kind)]


def sentence(edge: Edge) -> str:
    """Return the edge as a sentence without its full stop: "Ann Bee and Bob Cee met in person (reported)"."""
    connected = (
        (edge.first, "and", edge.second, verb(edge)) if edge.is_contact else (edge.first, verb(edge), edge.second)
    )
    said = " ".join(map(str, connected))
    return f"{said}{_times(edge.number)}{_standing(edge.shown)}"


def seen_from(person: Person, edge: Edge) -> str:
    """Return what the edge says of the person towards the other one, in short: "in person", "recommended by"."""
    kind = LineKind(edge.kind)
    turned = edge.is_directed and person == edge.second
    return REVERSED[kind] if turned else str(kind.label).lower()


def _times(number: int) -> str:
    return f", {number} meetings" if number > 1 else ""


def _standing(shown: list[Any]) -> str:
    """Return on whose word the edge rests; nothing where the source states one of its meetings as a fact."""
    named = dict.fromkeys(one.get_standing_display().lower() for one in shown)
    return f" ({', '.join(named)})" if all(named) else ""
