"""What the API answers when it can't answer: what is wrong with the address, or where the entry is now."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from rest_framework.exceptions import APIException
from rest_framework.views import exception_handler

from people.filters import ParameterError
from people.problem_details import ProblemResponse, invalid_parameters_response


class InvalidParameters(APIException):
    """Some parameters can't be read: status 400, and what is wrong with each."""

    status_code = 400

    def __init__(self, errors: Iterable[ParameterError]) -> None:
        """Take what is wrong."""
        super().__init__()
        self.errors = [error._asdict() for error in errors]


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
    response = ProblemResponse(refused.status_code, refused.data["detail"])
    if "Retry-After" in refused.headers:
        response.headers["Retry-After"] = refused.headers["Retry-After"]
    return response
