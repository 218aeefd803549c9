"""What the page of a person or an organisation tells of entries that name them, and are about others."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from people.languages import gettext
from people.models import Allegation, Meeting, Passage, Person, Sourced, Statement, Tie


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

    @property
    def kind(self) -> str:
        """Return what kind of entry it is."""
        return str(self.entry._meta.model_name)

    @property
    def standing_value(self) -> str:
        """Return on whose word it rests, as the entry has it."""
        return str(self.entry.standing) if self.standing else ""

    @property
    def date(self) -> str:
        """Return of when it is, in EDTF."""
        return str(self.entry.date) if self.when else ""

    @property
    def passages(self) -> Any:
        """Return the sentences on which it rests."""
        return Passage.objects.none() if isinstance(self.entry, Person) else self.entry.passages

    @property
    def responses(self) -> list[Any]:
        """Return what is replied to an allegation."""
        return list(self.entry.responses.all()) if self.is_allegation else []

    @property
    def outcomes(self) -> list[Any]:
        """Return what became of an allegation."""
        return list(self.entry.outcomes.all()) if self.is_allegation else []

    def get_absolute_url(self) -> str:
        """Return the address of the entry, or of the page that it stands on."""
        return str(self.entry.get_absolute_url())


def mention(entry: Sourced) -> Mention:
    """Return what is told of the entry; everything of it is prefetched."""
    if isinstance(entry, Allegation):
        return Mention(entry, gettext("Allegation"), str(entry), entry.claim, entry.get_standing_display())
    if isinstance(entry, Meeting):
        return Mention(
            entry, entry.get_kind_display(), str(entry), entry.summary, entry.get_standing_display(), entry.when
        )
    if isinstance(entry, Statement):
        standing = entry.get_standing_display()
        return Mention(entry, gettext("Fact"), str(entry.person), entry.summary, standing, entry.when)
    if isinstance(entry, Tie):
        return Mention(entry, gettext("Connection"), str(entry), entry.summary, entry.get_standing_display())
    return Mention(entry, gettext("Summary"), str(entry))


def citing(entries: Iterable[Sourced]) -> Iterator[Sourced]:
    """Yield those of the entries whose citations are printed, and the replies to them."""
    for entry in entries:
        if not isinstance(entry, Person):
            yield entry
        if isinstance(entry, Allegation):
            yield from entry.responses.all()
            yield from entry.outcomes.all()
