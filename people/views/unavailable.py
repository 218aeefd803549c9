"""What is answered while the site can't do what is asked: 503, when to try again, and what an editor has typed."""

import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from people.database import is_unavailable

logger = logging.getLogger(__name__)

# In seconds.
SOON = 5
API = "/api/"
JSON = (".json", ".jsonld")
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of the field
EVERY_FIELD = "__ALL__"
DATABASE = "The database doesn’t answer just now. The fault is ours."
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
    context = {"fields": typed(request), "files": sorted(request.FILES)}
    return later(render(request, "people/unsaved.html", context, status=503, using="jinja2"), SOON)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was sent, as names and values, to be sent again; nothing of a form that holds a password."""
    sensitive: Any = getattr(request, "sensitive_post_parameters", ())
    if sensitive == EVERY_FIELD:
        return []
    hidden = {TOKEN, *sensitive}
    return [(name, value) for name, values in request.POST.lists() if name not in hidden for value in values]


def try_later(request: HttpRequest, reason: str, seconds: int) -> HttpResponse:
    """Return the answer that says why there is none now, and when to try again."""
    explanation = f"{reason} Please try again in {seconds} seconds."
    if is_for_programs(request):
        return later(JsonResponse({"detail": explanation}, status=503), seconds)
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
