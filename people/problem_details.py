"""Errors for programs, as problem details (RFC 9457)."""

from http import HTTPStatus

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


def invalid_parameters_response(request: HttpRequest, errors: list[dict[str, object]]) -> ProblemResponse:
    """Return status 400 with `errors`, what is wrong with each parameter; the type leads to the API's documentation."""
    return ProblemResponse(
        400,
        " ".join(f"{error['parameter']}: {error['message']}".removeprefix(": ") for error in errors),
        kind=f"{site_url(request)}{reverse('people:api:docs')}#InvalidParameters",
        title="Invalid parameters",
        errors=errors,
    )
