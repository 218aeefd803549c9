"""What both databases do to keep the index."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from django.db import transaction

from people.search.document_specs import INDEXED_SPECS, DocumentSpec, row_of
from people.search.maintenance.documents import selection
from people.search.maintenance.titles import (
    INSERTION,
    MISSING_TITLES,
    SURPLUS_TITLES,
    deletion_of_titles,
    unheld_titles,
)
from people.triggers import Triggers

MISSING_DOCUMENT = "is not in the index"
SURPLUS_DOCUMENT = "is in the index, but should not be"
OUTDATED_DOCUMENT = "is in the index as it was"


class Difference(NamedTuple):
    """Where the index is not what a fresh one would be: what, and what is wrong with it."""

    what: str
    problem: str

    def __str__(self) -> str:
        return f"{self.what} {self.problem}"


class SearchTriggers(Triggers):
    """Keeps the index of a database.

    A row's document goes and comes with the row, by triggers of the row's table; that of a job title with the roles
    that have it. What makes documents searchable follows from them, by triggers and generated columns of their own.
    """

    prefix = "people_search_"
    vendor: ClassVar[str]

    @abstractmethod
    def refill(self) -> None:
        """Make all documents afresh, and what makes them searchable."""

    def inconsistencies(self) -> Iterator[Difference]:
        """Yield where what makes documents searchable doesn't agree with them."""
        yield from ()

    def is_ready(self) -> bool:
        """Return whether the database has the tables of the index, and the columns of which it is made."""
        described = self.connection.introspection
        if not {"people_searchdocument", *(spec.table for spec in INDEXED_SPECS)} <= set(described.table_names()):
            return False
        with self.connection.cursor() as cursor:
            columns = {column.name for column in described.get_table_description(cursor, INDEXED_SPECS[-1].table)}
        return columns.issuperset(INDEXED_SPECS[-1].columns)

    def rebuild(self) -> None:
        """Make the index afresh, and install the triggers where they are not as they should be.

        Triggers and documents come together or not at all: triggers in place say that the index can be trusted. Readers
        don't wait, unless PostgreSQL has to drop a trigger.
        """
        if self.is_installed():
            self.refill()
            return
        with transaction.atomic(using=self.connection.alias):
            self.uninstall()
            self.install()
            self.refill()

    def check(self) -> list[Difference]:
        """Return where the index is not what `rebuild` would make it, first the triggers, then by model and id."""
        documents = (difference for spec in INDEXED_SPECS for difference in self._check_documents(spec))
        return [
            *self._check_triggers(),
            *self._check_titles(),
            *documents,
            *self._check_words(),
            *self.inconsistencies(),
        ]

    def _check_triggers(self) -> Iterator[Difference]:
        wanted, installed = self.expected(), self.installed()
        for name in sorted(wanted.keys() | installed.keys()):
            if wanted.get(name) != installed.get(name):
                problem = "is missing" if name not in installed else "differs" if name in wanted else "is not ours"
                yield Difference(f"Trigger {name}", problem)

    def refill_titles(self) -> None:
        """Take away the titles that no role has, and add those that are missing."""
        unheld, missing = self.select(unheld_titles(self.vendor)), self.select(MISSING_TITLES)
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.executemany(deletion_of_titles("id = %s", self.vendor), unheld)
            cursor.executemany(INSERTION, missing)

    def _check_titles(self) -> Iterator[Difference]:
        for query, problem in ((MISSING_TITLES, MISSING_DOCUMENT), (SURPLUS_TITLES, SURPLUS_DOCUMENT)):
            titles = sorted({title for title, *_ in self.select(query)})
            yield from (Difference(f"Job title “{title}”", problem) for title in titles)

    def _check_documents(self, spec: DocumentSpec) -> Iterator[Difference]:
        wanted = selection(spec, self.vendor)
        indexed = f"SELECT id, title, body FROM people_searchdocument WHERE {within(spec)}"  # noqa: S608
        # One statement sees the database at one time, even while somebody writes.
        rows = self.select(
            f"SELECT 0, missing.* FROM ({wanted} EXCEPT {indexed}) AS missing "  # noqa: S608 - nothing from outside
            f"UNION ALL SELECT 1, surplus.* FROM ({indexed} EXCEPT {wanted}) AS surplus"
        )
        missing, surplus = ({document for kind, document, *_ in rows if kind == one} for one in (0, 1))
        for document in sorted(missing | surplus):
            problem = (
                SURPLUS_DOCUMENT
                if document not in missing
                else OUTDATED_DOCUMENT
                if document in surplus
                else MISSING_DOCUMENT
            )
            yield Difference(f"{spec.name.capitalize()} {row_of(document)}", problem)

    def _check_words(self) -> Iterator[Difference]:
        """Yield the words of documents that are not known. Known words that no document has any more do no harm."""
        unknown = self.select("SELECT word FROM people_searchdocumentword EXCEPT SELECT word FROM people_searchword")
        yield from (Difference(f"Word {word}", "is not known") for (word,) in unknown)


def within(spec: DocumentSpec) -> str:
    """Return the condition of the documents of a model."""
    return " OR ".join(f"id BETWEEN {first} AND {last}" for first, last in spec.ranges(hidden=True))
