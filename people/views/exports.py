"""Taking the data away: each list with its filters, everything at once, and each profile for programs."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from people.exports.bibtex import bibtex
from people.exports.citation import Citation
from people.exports.csl import csl
from people.exports.csv import Table, csv_lines
from people.exports.formats import FORMATS
from people.exports.jsonld import profile_document
from people.exports.streaming import LoadRows, by_id, joined, json_object, json_text
from people.exports.tables import REASONS
from people.exports.text import sources_of
from people.exports.xlsx import MEDIA_TYPE, xlsx
from people.filters import IndexFilter, ParameterError
from people.models import Person, Source
from people.pages.downloads import download, key_of, limited, with_headers
from people.pages.entries import MAX_SHOWN, redirect_renamed_view
from people.pages.errors import bad_parameters_text, redirect_renamed_values
from people.pages.listing import strict_problems
from people.pages.lists import DOWNLOADS, LISTS
from people.problem_details import invalid_parameters_response
from people.querysets.loading import find_profile
from people.reasons import FILE_LIMIT
from people.requests import site_url

MARK = "bom"
MARKS = ("yes", "no")

# Sources whose annotations the page about the data links to; each of the others links to its own.
SOURCES_SHOWN = 50


def explained_table(filters: IndexFilter, table: Table) -> Table:
    """Return the table; of what is filtered, with the columns that say why each row is in it."""
    return table._replace(columns=(*table.columns, *REASONS)) if filters.explaining else table


@limited
def list_csv(request: HttpRequest, list_name: str) -> HttpResponseBase:
    """Send the list that the query string asks for as CSV; `bom=yes` begins it with a byte order mark."""
    key = key_of(request)
    downloads = DOWNLOADS[list_name]
    filters = downloads.filters(request.GET)
    problems = [*strict_problems(filters, MARK), *mark_problems(request)]
    if problems:
        return redirect_renamed_values(request, filters) or bad_parameters_text(problems)
    rows = by_id(filters.ids, downloads.rows(), explained(filters, downloads.load_rows))
    table = explained_table(filters, downloads.table)
    lines = csv_lines(table, rows, site_url(request), mark=request.GET.get(MARK) == "yes")
    response = download(request, joined(lines), "text/csv; charset=utf-8", f"{list_name}.csv", key)
    return with_headers(response, filters.headers)


@limited
def list_xlsx(request: HttpRequest, list_name: str) -> HttpResponseBase:
    """Send the list that the query string asks for as an Excel workbook."""
    key = key_of(request)
    downloads = DOWNLOADS[list_name]
    filters = downloads.filters(request.GET)
    problems = strict_problems(filters)
    if problems:
        return redirect_renamed_values(request, filters) or bad_parameters_text(problems)
    rows = by_id(filters.ids, downloads.rows(), explained(filters, downloads.load_rows))
    pieces = xlsx(explained_table(filters, downloads.table), rows, site_url(request))
    return with_headers(download(request, pieces, MEDIA_TYPE, f"{list_name}.xlsx", key), filters.headers)


@limited
def list_json(request: HttpRequest, list_name: str) -> HttpResponseBase:
    """Send the list that the query string asks for as JSON, each entry under the keys of the API."""
    key = key_of(request)
    downloads = DOWNLOADS[list_name]
    filters = downloads.filters(request.GET)
    problems = strict_problems(filters)
    if problems:
        errors = [problem._asdict() for problem in problems]
        return redirect_renamed_values(request, filters) or invalid_parameters_response(request, errors)
    write = downloads.serializer(context={"site": site_url(request)}).to_representation
    entries = map(write, by_id(filters.ids, downloads.entries(), explained(filters, downloads.load_entries)))
    pieces = joined(json_object({"results": entries}))
    return with_headers(download(request, pieces, "application/json", f"{list_name}.json", key), filters.headers)


def explained(filters: IndexFilter, load: LoadRows | None) -> LoadRows:
    """Return what prefetches the same as `load`, and tells the rows why the filters list them."""

    def load_all(rows: list[Any]) -> None:
        if load:
            load(rows)
        filters.explain(rows, FILE_LIMIT)

    return load_all


def mark_problems(request: HttpRequest) -> list[ParameterError]:
    """Return what is wrong with the parameter that asks for a byte order mark."""
    given = request.GET.get(MARK, "")
    known = not given or given in MARKS
    return [] if known else [ParameterError(MARK, f"“{given}” isn't one of the options.", list(MARKS))]


def data(request: HttpRequest) -> HttpResponse:
    """List everything that can be taken away, and explain it."""
    sources = Source.public.by_title()
    context = {
        "formats": FORMATS,
        "lists": [LISTS[name] for name in DOWNLOADS],
        "sources": sources[:SOURCES_SHOWN],
        "more_sources": max(sources.count() - SOURCES_SHOWN, 0),
    }
    return render(request, "people/data.html", context, using="jinja2")


@limited
def data_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Send everything in the format of that file. Raises Http404 for a file that there is not."""
    if name not in FORMATS:
        raise Http404
    key = key_of(request)
    wanted = FORMATS[name]
    pieces: Any = wanted.make(site_url(request))
    pieces = pieces if name.endswith(".zip") else joined(pieces)
    return download(request, pieces, wanted.media_type, f"probe-{name}", key)


def profile_linked_data(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the profile as JSON-LD."""
    person = find_profile(slug)
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    return download(request, [json_text(profile_document(person, site_url(request)))], "application/ld+json")


def cite(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show how to cite the profile."""
    person = find_profile(slug, MAX_SHOWN)
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    citation = citation_for(request, person)
    context = {"person": person, "citation": citation, "bibtex": bibtex(citation), "csl": csl(citation)}
    return render(request, "people/cite.html", context, using="jinja2")


def cite_bibtex(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the citation of the profile as BibTeX."""
    person = find_profile(slug, MAX_SHOWN)
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    return download(
        request, [bibtex(citation_for(request, person))], "application/x-bibtex; charset=utf-8", f"{slug}.bib"
    )


def cite_csl(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send the citation of the profile as CSL-JSON."""
    person = find_profile(slug, MAX_SHOWN)
    if person is None:
        return redirect_renamed_view(request, Person.public, slug)
    media_type = "application/vnd.citationstyles.csl+json"
    return download(request, [csl(citation_for(request, person))], media_type, f"{slug}.csl.json")


def citation_for(request: HttpRequest, person: Person) -> Citation:
    """Return the citation of the profile, of which everything is prefetched, as it is today."""
    return Citation(
        key=f"probe-{person.slug}",
        title=str(person),
        address=f"{site_url(request)}{person.get_absolute_url()}",
        changed=timezone.localdate(person.updated_at),
        read=timezone.localdate(),
        sources=tuple(sources_of([person, *person.lines()])),
    )
