"""What an edge says in words."""

from people.models import Meeting, Person, Tie
from people.network.edges import Edge
from people.vocabulary import REVERSED_TIES, LineKind, TieKind

# Of meetings: what two people did. Of ties: what leads from the first person to the second.
VERBS = {
    LineKind.IN_PERSON: "met in person",
    LineKind.CONVERSATION: "spoke",
    LineKind.MESSAGE: "exchanged messages",
    LineKind.INTERVIEW: "spoke in an interview",
    LineKind.DINNER: "attended a dinner",
} | {LineKind(kind.value): kind.verb for kind in TieKind}
# The same seen from the second person.
REVERSED = {LineKind(kind.value): words for kind, words in REVERSED_TIES.items()}


def verb(edge: Edge) -> str:
    """Return what two people did who met, or what leads from the first to the second: "met in person", "advised"."""
    return VERBS[LineKind(edge.kind)]


def joint(person: Person, edge: Edge) -> str:
    """Return what joins the person to the next one on a path, as a label: "Met in person", "Recommended by"."""
    said = verb(edge) if edge.is_contact else seen_from(person, edge)
    return said[0].upper() + said[1:]


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


def noted(person: Person, edge: Edge) -> str:
    """Return the same with on whose word it rests: "in person (reported)"."""
    return f"{seen_from(person, edge)}{_standing(edge.shown)}"


def standing_of(entry: Meeting | Tie) -> str:
    """Return in words on whose word a meeting or a tie rests; nothing where the source states it as a fact."""
    return str(entry.get_standing_display()) if entry.standing else ""


def _times(number: int) -> str:
    return f", {number} meetings" if number > 1 else ""


def _standing(shown: list[Meeting | Tie]) -> str:
    """Return on whose word the edge rests; nothing where the source states one of its meetings as a fact."""
    named = dict.fromkeys(one.get_standing_display().lower() for one in shown)
    return f" ({', '.join(named)})" if all(named) else ""
