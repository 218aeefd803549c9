"""All entries that name a person or an organisation, and are about others."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.filters import ParameterError
from people.models import Organisation, Person
from people.pages.entries import cited_by, redirect_renamed_view
from people.pages.errors import bad_parameters
from people.pages.listing import PAGE_SIZE, numbered_links, read_page
from people.pages.mentions import citing, mention
from people.querysets.mentioned import Mentions

MODELS: dict[str, type[Person | Organisation]] = {"people": Person, "organisations": Organisation}


def mentions(request: HttpRequest, list_name: str, slug: str) -> HttpResponse:
    """List what names the person or organisation, in pages."""
    rows = MODELS[list_name].public
    found = rows.filter(slug=slug).first()
    if found is None:
        return redirect_renamed_view(request, rows, slug)
    page = read_page(request, Paginator(Mentions(found), PAGE_SIZE))  # type: ignore[arg-type]
    if isinstance(page, ParameterError):
        return bad_parameters(request, [page])
    entries = list(page.object_list)
    context = {
        "entry": found,
        "mentions": [mention(one) for one in entries],
        "total": page.paginator.count,
        "links": numbered_links(page),
        "cited": cited_by(citing(entries)),
    }
    return render(request, "people/mentions.html", context, using="jinja2")
