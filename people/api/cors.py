"""Lets pages of other sites read the API."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from people.filters import CORRECTED

OPEN = "/api/"
HEADERS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": f"Retry-After, {CORRECTED}"}
# What a browser asks beforehand, with OPTIONS, and may remember for a day.
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


class OpenToOtherSites:
    """Says to browsers that any site may read what is below /api/; nothing else is opened, and no cookie is sent along.

    The same for everybody, so that caches keep one copy: django-cors-headers makes answers vary with the asking site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer, with the headers if it is one of the API's, a refusal or a redirect included."""
        response = self.get_response(request)
        if request.path_info.startswith(OPEN):
            headers = HEADERS | PREFLIGHT if request.method == "OPTIONS" else HEADERS
            for name, value in headers.items():
                response.headers[name] = value
        return response
