"""The description of the API, for programs and for readers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.renderers import OpenApiJsonRenderer2, OpenApiYamlRenderer2
from rest_framework.request import Request
from rest_framework.response import Response

from people.api.documentation import addresses, parts, refusals
from people.api.schema import description
from people.api.views.base import ReadingView


class SchemaView(ReadingView):
    """This description, in OpenAPI 3: JSON, or YAML for who accepts application/yaml."""

    renderer_classes = (OpenApiJsonRenderer2, OpenApiYamlRenderer2)
    answer = {"type": "object", "additionalProperties": {}}

    def get(self, request: Request) -> Response:
        """Answer the description."""
        return Response(description())


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show the description to readers. Ready-made viewers of OpenAPI need script and style in the page."""
    api = description()
    context = {"addresses": list(addresses(api)), "parts": list(parts(api)), "refusals": refusals(api)}
    return render(request, "people/api.html", context, using="jinja2")
