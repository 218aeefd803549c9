"""What the page of a person or an organisation tells of entries that name them, and are about others."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from people.models import Allegation, Meeting, Person, Sourced, Statement, Tie


class Mention(NamedTuple):
    """An entry that names somebody: what it is, whose or which it is, what it says, on whose word, and of when.

    Of a summary it is only told whose it is: what it says rests on other entries.
    """

    entry: Sourced
    label: str
    heading: str
    text: str = ""
    standing: str = ""
    when: str = ""

    @property
    def is_allegation(self) -> bool:
        """Return whether replies belong to it."""
        return isinstance(self.entry, Allegation)


def mention(entry: Sourced) -> Mention:
    """Return what is told of the entry; everything of it is prefetched."""
    if isinstance(entry, Allegation):
        return Mention(entry, "Allegation", str(entry), entry.claim, entry.get_standing_display())
    if isinstance(entry, Meeting):
        return Mention(
            entry, entry.get_kind_display(), str(entry), entry.summary, entry.get_standing_display(), entry.when
        )
    if isinstance(entry, Statement):
        return Mention(entry, "Fact", str(entry.person), entry.summary, entry.get_standing_display(), entry.when)
    if isinstance(entry, Tie):
        return Mention(entry, "Connection", str(entry), entry.summary, entry.get_standing_display())
    return Mention(entry, "Summary", str(entry))


def citing(entries: Iterable[Sourced]) -> Iterator[Sourced]:
    """Yield those of the entries whose citations are printed, and the replies to them."""
    for entry in entries:
        if not isinstance(entry, Person):
            yield entry
        if isinstance(entry, Allegation):
            yield from entry.responses.all()
            yield from entry.outcomes.all()
