"""Taking the data away: each list with its filters, everything at once, and each profile and source for programs."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from people.exports import tables
from people.exports.bibtex import bibtex
from people.exports.citation import Citation
from people.exports.csl import csl
from people.exports.csv import Table, csv_lines
from people.exports.formats import FORMATS
from people.exports.jsonld import embedded, profile_document
from people.exports.streaming import in_chunks, joined, json_object, json_text
from people.filters import AllegationFilter, ListFilter, MeetingFilter, PersonFilter, Problem
from people.models import Allegation, Meeting, Person, Source
from people.problem_details import invalid_parameters_response
from people.querysets.loading import find_profile
from people.querysets.sides import load_allegations, load_export
from people.requests import site_url
from people.serializers.allegation import AllegationSerializer
from people.serializers.base import EntrySerializer
from people.serializers.meeting import MeetingSerializer
from people.serializers.person import ProfileSerializer
from people.views.downloads import download, limited

MARK = "bom"
MARKS = ("yes", "no")

# Sources whose annotations the page about the data links to; each of the others links to its own.
SOURCES_SHOWN = 50


class ExportList(NamedTuple):
    """A list that readers can take: its filters, what loads its rows in order, and what a row is as CSV and as JSON.

    `load_rows` and `load_entries` prefetch what else is told of some of them.
    """

    filters: type[ListFilter]
    public: Any
    rows: Callable[[Any], Any]
    entries: Callable[[Any], Any]
    table: Table
    serializer: type[EntrySerializer]
    load_rows: Callable[[Iterable[Any]], None] | None = None
    load_entries: Callable[[Iterable[Any]], None] | None = None


def exported(filters: ListFilter) -> Any:
    """Return the rows listed with all that an export tells of one at hand."""
    return filters.qs.for_export()


LISTS = {
    "people": ExportList(
        PersonFilter,
        Person.public,
        lambda filters: filters.qs.sorted_by(filters.order).for_table(),
        lambda filters: filters.qs.sorted_by(filters.order).for_export(),
        tables.PEOPLE,
        ProfileSerializer,
        load_allegations,
        load_export,
    ),
    "meetings": ExportList(
        MeetingFilter,
        Meeting.public,
        exported,
        exported,
        tables.MEETINGS,
        MeetingSerializer,
    ),
    "allegations": ExportList(
        AllegationFilter,
        Allegation.public,
        exported,
        exported,
        tables.ALLEGATIONS,
        AllegationSerializer,
    ),
}


@limited
def list_csv(request: HttpRequest, noun: str) -> HttpResponseBase:
    """Send the list that the query string asks for as CSV; `bom=yes` begins it with a byte order mark."""
    listing = LISTS[noun]
    filters = read(request, noun)
    problems = [*problems_of(filters, MARK), *mark_problems(request)]
    if problems:
        return moved_list(request, filters) or HttpResponse(
            as_text(problems), status=400, content_type="text/plain; charset=utf-8"
        )
    rows = in_chunks(listing.rows(filters), listing.load_rows)
    lines = csv_lines(listing.table, rows, site_url(request), mark=request.GET.get(MARK) == "yes")
    return download(request, joined(lines), "text/csv; charset=utf-8", f"{noun}.csv", filters.headers)


@limited
def list_json(request: HttpRequest, noun: str) -> HttpResponseBase:
    """Send the list that the query string asks for as JSON, each entry under the keys of the API."""
    listing = LISTS[noun]
    filters = read(request, noun)
    problems = problems_of(filters)
    if problems:
        errors = [problem._asdict() for problem in problems]
        return moved_list(request, filters) or invalid_parameters_response(request, errors)
    write = listing.serializer(context={"site": site_url(request)}).to_representation
    entries = map(write, in_chunks(listing.entries(filters), listing.load_entries))
    pieces = joined(json_object({"results": entries}))
    return download(request, pieces, "application/json", f"{noun}.json", filters.headers)


def read(request: HttpRequest, noun: str) -> Any:
    """Return the list's filters with what the query string gives."""
    listing = LISTS[noun]
    return listing.filters(request.GET, listing.public.all())


