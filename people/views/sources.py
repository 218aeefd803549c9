"""The list of sources, and one source sentence by sentence."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.models import Alias, Passage, Role, Source, Sourced, Statement
from people.querysets.source import RESTING
from people.views.entries import moved

# What readers call the entries whose models have other names.
KINDS = {"alias": "other name", "response": "answer", "tie": "connection"}


class Resting(NamedTuple):
    """An entry that rests on a sentence: what kind of entry, what it says in short, and where it stands."""

    kind: str
    text: str
    address: str


class Sentence(NamedTuple):
    """A sentence of a source with the entries that rest on it."""

    passage: Passage
    resting: list[Resting]


class Section(NamedTuple):
    """A section of a source: its address on the page, what it is, its number, and its sentences."""

    anchor: str
    words: str
    kind: str
    number: str
    sentences: list[Sentence]


class Coverage(NamedTuple):
    """How many sentences a source has, how many carry an entry, how many give a reason for none, and the rest."""

    total: int
    carrying: int
    explained: int
    open: int


def sources(request: HttpRequest) -> HttpResponse:
    """List the sources with how many of their sentences carry something."""
    carrying = Passage.objects.carrying().count_by_source()
    rows = [(source, carrying.get(source.pk, 0)) for source in Source.objects.for_list()]
    return render(request, "people/sources.html", {"sources": rows}, using="jinja2")


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each sentence of the source with what rests on it, or why nothing does."""
    found = Source.objects.filter(slug=slug).first()
    if found is None:
        return moved(request, Source.objects.all(), slug)
    sections = list(sections_of(found.passages.with_resting()))
    context = {"source": found, "sections": sections, "index": index(sections), "coverage": coverage(sections)}
    return render(request, "people/source.html", context, using="jinja2")


def sections_of(passages: Iterable[Passage]) -> Iterator[Section]:
    """Yield the sections that the passages stand in, in the document's order."""
    for anchor, group in groupby(passages, attrgetter("section")):
        sentences = [Sentence(passage, list(resting_on(passage))) for passage in group]
        first = sentences[0].passage
        yield Section(anchor, first.section_words, first.kind.label, first.number, sentences)


def index(sections: Iterable[Section]) -> list[tuple[str, list[Section]]]:
    """Return the sections by kind, the kind with the most sections first; those without a number are other ones."""
    by_kind: dict[str, list[Section]] = {}
    for section in sections:
        by_kind.setdefault(section.kind if section.number else "other", []).append(section)
    return sorted(by_kind.items(), key=lambda row: (row[0] == "other", -len(row[1])))


def resting_on(passage: Passage) -> Iterator[Resting]:
    """Yield what rests on the passage; its entries are at hand."""
    for model in RESTING:
        for entry in getattr(passage, f"{model}_set").all():
            yield Resting(KINDS.get(model, model), short(entry), entry.get_absolute_url())


def short(entry: Sourced) -> str:
    """Return in short what the entry says, with the person whom a role, a name or a statement concerns."""
    if isinstance(entry, Alias | Role | Statement):
        return f"{entry.person}: {entry}"
    return str(entry)


def coverage(sections: Iterable[Section]) -> Coverage:
    """Return how many sentences of the sections carry something, and how many say why they don't."""
    sentences = [sentence for section in sections for sentence in section.sentences]
    carrying = sum(1 for sentence in sentences if sentence.resting)
    explained = sum(1 for sentence in sentences if not sentence.resting and sentence.passage.reason)
    return Coverage(len(sentences), carrying, explained, len(sentences) - carrying - explained)
