"""The page of an allegation."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import ParameterError
from people.models import Allegation
from people.pages.entries import cited_by, redirect_renamed
from people.pages.errors import bad_parameters
from people.pages.listing import PAGE_SIZE, numbered_links, read_page
from people.querysets.mentions import load_mentions
from people.querysets.sides import Sides


def allegation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the allegation beside what each of its subjects answers, very many of them in pages."""
    found = Allegation.public.with_side_count().filter(slug=slug).first()
    if found is None:
        return redirect_renamed(request, Allegation.public, slug)
    page = read_page(request, Paginator(Sides(found), PAGE_SIZE))  # type: ignore[arg-type]
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    load_mentions([found])
    cited = cited_by([found, *found.responses.all(), *found.outcomes.all()])
    context = {"allegation": found, "cited": cited, "page": page, "links": numbered_links(page)}
    return render(request, "people/allegation.html", context, using="jinja2")
