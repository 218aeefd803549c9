"""What rests on each sentence of a document, and what is wrong with it; the one module here that knows the database."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from people.fields import PartialDateField
from people.models import Passage, Source, Sourced
from people.querysets.citing import CITING_MODELS
from people.sources.copying import copied_passages, words_of
from people.sources.document import Sentence, SourceDocument
from people.text import MAX_OPENING_WORDS, begins_with
from people.vocabulary import DocumentLayout, SectionKind, Status

DOCUMENT_FIELDS = {
    *(("source", name) for name in ("title", "gallery_title", "publisher")),
    *(("passage", name) for name in ("text", "opening")),
}
"""Text that is the document's own."""

MODELS_NAMED_BY_PERSON = ("alias", "role", "statement")
"""Entries whose own words don't say whose they are."""


@dataclass(frozen=True)
class CitingEntry:
    """An entry that rests on a sentence.

    Attributes:
        entry: The row.
        is_public: Whether readers see it.
    """

    entry: Any
    is_public: bool

    @property
    def visibility(self) -> str:
        """Why readers don't see it, as a word to put before its noun; nothing if they do."""
        return "" if self.is_public else "draft " if self.entry.status == Status.DRAFT else "hidden "

    @property
    def nouns(self) -> str:
        """What it is, in the plural: roles, or draft roles."""
        return f"{self.visibility}{self.entry._meta.verbose_name_plural}"

    def __str__(self) -> str:
        of = f"{self.entry.person}, " if self.entry._meta.model_name in MODELS_NAMED_BY_PERSON else ""
        return f"{self.visibility}{self.entry._meta.verbose_name}: {of}{self.entry}"


@dataclass(frozen=True)
class CoverageLine:
    """A sentence of the document, and what accounts for it.

    Attributes:
        sentence: The sentence.
        passage: Its passage in the database, if it has one.
        cited_by: What cites the passage.
    """

    sentence: Sentence
    passage: Passage | None
    cited_by: tuple[CitingEntry, ...] = ()

    @property
    def address(self) -> str:
        """The passage's address in its source, such as `slide-5/3`."""
        return f"{self.sentence.section_key}/{self.sentence.number}"

    @property
    def reason(self) -> str:
        """Why nothing rests on the sentence, if that is said."""
        return self.passage.reason if self.passage else ""

    @property
    def is_cited(self) -> bool:
        """Whether something that readers see rests on the sentence."""
        return any(cited_by.is_public for cited_by in self.cited_by)

    @property
    def _shows_too_much(self) -> bool:
        """Whether the opening words of what is no heading are too many, or all of it."""
        if not self.passage or self.passage.is_heading:
            return False
        shown, words = len(self.passage.opening.split()), len(self.sentence.text.split())
        return shown > MAX_OPENING_WORDS or 0 < words <= shown

    @property
    def problems(self) -> list[str]:
        """What is wrong; nothing, if the sentence is accounted for."""
        if not self.passage:
            return ["the database has no passage for this sentence"]
        found = {
            "the sentence differs from the one that the passage was made of (digest)": (
                not self.sentence.has_digest(self.passage.digest)
            ),
            f"it doesn't begin with its opening words, “{self.passage.opening}”": (
                not begins_with(self.sentence.text, self.passage.opening)
            ),
            "its opening words are more than may be shown of a sentence": self._shows_too_much,
            "nothing that readers see rests on it, and no reason is given": not self.is_cited and not self.reason,
            "something rests on it, and a reason says why nothing does": self.is_cited and bool(self.reason),
        }
        return [problem for problem, is_so in found.items() if is_so]


@dataclass(frozen=True)
class Coverage:
    """What rests on a document.

    Attributes:
        lines: Its sentences, in order.
        strays: The passages of its source that it doesn't have, each with what cites it.
        copied: What is wrong with the words of entries.
    """

    lines: tuple[CoverageLine, ...]
    strays: tuple[tuple[Passage, tuple[CitingEntry, ...]], ...]
    copied: tuple[str, ...]

    @property
    def problems(self) -> list[str]:
        """Everything that is wrong, one line each."""
        on_lines = [f"{line.address}: {problem}" for line in self.lines for problem in line.problems]
        strays = [_stray_problem(passage, cited_by) for passage, cited_by in self.strays]
        return [*on_lines, *strays, *self.copied]

    @property
    def figures(self) -> dict[str, int]:
        """How many sentences are accounted for in each way."""
        rested_on = sum(line.is_cited for line in self.lines)
        reasoned = sum(bool(line.reason) and not line.is_cited for line in self.lines)
        unaccounted = len(self.lines) - rested_on - reasoned
        return {"sources of entries": rested_on, "with a reason": reasoned, "unaccounted for": unaccounted}

    @property
    def entries(self) -> dict[str, int]:
        """How many entries of each noun rest on the document, by the noun in the plural."""
        cited_by = {each.entry: each.nouns for line in self.lines for each in line.cited_by}
        return dict(sorted(Counter(cited_by.values()).items()))


