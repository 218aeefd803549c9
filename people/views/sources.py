"""The list of sources, one source sentence by sentence, and all that rests on one sentence."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render

from people.exports.annotations import annotation_page
from people.exports.annotations import annotations as annotation_collection
from people.exports.streaming import joined
from people.filters import PAGE, ParameterError
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Alias, Passage, Role, Source, Sourced, Statement
from people.models.base import address
from people.pages.downloads import download
from people.pages.entries import redirect_renamed, redirect_renamed_view, withdrawn_or_404
from people.pages.errors import bad_parameters
from people.pages.listing import PAGE_SIZE, numbered_links, read_page
from people.problem_details import invalid_parameters_response
from people.querysets.loading import CitingEntries, load_cited_by
from people.querysets.passage import PASSAGES_PER_PAGE, PassageQuerySet
from people.requests import absolute_url, site_url
from people.vocabulary import PassageUse

ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

# What readers call the entries whose models have other names.
KINDS: dict[str, Any] = {
    "alias": _("other name"),
    "allegation": _("allegation"),
    "meeting": _("meeting"),
    "outcome": _("outcome"),
    "person": _("person"),
    "response": _("reply"),
    "role": _("job"),
    "statement": _("fact"),
    "tie": _("connection"),
}


class CitingEntryLink(NamedTuple):
    """An entry that rests on a sentence: what kind of entry, what it says in short, and where it stands."""

    kind: str
    text: str
    address: str


class SentenceRow(NamedTuple):
    """A sentence of a source with the first entries that rest on it, and how many more do."""

    passage: Passage
    cited_by: list[CitingEntryLink]
    more: int


class SourceSection(NamedTuple):
    """A section of a source: its address on the page, what it is, its number, and its sentences."""

    anchor: str
    words: str
    kind: str
    number: str
    sentences: list[SentenceRow]


class SentenceCounts(NamedTuple):
    """How many sentences a source has, how many entries cite, how many give a reason for none, and the rest."""

    total: int
    used: int
    explained: int
    open: int


class SentencePaginator(Paginator):
    """The pages of a source, whose sentences go by their positions: see page_of."""

    object_list: PassageQuerySet

    def __init__(self, source: Source) -> None:
        """Take the source."""
        super().__init__(source.passages.all(), PASSAGES_PER_PAGE)

    @cached_property
    def num_pages(self) -> int:
        """Return the number of the last page."""
        return int(self.object_list.last_page())

    def page(self, number: Any) -> Page:
        """Return the page with its sentences. Raises InvalidPage."""
        number = self.validate_number(number)
        return Page(self.object_list.on_page(number), number, self)


def sources(request: HttpRequest) -> HttpResponse:
    """List the sources with how many of their sentences carry something."""
    page = read_page(request, Paginator(Source.public.by_title(), PAGE_SIZE))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    listed = list(page.object_list)
    coverages = count_coverage(listed)
    context = {
        "sources": [(one, coverages[one.pk]) for one in listed],
        "several": page.paginator.count > 1,
        "links": numbered_links(page),
    }
    return render(request, "people/sources.html", context, using="jinja2")


def source(request: HttpRequest, slug: str) -> HttpResponse:
    """Show each sentence of the source with what rests on it, or why nothing does."""
    found = Source.public.filter(slug=slug).first()
    if found is None:
        return redirect_renamed(request, Source.public, slug)
    page = read_page(request, SentencePaginator(found))
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    sections = list(sections_of(load_cited_by(page.object_list)))
    context = {
        "source": found,
        "sections": sections,
        "index": index(sections),
        "coverage": count_coverage([found])[found.pk],
        "links": numbered_links(page),
    }
    return render(request, "people/source.html", context, using="jinja2")


def passage(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """List everything that rests on one sentence. Raises Http404 where the source has no such sentence."""
    found = Passage.public.select_related("source").at_anchor(anchor).filter(source__slug=slug).first()
    if found is None:
        return redirect_renamed_passage(request, slug, anchor)
    page = read_page(request, Paginator(CitingEntries(found), PAGE_SIZE))  # type: ignore[arg-type]
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    context = {
        "passage": found,
        "resting": list(map(citing_entry_link, page.object_list)),
        "total": page.paginator.count,
        "links": numbered_links(page),
    }
    return render(request, "people/passage.html", context, using="jinja2")


def redirect_renamed_passage(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """Return the redirect to the sentence of the source that had that slug before.

    Where the source was withdrawn, returns the page that says so. Raises Http404 where there never was such a sentence.
    """
    renamed = Source.public.formerly(slug).first()
    if renamed is None and Source.public.filter(slug=slug).exists():
        raise Http404
    if renamed is None:
        return withdrawn_or_404(request, Source.public, slug)
    return HttpResponsePermanentRedirect(address("passage", renamed.slug, anchor))


def annotations(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send what rests on each sentence of the source as Web Annotations: the collection, or one of its pages."""
    found = Source.public.filter(slug=slug).first()
    if found is None:
        return redirect_renamed_view(request, Source.public, slug)
    collection = absolute_url(request, request.path)
    if PAGE not in request.GET:
        pieces = annotation_collection(found, collection, site_url(request))
        return download(request, joined(pieces), ANNOTATIONS)
    page = read_page(request, SentencePaginator(found))
    if isinstance(page, ParameterError):
        return invalid_parameters_response(request, [page._asdict()])
    pieces = annotation_page(found, collection, site_url(request), page.number)
    return download(request, joined(pieces), ANNOTATIONS)


def count_coverage(found: list[Source]) -> dict[int, SentenceCounts]:
    """Return how many sentences of each of the sources, given by its key, carry something or say why they don't."""
    numbers = Passage.objects.count_by_source_and_use(found)
    uses = (PassageUse.USED, PassageUse.EXPLAINED, PassageUse.OPEN)
    counts = {one.pk: [numbers.get((one.pk, use.value), 0) for use in uses] for one in found}
    return {key: SentenceCounts(sum(by_use), *by_use) for key, by_use in counts.items()}


def sections_of(passages: Iterable[Passage]) -> Iterator[SourceSection]:
    """Yield the sections that the passages stand in, in the document's order; what rests on them is prefetched."""
    for anchor, group in groupby(passages, attrgetter("section")):
        sentences = [
            SentenceRow(one, list(map(citing_entry_link, one.entries)), one.entry_count - len(one.entries))
            for one in group
        ]
        first = sentences[0].passage
        yield SourceSection(anchor, first.section_words, str(first.kind.label), first.number, sentences)


def index(sections: Iterable[SourceSection]) -> list[tuple[str, list[SourceSection]]]:
    """Return the sections by kind, the kind with the most sections first; those without a number are other ones."""
    by_kind: dict[str, list[SourceSection]] = {}
    for section in sections:
        by_kind.setdefault(section.kind if section.number else gettext("other"), []).append(section)
    return sorted(by_kind.items(), key=lambda row: (row[0] == gettext("other"), -len(row[1])))


def citing_entry_link(entry: Sourced) -> CitingEntryLink:
    """Return the entry as a list of what rests on a sentence shows it."""
    model = str(entry._meta.model_name)
    return CitingEntryLink(str(KINDS.get(model, model)), short(entry), entry.get_absolute_url())


def short(entry: Sourced) -> str:
    """Return in short what the entry says, with the person whom a role, a name or a statement concerns."""
    if isinstance(entry, Statement):
        return entry.headline
    if isinstance(entry, Alias | Role):
        return f"{entry.person}: {entry}"
    return str(entry)
