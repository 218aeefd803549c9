"""What is searched: which columns of which model make its documents, and which entry a document shows."""

from dataclasses import dataclass
from typing import Any

from people.models import (
    Alias,
    Allegation,
    JobTitle,
    Meeting,
    Organisation,
    Outcome,
    Person,
    Response,
    Role,
    Source,
    Statement,
    Tie,
)

# A document's id is the number of its model times 2 to the 48th, plus the id of its row; and of what readers must not
# find, drafts above all, this many times as much. So readers look for documents below that, and nowhere else.
SHIFT = 48
HIDDEN = 32 << SHIFT


@dataclass(frozen=True)
class DocumentSpec:
    """A model whose rows are documents of the index.

    Attributes:
        number: Its part of the documents' ids; never reused.
        model: The model.
        title: The column by which an entry is called; empty where it has none.
        body: The other columns that are searched.
        entry: The column that names the entry to show: the row itself, or the one it belongs to.
        released: Whether its rows are drafts or published.
        is_read: Whether readers find it; editors find all.
        is_indexed: Whether its rows have documents. Roles have none, as their titles do (JobTitle).
        key: The column by which the index of people knows whom a row finds.
    """

    number: int
    model: Any
    title: str
    body: tuple[str, ...] = ()
    entry: str = "pk"
    released: bool = True
    is_read: bool = True
    is_indexed: bool = True
    key: str = "id"

    @property
    def name(self) -> str:
        """Return the model's name."""
        return str(self.model._meta.model_name)

    @property
    def kind(self) -> str:
        """Return the name of the model of the entry to show."""
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


DOCUMENT_SPECS = (
    DocumentSpec(1, Person, "name", ("description", "summary")),
    DocumentSpec(2, Alias, "name", entry="person_id"),
    DocumentSpec(3, Organisation, "name", released=False),
    DocumentSpec(4, JobTitle, "title", entry="title_id", key="title_slug"),
    DocumentSpec(5, Meeting, "title", ("summary", "place")),
    DocumentSpec(6, Allegation, "title", ("claim", "said_by")),
    DocumentSpec(7, Response, "", ("summary", "quote"), entry="allegation_id"),
    DocumentSpec(8, Statement, "", ("summary",)),
    DocumentSpec(9, Source, "title", ("publisher",), released=False, is_read=False),
    DocumentSpec(10, Tie, "", ("summary",), is_read=False),
    DocumentSpec(11, Outcome, "", ("summary",), entry="allegation_id"),
    DocumentSpec(12, Role, "title", is_indexed=False),
)
INDEXED_SPECS = tuple(spec for spec in DOCUMENT_SPECS if spec.is_indexed)
READER_SPECS = tuple(spec for spec in INDEXED_SPECS if spec.is_read)
SPEC_OF_MODEL: dict[Any, DocumentSpec] = {spec.model: spec for spec in DOCUMENT_SPECS}


def document_id_of(number: int, row: int) -> int:
    """Return the id of the document made of a row of the model with that number."""
    return (number << SHIFT) + row


def spec_of_document(document: int) -> DocumentSpec:
    """Return the spec of the document with that id."""
    return DOCUMENT_SPECS[(document % HIDDEN >> SHIFT) - 1]


def row_of(document: int) -> int:
    """Return the id of the row that the document is made of."""
    return document & ((1 << SHIFT) - 1)