LAYOUT_OF_SECTION = {
    SectionKind.SLIDE: DocumentLayout.GALLERY,
    SectionKind.TURN: DocumentLayout.TRANSCRIPT,
    SectionKind.PAGE: DocumentLayout.PAGES,
    SectionKind.PARAGRAPH: DocumentLayout.ARTICLE,
}
"""The layout of a document that has sections of that kind, the kind that decides first."""


def layout_of_source(source: Source) -> DocumentLayout | None:
    """Return the layout in which the source's passages were read, or None where it has none yet."""
    kinds = source.passages.section_kinds()
    return next((layout for kind, layout in LAYOUT_OF_SECTION.items() if kind in kinds), None)


def coverage(document: SourceDocument, source: Source) -> Coverage:
    """Return what rests on each sentence of a document, and what is wrong.

    Args:
        document: A copy of the source.
        source: The source that it is a copy of.
    """
    public = {(entry._meta.model_name, entry.pk) for one in source.passages.with_cited_by() for entry in _entries(one)}
    passages = {
        (passage.section, passage.sentence): (passage, tuple(_citing_entries(passage, public)))
        for passage in source.passages.with_cited_by_and_drafts()
    }
    lines = tuple(
        CoverageLine(sentence, *passages.pop((sentence.section_key, sentence.number), (None, ())))
        for sentence in document.sentences
    )
    text = "\n".join(sentence.text for sentence in document.sentences)
    return Coverage(lines, tuple(passages.values()), (*_misquoted(lines, source), *_copied(text)))


def _entries(passage: Passage) -> Iterator[Sourced]:
    for model in CITING_MODELS:
        yield from getattr(passage, f"{model}_set").all()


def _citing_entries(passage: Passage, public: set[tuple[str | None, int]]) -> Iterator[CitingEntry]:
    for entry in _entries(passage):
        yield CitingEntry(entry, (entry._meta.model_name, entry.pk) in public)


def _stray_problem(passage: Passage, cited_by: tuple[CitingEntry, ...]) -> str:
    citing = f"; it is cited by {'; '.join(map(str, cited_by))}" if cited_by else ""
    return f"{passage.section}/{passage.sentence}: the document has no such sentence{citing}"


def _misquoted(lines: tuple[CoverageLine, ...], source: Source) -> Iterator[str]:
    """Yield the answers that quote words which the sentences that they cite, all of this source, don't have."""
    cited: dict[Any, str] = {}
    for line in lines:
        for entry in (cited_by.entry for cited_by in line.cited_by if getattr(cited_by.entry, "quote", "")):
            cited[entry] = f"{cited.get(entry, '')} {line.sentence.text}"
    for entry, text in cited.items():
        has_words = f" {' '.join(words_of(entry.quote))} " in f" {' '.join(words_of(text))} "
        if not has_words and not entry.passages.exclude(source=source).exists():
            yield f"{_name(entry)}: the sentences that it cites don't have the words “{entry.quote}”"


def _copied(document: str) -> Iterator[str]:
    """Yield what entries copied from the document, whatever they cite."""
    for model in apps.get_app_config("people").get_models():
        names = [field.name for field in model._meta.concrete_fields if _is_prose(field)]
        rows = model._default_manager.select_related().order_by("pk")
        for row in rows.iterator() if names else ():
            for name in names:
                for words in copied_passages(document, _quotable(name, getattr(row, name))):
                    yield f"{_name(row)}: {name} copies the document: {words}"


def _is_prose(field: models.Field) -> bool:
    """Return whether editors write text of their own into the field."""
    text = isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices
    coded = isinstance(field, models.SlugField | models.URLField | PartialDateField)
    return text and not coded and (field.model._meta.model_name, field.name) not in DOCUMENT_FIELDS


def _quotable(name: str, text: str) -> str:
    """Return the text of a field, as a quotation if it is one that is stored without its marks."""
    return f"“{text}”" if name == "quote" else text


def _name(row: models.Model) -> str:
    key = row.natural_key() if hasattr(row, "natural_key") else (row.pk,)
    return f"{row._meta.verbose_name} {'/'.join(map(str, key))}"
