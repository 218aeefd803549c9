"""The sentences in which readers are told of changes, each whole: for one entry, and for several."""

from collections.abc import Mapping
from typing import NamedTuple

from people.languages import gettext_lazy as _
from people.languages import ngettext, number
from people.vocabulary import ChangeKind


class CountedSentence(NamedTuple):
    """A sentence about one entry, and one about several, in English; they are translated when they are printed."""

    one: str
    many: str


NOUNS: Mapping[str, str] = {
    "person": _("Person"),
    "meeting": _("Meeting"),
    "allegation": _("Allegation"),
    "organisation": _("Organization"),
    "source": _("Source"),
}
# Of the entry itself, on the page of its history.
OWN_HISTORY: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: _("This page was added."),
    ChangeKind.CORRECTED: _("This page was corrected."),
    ChangeKind.WITHDRAWN: _("This page was withdrawn."),
    ChangeKind.RESTORED: _("This page was restored."),
    ChangeKind.MERGED: _("This page was merged with another."),
}
# Of an entry under its name.
OWN: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: _("Added to this site."),
    ChangeKind.CORRECTED: _("Corrected."),
    ChangeKind.WITHDRAWN: _("Withdrawn."),
    ChangeKind.RESTORED: _("Restored."),
    ChangeKind.MERGED: _("Merged with another entry."),
}
# Of entries that stand on the page, or that are named nowhere.
ENTRIES: Mapping[tuple[str, ChangeKind], CountedSentence] = {
    ("person", ChangeKind.ADDED): CountedSentence("A person was added.", "%(number)s people were added."),
    ("person", ChangeKind.CORRECTED): CountedSentence("A person was corrected.", "%(number)s people were corrected."),
    ("person", ChangeKind.WITHDRAWN): CountedSentence("A person was withdrawn.", "%(number)s people were withdrawn."),
    ("person", ChangeKind.RESTORED): CountedSentence("A person was restored.", "%(number)s people were restored."),
    ("person", ChangeKind.MERGED): CountedSentence(
        "A person was merged with another entry.",
        "%(number)s people were merged with another entry.",
    ),
    ("meeting", ChangeKind.ADDED): CountedSentence("A meeting was added.", "%(number)s meetings were added."),
    ("meeting", ChangeKind.CORRECTED): CountedSentence(
        "A meeting was corrected.", "%(number)s meetings were corrected."
    ),
    ("meeting", ChangeKind.WITHDRAWN): CountedSentence(
        "A meeting was withdrawn.", "%(number)s meetings were withdrawn."
    ),
    ("meeting", ChangeKind.RESTORED): CountedSentence("A meeting was restored.", "%(number)s meetings were restored."),
    ("meeting", ChangeKind.MERGED): CountedSentence(
        "A meeting was merged with another entry.",
        "%(number)s meetings were merged with another entry.",
    ),
    ("allegation", ChangeKind.ADDED): CountedSentence("An allegation was added.", "%(number)s allegations were added."),
    ("allegation", ChangeKind.CORRECTED): CountedSentence(
        "An allegation was corrected.", "%(number)s allegations were corrected."
    ),
    ("allegation", ChangeKind.WITHDRAWN): CountedSentence(
        "An allegation was withdrawn.", "%(number)s allegations were withdrawn."
    ),
    ("allegation", ChangeKind.RESTORED): CountedSentence(
        "An allegation was restored.", "%(number)s allegations were restored."
    ),
    ("allegation", ChangeKind.MERGED): CountedSentence(
        "An allegation was merged with another entry.",
        "%(number)s allegations were merged with another entry.",
    ),
    ("organisation", ChangeKind.ADDED): CountedSentence(
        "An organization was added.", "%(number)s organizations were added."
    ),
    ("organisation", ChangeKind.CORRECTED): CountedSentence(
        "An organization was corrected.",
        "%(number)s organizations were corrected.",
    ),
    ("organisation", ChangeKind.WITHDRAWN): CountedSentence(
        "An organization was withdrawn.",
        "%(number)s organizations were withdrawn.",
    ),
    ("organisation", ChangeKind.RESTORED): CountedSentence(
        "An organization was restored.", "%(number)s organizations were restored."
    ),
    ("organisation", ChangeKind.MERGED): CountedSentence(
        "An organization was merged with another entry.",
        "%(number)s organizations were merged with another entry.",
    ),
    ("source", ChangeKind.ADDED): CountedSentence("A source was added.", "%(number)s sources were added."),
    ("source", ChangeKind.CORRECTED): CountedSentence("A source was corrected.", "%(number)s sources were corrected."),
    ("source", ChangeKind.WITHDRAWN): CountedSentence("A source was withdrawn.", "%(number)s sources were withdrawn."),
    ("source", ChangeKind.RESTORED): CountedSentence("A source was restored.", "%(number)s sources were restored."),
    ("source", ChangeKind.MERGED): CountedSentence(
        "A source was merged with another entry.",
        "%(number)s sources were merged with another entry.",
    ),
    ("alias", ChangeKind.ADDED): CountedSentence("Another name was added.", "%(number)s other names were added."),
    ("alias", ChangeKind.CORRECTED): CountedSentence(
        "Another name was corrected.", "%(number)s other names were corrected."
    ),
    ("alias", ChangeKind.WITHDRAWN): CountedSentence(
        "Another name was withdrawn.", "%(number)s other names were withdrawn."
    ),
    ("alias", ChangeKind.RESTORED): CountedSentence(
        "Another name was restored.", "%(number)s other names were restored."
    ),
    ("role", ChangeKind.ADDED): CountedSentence("A job was added.", "%(number)s jobs were added."),
    ("role", ChangeKind.CORRECTED): CountedSentence("A job was corrected.", "%(number)s jobs were corrected."),
    ("role", ChangeKind.WITHDRAWN): CountedSentence("A job was withdrawn.", "%(number)s jobs were withdrawn."),
    ("role", ChangeKind.RESTORED): CountedSentence("A job was restored.", "%(number)s jobs were restored."),
    ("statement", ChangeKind.ADDED): CountedSentence("A fact was added.", "%(number)s facts were added."),
    ("statement", ChangeKind.CORRECTED): CountedSentence("A fact was corrected.", "%(number)s facts were corrected."),
    ("statement", ChangeKind.WITHDRAWN): CountedSentence("A fact was withdrawn.", "%(number)s facts were withdrawn."),
    ("statement", ChangeKind.RESTORED): CountedSentence("A fact was restored.", "%(number)s facts were restored."),
    ("tie", ChangeKind.ADDED): CountedSentence("A connection was added.", "%(number)s connections were added."),
    ("tie", ChangeKind.CORRECTED): CountedSentence(
        "A connection was corrected.", "%(number)s connections were corrected."
    ),
    ("tie", ChangeKind.WITHDRAWN): CountedSentence(
        "A connection was withdrawn.", "%(number)s connections were withdrawn."
    ),
    ("tie", ChangeKind.RESTORED): CountedSentence(
        "A connection was restored.", "%(number)s connections were restored."
    ),
    ("response", ChangeKind.ADDED): CountedSentence("A reply was added.", "%(number)s replies were added."),
    ("response", ChangeKind.CORRECTED): CountedSentence("A reply was corrected.", "%(number)s replies were corrected."),
    ("response", ChangeKind.WITHDRAWN): CountedSentence("A reply was withdrawn.", "%(number)s replies were withdrawn."),
    ("response", ChangeKind.RESTORED): CountedSentence("A reply was restored.", "%(number)s replies were restored."),
    ("outcome", ChangeKind.ADDED): CountedSentence("An outcome was added.", "%(number)s outcomes were added."),
    ("outcome", ChangeKind.CORRECTED): CountedSentence(
        "An outcome was corrected.", "%(number)s outcomes were corrected."
    ),
    ("outcome", ChangeKind.WITHDRAWN): CountedSentence(
        "An outcome was withdrawn.", "%(number)s outcomes were withdrawn."
    ),
    ("outcome", ChangeKind.RESTORED): CountedSentence("An outcome was restored.", "%(number)s outcomes were restored."),
}
# Of what belongs to an allegation, on the page of somebody whom that concerns.
OF_ALLEGATIONS: Mapping[tuple[str, ChangeKind], CountedSentence] = {
    ("response", ChangeKind.ADDED): CountedSentence(
        "A reply was added to an allegation.",
        "%(number)s replies were added to allegations.",
    ),
    ("response", ChangeKind.CORRECTED): CountedSentence(
        "A reply to an allegation was corrected.",
        "%(number)s replies to allegations were corrected.",
    ),
    ("response", ChangeKind.WITHDRAWN): CountedSentence(
        "A reply to an allegation was withdrawn.",
        "%(number)s replies to allegations were withdrawn.",
    ),
    ("response", ChangeKind.RESTORED): CountedSentence(
        "A reply to an allegation was restored.",
        "%(number)s replies to allegations were restored.",
    ),
    ("outcome", ChangeKind.ADDED): CountedSentence(
        "The outcome of an allegation was added.",
        "%(number)s outcomes of allegations were added.",
    ),
    ("outcome", ChangeKind.CORRECTED): CountedSentence(
        "The outcome of an allegation was corrected.",
        "%(number)s outcomes of allegations were corrected.",
    ),
    ("outcome", ChangeKind.WITHDRAWN): CountedSentence(
        "The outcome of an allegation was withdrawn.",
        "%(number)s outcomes of allegations were withdrawn.",
    ),
    ("outcome", ChangeKind.RESTORED): CountedSentence(
        "The outcome of an allegation was restored.",
        "%(number)s outcomes of allegations were restored.",
    ),
}


def sentence(kind: ChangeKind, noun: str, entries: int, *, of_allegation: bool = False) -> str:
    """Return what happened to that many entries of the noun, which have no pages or are not named."""
    known = OF_ALLEGATIONS.get((noun, kind)) if of_allegation else None
    # Only what has a page of its own can be merged with another.
    one, many = known or ENTRIES.get((noun, kind)) or ENTRIES[noun, ChangeKind.WITHDRAWN]
    return ngettext(one, many, entries) % {"number": number(entries)}
