"""Pages that are shown in place of what was to be saved: they keep what was typed."""

import json
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

Fields = Sequence[tuple[str, str]]

# The hidden field of the admin's sign-in page that holds what was typed elsewhere.
KEPT = "typed"
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field
PASSWORD = "password"  # noqa: S105 - part of the names of such fields
EVERY_FIELD = "__ALL__"


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was sent, as names and values, to be sent again; no password, nothing of a form that hides all."""
    sensitive = getattr(request, "sensitive_post_parameters", ())
    if sensitive == EVERY_FIELD:
        return []
    hidden = {TOKEN, *sensitive}
    names = [name for name in request.POST if name not in hidden and PASSWORD not in name.lower()]
    return [(name, value) for name in names for value in request.POST.getlist(name)]


def kept_fields(request: HttpRequest) -> Fields:
    """Return the fields that the admin's sign-in page has carried along, if that is what was sent."""
    match = request.resolver_match
    if request.method != "POST" or match is None or match.view_name != "admin:login":
        return []
    try:
        return [(str(name), str(value)) for name, value in json.loads(request.POST.get(KEPT, ""))]
    except (ValueError, TypeError, RecursionError):
        return []


def unsaved_page(
    request: HttpRequest,
    status: int,
    heading: str,
    explanation: str,
    fields: Fields | None = None,
    **context: object,
) -> HttpResponse:
    """Return the page that says why something was not saved, with what was typed: `fields`, or all that was sent.

    With an `action` it can be sent there, by a `button` so labelled, after what is said in `advice`.
    """
    shown = {
        **dict.fromkeys(("action", "advice", "button", "marker", "link", "again"), ""),
        "heading": heading,
        "explanation": explanation,
        "fields": typed(request) if fields is None else fields,
        "files": sorted(request.FILES),
    }
    page = render(request, "people/unsaved.html", shown | context, status=status, using="jinja2")
    add_never_cache_headers(page)
    return page