def problems_of(filters: ListFilter, *others: str) -> list[Problem]:
    """Return what is wrong with the query string. What means nothing is wrong too, or a typo would give everything."""
    known = [*filters.filters, *others]
    unknown = [name for name in filters.data if name not in known]
    named = [Problem(name, f"“{name}” is no parameter of this address.", known) for name in unknown]
    return [*named, *([] if filters.is_valid() else filters.problems)]


def mark_problems(request: HttpRequest) -> list[Problem]:
    """Return what is wrong with the parameter that asks for a byte order mark."""
    given = request.GET.get(MARK, "")
    known = not given or given in MARKS
    return [] if known else [Problem(MARK, f"“{given}” is none of the choices.", list(MARKS))]


def moved_list(request: HttpRequest, filters: ListFilter) -> HttpResponsePermanentRedirect | None:
    """Return the redirect to the list with today's slugs, or None where no slug was renamed."""
    return HttpResponsePermanentRedirect(f"{request.path}{filters.renamed}") if filters.renamed else None


def as_text(problems: Sequence[Problem]) -> str:
    """Return what is wrong with the query string as plain text, a line for each parameter."""
    choices = (f" Choices: {', '.join(problem.choices)}" if problem.choices else "" for problem in problems)
    return "".join(
        f"{problem.parameter}: {problem.message}{some}\n" for problem, some in zip(problems, choices, strict=True)
    )


def data(request: HttpRequest) -> HttpResponse:
    """List everything that can be taken away, and explain it."""
    sources = Source.public.by_title()
    context = {
        "formats": FORMATS,
        "lists": list(LISTS),
        "sources": sources[:SOURCES_SHOWN],
        "more_sources": max(sources.count() - SOURCES_SHOWN, 0),
    }
    return render(request, "people/data.html", context, using="jinja2")


@limited
def data_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send everything in the format of that file. Raises Http404 for a file that there is not."""
    if name not in FORMATS:
        raise Http404
    wanted = FORMATS[name]
    pieces: Any = wanted.make(site_url(request))
    pieces = pieces if name.endswith(".zip") else joined(pieces)
    return download(request, pieces, wanted.media_type, f"probe-{name}")


def profile_linked_data(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the profile as JSON-LD."""
    person = find_profile(slug)
    if person is None:
        return moved_entry(request, Person.public, slug)
    return download(request, [json_text(profile_document(person, site_url(request)))], "application/ld+json")


def cite(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show how to cite the profile."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return moved_entry(request, Person.public, slug)
    citation = citation_for(request, person)
    context = {"person": person, "citation": citation, "bibtex": bibtex(citation), "csl": csl(citation)}
    return render(request, "people/cite.html", context, using="jinja2")


def cite_bibtex(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the citation of the profile as BibTeX."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return moved_entry(request, Person.public, slug)
    return download(
        request, [bibtex(citation_for(request, person))], "application/x-bibtex; charset=utf-8", f"{slug}.bib"
    )


def cite_csl(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the citation of the profile as CSL-JSON."""
    person = Person.public.filter(slug=slug).first()
    if person is None:
        return moved_entry(request, Person.public, slug)
    media_type = "application/vnd.citationstyles.csl+json"
    return download(request, [csl(citation_for(request, person))], media_type, f"{slug}.csl.json")


def profile_metadata(request: HttpRequest, person: Any) -> dict[str, Any]:
    """Return what a profile's page carries for programs, and the day of its last change; everything is at hand."""
    document = embedded(profile_document(person, site_url(request)))
    return {"linked_data": document, "changed": day(person.changed_at)}


def citation_for(request: HttpRequest, person: Any) -> Citation:
    """Return the citation of the profile as it is today."""
    address = f"{site_url(request)}{person.get_absolute_url()}"
    return Citation(f"probe-{person.slug}", str(person), address, day(person.changed_at), day(timezone.now()))


def day(time: dt.datetime) -> dt.date:
    """Return the day on which that time falls where the site is."""
    return timezone.localtime(time).date()


def moved_entry(request: HttpRequest, rows: Any, slug: str) -> HttpResponsePermanentRedirect:
    """Return the redirect to this same address of the one of `rows` that had that slug before.

    Raises Http404 where none had it.
    """
    entry = rows.formerly(slug).first()
    if entry is None or request.resolver_match is None:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(request.resolver_match.view_name, args=[entry.slug]))
