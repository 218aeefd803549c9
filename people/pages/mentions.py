"""What the page of a person or an organisation tells of entries that name them, and are about others."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from people.languages import gettext
from people.models import Allegation, Meeting, Person, Statement


class Mention(NamedTuple):
    """An entry that names somebody: what it is, whose or which it is, what it says, on whose word, and of when.

    Of a summary it is only told whose it is: what it says rests on other entries.
    """

    entry: Any
    label: str
    heading: str
    text: str = ""
    standing: str = ""
    when: str = ""

    @property
    def is_allegation(self) -> bool:
        """Return whether replies belong to it."""
        return isinstance(self.entry, Allegation)


def mention(entry: Any) -> Mention:
    """Return what is told of the entry; everything of it is prefetched."""
    if isinstance(entry, Allegation):
        return Mention(entry, gettext("Allegation"), str(entry), entry.claim, entry.get_standing_display())
    if isinstance(entry, Meeting):
        return Mention(
            entry, entry.get_kind_display(), str(entry), entry.summary, entry.get_standing_display(), entry.when
        )
    if isinstance(entry, Statement):
        return Mention(
            entry, gettext("Fact"), str(entry.person), entry.summary, entry.get_standing_display(), entry.when
        )
    return Mention(entry, gettext("Summary"), str(entry)) if isinstance(entry, Person) else _tie(entry)


def _tie(tie: Any) -> Mention:
    return Mention(tie, gettext("Connection"), str(tie), tie.summary, tie.get_standing_display())


def citing(entries: Iterable[Any]) -> Iterator[Any]:
    """Yield those of the entries whose citations are printed, and the replies to them."""
    for entry in entries:
        if not isinstance(entry, Person):
            yield entry
        if isinstance(entry, Allegation):
            yield from entry.responses.all()
            yield from entry.outcomes.all()
