"""Lists in pages."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request
from rest_framework.views import APIView

from people.api.errors import InvalidParameters
from people.filters import PAGE, ParameterError
from people.requests import absolute_url

PAGE_SIZE = 50
LARGEST_PAGE = 200
LARGEST_NUMBER = 10**9
NUMBER = re.compile(r"[1-9][0-9]{0,8}")


class Paging(PageNumberPagination):
    """Pages of 50 entries, or of as many as `page_size` says; what is out of range is refused, never bent."""

    page_size = PAGE_SIZE
    max_page_size = LARGEST_PAGE
    page_size_query_param = "page_size"

    def get_page_size(self, request: Request) -> int:
        """Return how many entries a page has. Raises InvalidParameters."""
        return number(request, "page_size", self.page_size, LARGEST_PAGE, "size of a page")

    def get_page_number(self, request: Request, paginator: Paginator) -> int:
        """Return which page is asked for. Raises InvalidParameters."""
        return number(request, PAGE, 1, paginator.num_pages, "page of this list")

    def check(self, request: Request) -> None:
        """Raise InvalidParameters for what can be no page of any list."""
        self.get_page_size(request)
        number(request, PAGE, 1, LARGEST_NUMBER, "page")

    def get_next_link(self) -> str | None:
        """Return the address of the next page, if there is one."""
        return self.on_site(super().get_next_link())

    def get_previous_link(self) -> str | None:
        """Return the address of the page before, if there is one."""
        return self.on_site(super().get_previous_link())

    def on_site(self, link: str | None) -> str | None:
        """Return the link to this same address, on the site that the settings name."""
        return absolute_url(self.request, f"?{urlsplit(link).query}") if link and self.request else None

    def get_paginated_response_schema(self, schema: dict[str, object]) -> dict[str, object]:
        """Return the answer as OpenAPI describes it."""
        link = {"type": "string", "format": "uri", "nullable": True}
        properties = {
            "count": {"type": "integer", "minimum": 0, "description": "The length of the whole list."},
            "next": link | {"description": "The address of the next page, or null on the last one."},
            "previous": link | {"description": "The address of the page before, or null on the first one."},
            "results": schema,
        }
        return {"type": "object", "required": list(properties), "properties": properties}

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, object]]:
        """Return the two parameters as OpenAPI describes them."""
        pages = {"type": "integer", "minimum": 1, "default": 1}
        sizes = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": self.page_size}
        return [
            {"name": PAGE, "in": "query", "description": "Which page, from 1.", "schema": pages},
            {"name": "page_size", "in": "query", "description": "How many entries a page has.", "schema": sizes},
        ]


@dataclass(frozen=True)
class PagePosition:
    """The length of a whole list, and the addresses of the pages beside one of its pages."""

    count: int
    next: str | None
    previous: str | None


class EntriesPaging(Paging):
    """Pages of a long list inside one entry."""

    def position(self) -> PagePosition:
        """Return what an answer tells of the page."""
        page: Any = self.page
        return PagePosition(page.paginator.count, self.get_next_link(), self.get_previous_link())


class PassagesPaging(EntriesPaging):
    """Pages of a source's passages, the largest there are by default: most sources are whole on one."""

    page_size = LARGEST_PAGE


def number(request: Request, name: str, default: int, most: int, meaning: str) -> int:
    """Return the number that the parameter gives, from 1 to `most`. Raises InvalidParameters."""
    values = request.query_params.getlist(name) or [str(default)]
    if len(values) > 1:
        raise InvalidParameters([ParameterError(name, "This is given more than once.", [])])
    if not NUMBER.fullmatch(values[0]) or int(values[0]) > most:
        choices = ["1"] if most == 1 else [f"1 to {most}"]
        raise InvalidParameters([ParameterError(name, f"“{values[0]}” is no {meaning}.", choices)])
    return int(values[0])
