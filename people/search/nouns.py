"""What is searched: which columns of which noun make its documents, and which entry a document shows."""

from dataclasses import dataclass
from typing import Any

from people.models import Alias, Allegation, Meeting, Organisation, Person, Response, Role, Source, Statement, Tie

# A document's id is the number of its noun times 2 to the 48th, plus the id of its row; and of what readers must not
# find, drafts above all, this many times as much. So readers look for documents below that, and nowhere else.
SHIFT = 48
HIDDEN = 32 << SHIFT


@dataclass(frozen=True)
class SearchNoun:
    """A model whose rows are documents of the index.

    Attributes:
        number: Its part of the documents' ids; never reused.
        model: The model.
        title: The column by which an entry is called; empty where it has none.
        body: The other columns that are searched.
        entry: The column that names the entry to show: the row itself, or the one it belongs to.
        released: Whether its rows are drafts or published.
        is_read: Whether readers find it; editors find all.
    """

    number: int
    model: Any
    title: str
    body: tuple[str, ...] = ()
    entry: str = "pk"
    released: bool = True
    is_read: bool = True

    @property
    def name(self) -> str:
        """Return the noun in one word."""
        return str(self.model._meta.model_name)

    @property
    def kind(self) -> str:
        """Return the name of the noun of the entry to show."""
        return self.name if self.entry == "pk" else self.entry.removesuffix("_id")

    @property
    def table(self) -> str:
        """Return the table of its rows."""
        return str(self.model._meta.db_table)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns on which its documents depend."""
        return tuple(filter(None, ("id", self.title, *self.body, *self.spellings, "status" if self.released else "")))

    @property
    def spellings(self) -> tuple[str, str]:
        """Return the columns of other spellings of title and body; empty where there is no such part."""
        return ("title_spellings" if self.title else "", "body_spellings" if self.body else "")

    @property
    def first(self) -> int:
        """Return the least id that its documents can have, those that are hidden apart."""
        return self.number << SHIFT

    @property
    def last(self) -> int:
        """Return the greatest id that its documents can have, those that are hidden apart."""
        return (self.number + 1 << SHIFT) - 1

    def ranges(self, *, hidden: bool) -> list[tuple[int, int]]:
        """Return between which ids its documents lie."""
        return [(self.first, self.last), *([(self.first + HIDDEN, self.last + HIDDEN)] if hidden else [])]


NOUNS = (
    SearchNoun(1, Person, "name", ("description", "summary")),
    SearchNoun(2, Alias, "name", entry="person_id"),
    SearchNoun(3, Organisation, "name", released=False),
    SearchNoun(4, Role, "title"),
    SearchNoun(5, Meeting, "title", ("summary", "place")),
    SearchNoun(6, Allegation, "title", ("claim", "said_by")),
    SearchNoun(7, Response, "", ("summary", "quote"), entry="allegation_id"),
    SearchNoun(8, Statement, "", ("summary",)),
    SearchNoun(9, Source, "title", ("publisher",), released=False, is_read=False),
    SearchNoun(10, Tie, "", ("summary",), is_read=False),
)
READ = tuple(noun for noun in NOUNS if noun.is_read)
NOUN_OF: dict[Any, SearchNoun] = {noun.model: noun for noun in NOUNS}


def document_of(number: int, row: int) -> int:
    """Return the id of the document made of a row of the noun with that number."""
    return (number << SHIFT) + row


def noun_of(document: int) -> SearchNoun:
    """Return the noun of the document with that id."""
    return NOUNS[(document % HIDDEN >> SHIFT) - 1]


def row_of(document: int) -> int:
    """Return the id of the row that the document is made of."""
    return document & ((1 << SHIFT) - 1)
