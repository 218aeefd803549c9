"""Answers in place of what was asked for: what is wrong with an address, and when to try again."""

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone

from people.dates import humanize
from people.filters import ListFilter, ParameterError
from people.languages import gettext, ngettext
from people.languages import gettext_lazy as _
from people.pages.unsaved import unsaved_page
from people.problem_details import ProblemResponse, error_words

logger = logging.getLogger(__name__)

RETRY_SECONDS = 5
API = "/api/"
JSON = (".json", ".jsonld")
DATABASE = _("The database doesn’t answer just now. The fault is ours.")
UNSAVED = "The database doesn’t answer just now, so this was most likely not saved. The fault is ours."
UNCHANGED = {"GET", "HEAD", "OPTIONS"}


class SuggestedLink(NamedTuple):
    """A link to what was probably meant."""

    label: str
    address: str


def error_page(
    request: HttpRequest, status: int, heading: str, explanation: str, suggestions: Sequence[SuggestedLink] = ()
) -> HttpResponse:
    """Return the page that says what went wrong, with that status; for programs, problem details."""
    if is_for_programs(request):
        return ProblemResponse(status, f"{heading}. {explanation}")
    context = {"heading": heading, "explanation": explanation, "problems": (), "suggestions": suggestions}
    return render(request, "people/error.html", context, status=status, using="jinja2")


def withdrawn_page(request: HttpRequest, at: dt.datetime) -> HttpResponse:
    """Return the answer at the address of an entry that was withdrawn then, with status 410; it names nobody."""
    day = timezone.localdate(at)
    return error_page(request, 410, gettext("This entry was withdrawn"), withdrawn_words(day))


def withdrawn_words(day: dt.date) -> str:
    """Return what is said of an entry that was withdrawn on that day."""
    return gettext("It was published here until %(day)s.") % {"day": humanize(day.isoformat())}


def bad_parameters(request: HttpRequest, problems: Sequence[ParameterError]) -> HttpResponse:
    """Return the page with status 400 that names each parameter and its choices."""
    is_unknown = any(problem.choices for problem in problems)
    context = {
        "heading": gettext("That filter doesn't exist") if is_unknown else gettext("That filter can't be used"),
        "explanation": gettext("Nothing was left out or guessed. The list appears once the address makes sense."),
        "problems": [(problem, suggested_links(request, problem)) for problem in problems],
        "suggestions": (),
    }
    return render(request, "people/error.html", context, status=400, using="jinja2")


def suggested_links(request: HttpRequest, problem: ParameterError) -> list[SuggestedLink]:
    """Return links to the same list with what was probably meant in place of what can't be read."""
    links = []
    for one in problem.suggestions:
        query = request.GET.copy()
        values = query.pop(problem.parameter, [])
        name = problem.parameter if one.given else one.value
        meant = [one.value if value == one.given else value for value in values] if one.given else values
        query.setlist(name, [*query.getlist(name), *meant])
        links.append(SuggestedLink(one.label, f"?{query.urlencode()}"))
    return links


def invalid_filters_response(request: HttpRequest, filters: ListFilter) -> HttpResponse:
    """Return what answers filters that are not valid: a redirect from former slugs or names, else what is wrong."""
    if filters.redirect_query:
        return redirect(f"{request.path}{filters.redirect_query}", permanent=bool(filters.renamed_query))
    return bad_parameters(request, filters.problems)


def redirect_renamed_values(request: HttpRequest, filters: ListFilter) -> HttpResponsePermanentRedirect | None:
    """Return the redirect to the list with today's slugs, or None where no slug was renamed."""
    return HttpResponsePermanentRedirect(f"{request.path}{filters.renamed_query}") if filters.renamed_query else None


def bad_parameters_text(problems: Iterable[ParameterError]) -> HttpResponse:
    """Return what is wrong with the query string as plain text with status 400, a line for each parameter."""
    lines = []
    for problem in problems:
        choices = f" Choices: {', '.join(problem.choices)}" if problem.choices else ""
        lines.append(f"{error_words(problem.for_programs())}{choices}\n")
    return HttpResponse("".join(lines), status=400, content_type="text/plain; charset=utf-8")


def database_unavailable(request: HttpRequest, error: BaseException) -> HttpResponse:
    """Return the answer to a request that the database didn't answer."""
    reason = " ".join(str(error).split())
    logger.warning("%s %s: the database doesn't answer: %s", request.method, request.get_full_path(), reason)
    if request.method in UNCHANGED:
        return try_later(request, str(DATABASE), RETRY_SECONDS)
    page = unsaved_page(
        request,
        503,
        "Saving failed",
        UNSAVED,
        action=request.get_full_path(),
        advice="Wait a few seconds, then send it again.",
        button="Try again",
        again=True,
    )
    return later(page, RETRY_SECONDS)


def try_later(request: HttpRequest, reason: str, seconds: int) -> HttpResponse:
    """Return the answer that says why there is none now, and when to try again."""
    again = ngettext("Please try again in %(seconds)s second.", "Please try again in %(seconds)s seconds.", seconds)
    explanation = f"{reason} {again % {'seconds': seconds}}"
    if is_for_programs(request):
        return later(ProblemResponse(503, explanation), seconds)
    context = {
        "heading": gettext("Please try again in a moment"),
        "explanation": explanation,
        "problems": (),
        "suggestions": (),
    }
    return later(render(request, "people/error.html", context, status=503, using="jinja2"), seconds)


def is_for_programs(request: HttpRequest) -> bool:
    """Return whether at that address JSON is expected rather than a page."""
    return request.path_info.startswith(API) or request.path_info.endswith(JSON)


def later(response: HttpResponse, seconds: int) -> HttpResponse:
    """Return the answer with what tells programs when to try again; nobody may keep it."""
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
