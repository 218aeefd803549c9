"""Errors for programs, as problem details (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse

from people.requests import site_url

MEDIA_TYPE = "application/problem+json"
# The type of a problem of which the status says everything.
ABOUT_BLANK = "about:blank"


class ProblemResponse(JsonResponse):
    """An error as JSON: its type, title and status, what happened, and `extensions`, the members of that type alone."""

    def __init__(
        self, status: int, detail: str, *, kind: str = ABOUT_BLANK, title: str = "", **extensions: object
    ) -> None:
        """Take what the members say; without a title, it is that of the status."""
        problem = {"type": kind, "title": title or HTTPStatus(status).phrase, "status": status, "detail": detail}
        super().__init__(
            problem | extensions,
            status=status,
            content_type=MEDIA_TYPE,
            json_dumps_params={"ensure_ascii": False},
        )


def error_words(error: dict[str, Any]) -> str:
    """Return in words what is wrong with a parameter, and what was probably meant."""
    meant = " or ".join(one["value"] for one in error["suggestions"])
    did_you = f" Did you mean {meant}?" if meant else ""
    return f"{error['parameter']}: {error['message']}{did_you}".removeprefix(": ")


def invalid_parameters_response(request: HttpRequest, errors: list[dict[str, Any]]) -> ProblemResponse:
    """Return status 400 with `errors`, what is wrong with each parameter; the type leads to the API's documentation."""
    return ProblemResponse(
        400,
        " ".join(map(error_words, errors)),
        kind=f"{site_url(request)}{reverse('people:api:docs')}#InvalidParameters",
        title="Invalid parameters",
        errors=errors,
    )
