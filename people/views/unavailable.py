"""What is answered while the site can't do what is asked: 503, when to try again, and what an editor has typed."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from people.database import is_unavailable
from people.problem_details import ProblemResponse
from people.views.unsaved import unsaved_page

logger = logging.getLogger(__name__)

# In seconds.
SOON = 5
API = "/api/"
JSON = (".json", ".jsonld")
DATABASE = "The database doesn’t answer just now. The fault is ours."
UNSAVED = "The database doesn’t answer just now, so this was most likely not saved. The fault is ours."
UNCHANGED = {"GET", "HEAD", "OPTIONS"}


class UnavailableMiddleware:
    """Answers where the database is out of reach, locked, full or too slow."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the answer to a request that failed because of the database; None for any other reason."""
        return database_unavailable(request, exception) if is_unavailable(exception) else None


def database_unavailable(request: HttpRequest, error: BaseException) -> HttpResponse:
    """Return the answer to a request that the database didn't answer."""
    reason = " ".join(str(error).split())
    logger.warning("%s %s: the database doesn't answer: %s", request.method, request.get_full_path(), reason)
    if request.method in UNCHANGED:
        return try_later(request, DATABASE, SOON)
    context: Any = {
        "action": request.get_full_path(),
        "advice": "Wait a few seconds, then send it again.",
        "button": "Try again",
        "again": True,
    }
    return later(unsaved_page(request, 503, "Saving failed", UNSAVED, **context), SOON)


def try_later(request: HttpRequest, reason: str, seconds: int) -> HttpResponse:
    """Return the answer that says why there is none now, and when to try again."""
    explanation = f"{reason} Please try again in {seconds} seconds."
    if is_for_programs(request):
        return later(ProblemResponse(503, explanation), seconds)
    context = {"heading": "Please try again in a moment", "explanation": explanation, "problems": ()}
    return later(render(request, "people/error.html", context, status=503, using="jinja2"), seconds)


def is_for_programs(request: HttpRequest) -> bool:
    """Return whether at that address JSON is expected rather than a page."""
    return request.path_info.startswith(API) or request.path_info.endswith(JSON)


def later(response: HttpResponse, seconds: int) -> HttpResponse:
    """Return the answer with what tells programs when to try again; nobody may keep it."""
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response
