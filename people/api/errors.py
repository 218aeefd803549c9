"""What the API answers when it can't answer: what is wrong with the address, or where the entry is now."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from rest_framework.exceptions import APIException, NotFound
from rest_framework.views import exception_handler

from people.filters import ParameterError
from people.problem_details import ProblemResponse, invalid_parameters_response
from people.requests import absolute_url
from people.search.nearest import KINDS_WITH_PAGES, nearest_entries


class InvalidParameters(APIException):
    """Some parameters can't be read: status 400, and what is wrong with each."""

    status_code = 400

    def __init__(self, errors: Iterable[ParameterError]) -> None:
        """Take what is wrong."""
        super().__init__()
        self.errors = [error.for_programs() for error in errors]


class Moved(Exception):  # noqa: N818 - it is no error
    """What the address names has another name now; the answer redirects to `address`."""

    def __init__(self, address: str) -> None:
        """Take the address with today's name."""
        super().__init__(address)
        self.address = address


def problem_response(exc: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Return the exception as problem details; None for an error of ours, which is no business of the API alone."""
    if isinstance(exc, InvalidParameters):
        return invalid_parameters_response(context["request"], exc.errors)
    refused = exception_handler(exc, context)
    if refused is None:
        return None
    response = ProblemResponse(refused.status_code, refused.data["detail"], **suggestions(exc, context))
    if "Retry-After" in refused.headers:
        response.headers["Retry-After"] = refused.headers["Retry-After"]
    return response


def suggestions(exc: Exception, context: dict[str, Any]) -> dict[str, Any]:
    """Return the member that has the entries which were probably meant by a slug that no entry has.

    None where the address has no slug, or one that can be none.
    """
    if not isinstance(exc, NotFound):
        return {}
    slug, rows = context["kwargs"].get("slug"), getattr(context["view"], "rows", None)
    kind = rows.model._meta.model_name if rows is not None else ""
    found = nearest_entries(slug, kind) if slug and kind in KINDS_WITH_PAGES else []
    request = context["request"]
    return {
        "suggestions": [
            {
                "value": one.slug,
                "label": str(one),
                "url": absolute_url(request, reverse(f"people:api:{kind}", args=[one.slug])),
            }
            for one in found
        ]
    }
