"""What an edge says in words."""

from people.languages import all_of, counted
from people.languages import gettext_lazy as _
from people.models import Meeting, Person, Tie
from people.network.edges import Edge
from people.vocabulary import REVERSED_TIES, LineKind, TieKind

# Of meetings: what two people did. Of ties: what leads from the first person to the second.
VERBS = {
    LineKind.IN_PERSON: _("met in person"),
    LineKind.CONVERSATION: _("spoke"),
    LineKind.MESSAGE: _("exchanged messages"),
    LineKind.INTERVIEW: _("spoke in an interview"),
    LineKind.DINNER: _("attended a dinner"),
}
# The same seen from the second person.
REVERSED = {LineKind(kind.value): words for kind, words in REVERSED_TIES.items()}


def verb(edge: Edge) -> str:
    """Return what two people did who met, or what leads from the first to the second: "met in person", "advised"."""
    kind = LineKind(edge.kind)
    return str(VERBS[kind]) if kind in VERBS else TieKind(edge.kind).verb


def joint(person: Person, edge: Edge) -> str:
    """Return what joins the person to the next one on a path, as a label: "Met in person", "Recommended by"."""
    said = verb(edge) if edge.is_contact else seen_from(person, edge)
    return said[0].upper() + said[1:]


def sentence(edge: Edge) -> str:
    """Return the edge as a sentence without its full stop: "Ann Bee and Bob Cee met in person (reported)"."""
    if edge.is_contact:
        said = f"{all_of([edge.first, edge.second])} {verb(edge)}"
    else:
        said = f"{edge.first} {verb(edge)} {edge.second}"
    return f"{said}{_times(edge.number)}{_standing(edge.shown)}"


def seen_from(person: Person, edge: Edge) -> str:
    """Return what the edge says of the person towards the other one, in short: "in person", "recommended by"."""
    kind = LineKind(edge.kind)
    turned = edge.is_directed and person == edge.second
    return str(REVERSED[kind] if turned else kind.label.lower())


def noted(person: Person, edge: Edge) -> str:
    """Return the same with on whose word it rests: "in person (reported)"."""
    return f"{seen_from(person, edge)}{_standing(edge.shown)}"


def standing_of(entry: Meeting | Tie) -> str:
    """Return in words on whose word a meeting or a tie rests; nothing where the source states it as a fact."""
    return str(entry.get_standing_display()) if entry.standing else ""


def _times(number: int) -> str:
    return f", {counted(number, 'meeting', 'meetings')}" if number > 1 else ""


def _standing(shown: list[Meeting | Tie]) -> str:
    """Return on whose word the edge rests; nothing where the source states one of its meetings as a fact."""
    named = dict.fromkeys(one.get_standing_display().lower() for one in shown)
    return f" ({', '.join(named)})" if all(named) else ""
