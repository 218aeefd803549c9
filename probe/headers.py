"""Headers of every response that no library sets."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

NAME = "Cross-Origin-Resource-Policy"
API = "/api/"


class ResourcePolicy:
    """Says to browsers what other sites may load into their pages: data, but no page and nothing of the admin.

    Outermost, so that static files, refusals and redirects have the header too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response with the header."""
        response = self.get_response(request)
        response.headers.setdefault(NAME, "cross-origin" if is_shared(request, response) else "same-origin")
        return response


def is_shared(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether pages of other sites may load the response."""
    path = request.path_info
    if path.startswith((API, settings.STATIC_URL)):
        return True
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return not is_page and not request.path.startswith(reverse("admin:index"))
