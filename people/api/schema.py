"""The description of the API (OpenAPI 3), made from its views."""

from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_doc
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.filters import BaseFilterBackend

from people.api.documentation import Schema
from people.api.serializers import InvalidParametersSerializer, NothingFoundSerializer, ProblemSerializer
from people.filters import CORRECTED, PersonFilter
from people.problem_details import MEDIA_TYPE

BAD = OpenApiResponse(InvalidParametersSerializer, "A parameter is unknown, or its value can't be read.")
MOVED = OpenApiResponse(None, "An entry that the address names was renamed; this leads to its new address.")
NOTHING = OpenApiResponse(NothingFoundSerializer, "There is no such entry, or readers may not see it yet.")
OTHER_FORM = OpenApiResponse(ProblemSerializer, "The answer can't have the form that the request asks for.")
TOO_MANY = OpenApiResponse(ProblemSerializer, "Too many requests came from your address; wait before the next.")
UNAVAILABLE = OpenApiResponse(ProblemSerializer, "The site can't answer just now; wait before the next request.")

WAIT = OpenApiParameter(
    "Retry-After", int, OpenApiParameter.HEADER, description="How many seconds to wait.", response=["429", "503"]
)
CORRECTIONS = OpenApiParameter(
    CORRECTED,
    str,
    OpenApiParameter.HEADER,
    description="Which words of q stand for others, as typed=used in the encoding of a form.",
    response=["200"],
)
WHERE = OpenApiParameter("Location", str, OpenApiParameter.HEADER, description="Where it is now.", response=["301"])


class ApiAutoSchema(AutoSchema):
    """The description of one address, with what it answers when it can't answer."""

    def get_response_serializers(self) -> Any:
        """Return what each status answers."""
        answer = getattr(self.view, "answer", None) or super().get_response_serializers()
        problems = {400: BAD, 406: OTHER_FORM, 429: TOO_MANY, 503: UNAVAILABLE}
        if "{slug}" in self.path:
            problems[404] = NOTHING
        answers: dict[object, object] = {200: answer}
        if "{slug}" in self.path or self.get_filter_backends():
            answers[301] = MOVED
        return answers | {(status, MEDIA_TYPE): problems[status] for status in sorted(problems)}

    def get_override_parameters(self) -> list[Any]:
        """Return the headers of the answers."""
        searched = "q" in getattr(self.view, "filters", PersonFilter).base_filters and self.get_filter_backends()
        return [*super().get_override_parameters(), WAIT, WHERE, *([CORRECTIONS] if searched else [])]

    def get_filter_backends(self) -> list[type[BaseFilterBackend]]:
        """Return what reads the query string, for lists and for facets."""
        return list(getattr(self.view, "filter_backends", ()))

    def _get_pagination_parameters(self) -> list[dict[str, object]]:
        """Return the parameters of the pages, for entries that hold a long list too."""
        paginator = self._get_paginator()  # type: ignore[no-untyped-call]
        return paginator.get_schema_operation_parameters(self.view) if paginator else []

    def get_operation_id(self) -> str:
        """Return the name of the operation: the view's own, where its address alone would give that of another one."""
        return getattr(self.view, "operation_id", None) or super().get_operation_id()

    def get_description(self) -> str:  # type: ignore[override]
        """Return what the view's docstring says, rather than its method's."""
        return get_doc(type(self.view))

    def get_paginated_name(self, serializer_name: str) -> str:
        """Return the name of a page of such entries."""
        return f"{serializer_name}Page"


@cache
def description() -> Schema:
    """Return the whole description, which only a change of the code changes."""
    return dict(SchemaGenerator().get_schema(public=True))  # type: ignore[no-untyped-call]
