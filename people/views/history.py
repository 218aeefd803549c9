"""What changed when: of one page, and of the whole site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import ParameterError
from people.models import Allegation, Meeting, Organisation, Person, Source
from people.pages.entries import redirect_renamed_view
from people.pages.errors import bad_parameters
from people.pages.history import ChangeFilter, before_of
from people.past import entry_history, site_history

MODELS: dict[str, Any] = {
    "people": Person,
    "meetings": Meeting,
    "allegations": Allegation,
    "organisations": Organisation,
    "sources": Source,
}


def entry_changes(request: HttpRequest, list_name: str, slug: str) -> HttpResponse:
    """Show when the page of the entry, and what it prints, was added, corrected or withdrawn."""
    rows = MODELS[list_name].public
    found = rows.filter(slug=slug).first()
    if found is None:
        return redirect_renamed_view(request, rows, slug)
    before = before_of(request)
    if isinstance(before, ParameterError):
        return bad_parameters(request, [before])
    history = entry_history(str(found._meta.model_name), found.pk, before)
    context = {
        "page_of": found,
        "history": history,
        "before": before,
        "canonical_query": f"?before={before}" if before else "",
    }
    return render(request, "people/history.html", context, using="jinja2")


def site_changes(request: HttpRequest) -> HttpResponse:
    """Show what was added, corrected or withdrawn on the site, of the kind and noun that the query string names."""
    filters = ChangeFilter(request)
    if filters.problems:
        return bad_parameters(request, filters.problems)
    history = site_history(filters.before, filters.kind, filters.noun)
    context = {"history": history, "filters": filters, "canonical_query": filters.query()}
    return render(request, "people/site_history.html", context, using="jinja2")
