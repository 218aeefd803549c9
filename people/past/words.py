"""The sentences in which readers are told of changes, each whole: for one entry, and for several."""

from collections.abc import Mapping

from people.vocabulary import ChangeKind

NOUNS: Mapping[str, str] = {
    "person": "Person",
    "meeting": "Meeting",
    "allegation": "Allegation",
    "organisation": "Organization",
    "source": "Source",
}
# Of the entry itself, on the page of its history.
OWN_HISTORY: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: "This page was added.",
    ChangeKind.CORRECTED: "This page was corrected.",
    ChangeKind.WITHDRAWN: "This page was withdrawn.",
    ChangeKind.RESTORED: "This page was restored.",
    ChangeKind.MERGED: "This page was merged with another.",
}
# Of an entry under its name.
OWN: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: "Added to this site.",
    ChangeKind.CORRECTED: "Corrected.",
    ChangeKind.WITHDRAWN: "Withdrawn.",
    ChangeKind.RESTORED: "Restored.",
    ChangeKind.MERGED: "Merged with another entry.",
}
# Of entries that stand on the page, or that are named nowhere.
ENTRIES: Mapping[tuple[str, ChangeKind], tuple[str, str]] = {
    ("person", ChangeKind.ADDED): ("A person was added.", "{number} people were added."),
    ("person", ChangeKind.CORRECTED): ("A person was corrected.", "{number} people were corrected."),
    ("person", ChangeKind.WITHDRAWN): ("A person was withdrawn.", "{number} people were withdrawn."),
    ("person", ChangeKind.RESTORED): ("A person was restored.", "{number} people were restored."),
    ("person", ChangeKind.MERGED): (
        "A person was merged with another entry.",
        "{number} people were merged with another entry.",
    ),
    ("meeting", ChangeKind.ADDED): ("A meeting was added.", "{number} meetings were added."),
    ("meeting", ChangeKind.CORRECTED): ("A meeting was corrected.", "{number} meetings were corrected."),
    ("meeting", ChangeKind.WITHDRAWN): ("A meeting was withdrawn.", "{number} meetings were withdrawn."),
    ("meeting", ChangeKind.RESTORED): ("A meeting was restored.", "{number} meetings were restored."),
    ("meeting", ChangeKind.MERGED): (
        "A meeting was merged with another entry.",
        "{number} meetings were merged with another entry.",
    ),
    ("allegation", ChangeKind.ADDED): ("An allegation was added.", "{number} allegations were added."),
    ("allegation", ChangeKind.CORRECTED): ("An allegation was corrected.", "{number} allegations were corrected."),
    ("allegation", ChangeKind.WITHDRAWN): ("An allegation was withdrawn.", "{number} allegations were withdrawn."),
    ("allegation", ChangeKind.RESTORED): ("An allegation was restored.", "{number} allegations were restored."),
    ("allegation", ChangeKind.MERGED): (
        "An allegation was merged with another entry.",
        "{number} allegations were merged with another entry.",
    ),
    ("organisation", ChangeKind.ADDED): ("An organization was added.", "{number} organizations were added."),
    ("organisation", ChangeKind.CORRECTED): (
        "An organization was corrected.",
        "{number} organizations were corrected.",
    ),
    ("organisation", ChangeKind.WITHDRAWN): (
        "An organization was withdrawn.",
        "{number} organizations were withdrawn.",
    ),
    ("organisation", ChangeKind.RESTORED): ("An organization was restored.", "{number} organizations were restored."),
    ("organisation", ChangeKind.MERGED): (
        "An organization was merged with another entry.",
        "{number} organizations were merged with another entry.",
    ),
    ("source", ChangeKind.ADDED): ("A source was added.", "{number} sources were added."),
    ("source", ChangeKind.CORRECTED): ("A source was corrected.", "{number} sources were corrected."),
    ("source", ChangeKind.WITHDRAWN): ("A source was withdrawn.", "{number} sources were withdrawn."),
    ("source", ChangeKind.RESTORED): ("A source was restored.", "{number} sources were restored."),
    ("source", ChangeKind.MERGED): (
        "A source was merged with another entry.",
        "{number} sources were merged with another entry.",
    ),
    ("alias", ChangeKind.ADDED): ("Another name was added.", "{number} other names were added."),
    ("alias", ChangeKind.CORRECTED): ("Another name was corrected.", "{number} other names were corrected."),
    ("alias", ChangeKind.WITHDRAWN): ("Another name was withdrawn.", "{number} other names were withdrawn."),
    ("alias", ChangeKind.RESTORED): ("Another name was restored.", "{number} other names were restored."),
    ("role", ChangeKind.ADDED): ("A job was added.", "{number} jobs were added."),
    ("role", ChangeKind.CORRECTED): ("A job was corrected.", "{number} jobs were corrected."),
    ("role", ChangeKind.WITHDRAWN): ("A job was withdrawn.", "{number} jobs were withdrawn."),
    ("role", ChangeKind.RESTORED): ("A job was restored.", "{number} jobs were restored."),
    ("statement", ChangeKind.ADDED): ("A fact was added.", "{number} facts were added."),
    ("statement", ChangeKind.CORRECTED): ("A fact was corrected.", "{number} facts were corrected."),
    ("statement", ChangeKind.WITHDRAWN): ("A fact was withdrawn.", "{number} facts were withdrawn."),
    ("statement", ChangeKind.RESTORED): ("A fact was restored.", "{number} facts were restored."),
    ("tie", ChangeKind.ADDED): ("A connection was added.", "{number} connections were added."),
    ("tie", ChangeKind.CORRECTED): ("A connection was corrected.", "{number} connections were corrected."),
    ("tie", ChangeKind.WITHDRAWN): ("A connection was withdrawn.", "{number} connections were withdrawn."),
    ("tie", ChangeKind.RESTORED): ("A connection was restored.", "{number} connections were restored."),
    ("response", ChangeKind.ADDED): ("A reply was added.", "{number} replies were added."),
    ("response", ChangeKind.CORRECTED): ("A reply was corrected.", "{number} replies were corrected."),
    ("response", ChangeKind.WITHDRAWN): ("A reply was withdrawn.", "{number} replies were withdrawn."),
    ("response", ChangeKind.RESTORED): ("A reply was restored.", "{number} replies were restored."),
    ("outcome", ChangeKind.ADDED): ("An outcome was added.", "{number} outcomes were added."),
    ("outcome", ChangeKind.CORRECTED): ("An outcome was corrected.", "{number} outcomes were corrected."),
    ("outcome", ChangeKind.WITHDRAWN): ("An outcome was withdrawn.", "{number} outcomes were withdrawn."),
    ("outcome", ChangeKind.RESTORED): ("An outcome was restored.", "{number} outcomes were restored."),
}
# Of what belongs to an allegation, on the page of somebody whom that concerns.
OF_ALLEGATIONS: Mapping[tuple[str, ChangeKind], tuple[str, str]] = {
    ("response", ChangeKind.ADDED): (
        "A reply was added to an allegation.",
        "{number} replies were added to allegations.",
    ),
    ("response", ChangeKind.CORRECTED): (
        "A reply to an allegation was corrected.",
        "{number} replies to allegations were corrected.",
    ),
    ("response", ChangeKind.WITHDRAWN): (
        "A reply to an allegation was withdrawn.",
        "{number} replies to allegations were withdrawn.",
    ),
    ("response", ChangeKind.RESTORED): (
        "A reply to an allegation was restored.",
        "{number} replies to allegations were restored.",
    ),
    ("outcome", ChangeKind.ADDED): (
        "The outcome of an allegation was added.",
        "{number} outcomes of allegations were added.",
    ),
    ("outcome", ChangeKind.CORRECTED): (
        "The outcome of an allegation was corrected.",
        "{number} outcomes of allegations were corrected.",
    ),
    ("outcome", ChangeKind.WITHDRAWN): (
        "The outcome of an allegation was withdrawn.",
        "{number} outcomes of allegations were withdrawn.",
    ),
    ("outcome", ChangeKind.RESTORED): (
        "The outcome of an allegation was restored.",
        "{number} outcomes of allegations were restored.",
    ),
}


def sentence(kind: ChangeKind, noun: str, number: int, *, of_allegation: bool = False) -> str:
    """Return what happened to that many entries of the noun, which have no pages or are not named."""
    known = OF_ALLEGATIONS.get((noun, kind)) if of_allegation else None
    # Only what has a page of its own can be merged with another.
    one, many = known or ENTRIES.get((noun, kind)) or ENTRIES[noun, ChangeKind.WITHDRAWN]
    return one if number == 1 else many.format(number=f"{number:,}")
