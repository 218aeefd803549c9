"""What each request passes through on its way to a view, in the order of the settings; rare cases live elsewhere."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation

from people.admin.requests import fault_of_a_value, forged_request
from people.admin.sessions import is_form, return_to_form, sign_in_page
from people.database import is_unavailable
from people.filters import CORRECTED
from people.languages import TAGS, language_of
from people.pages.errors import database_unavailable
from people.views.health import HEALTH

API = "/api/"
RESOURCE_POLICY = "Cross-Origin-Resource-Policy"
CORS_HEADERS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": f"Retry-After, {CORRECTED}"}
# What a browser asks beforehand, with OPTIONS, and may remember for a day.
PREFLIGHT_HEADERS = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


class Middleware:
    """A middleware that passes the request on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take what answers the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer."""
        return self.get_response(request)


class ResourcePolicyMiddleware(Middleware):
    """Says to browsers what other sites may load into their pages: data, but no page and nothing of the admin.

    Outermost, so that static files, refusals and redirects have the header too.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer with the header."""
        response = self.get_response(request)
        response.headers.setdefault(RESOURCE_POLICY, "cross-origin" if is_shared(request, response) else "same-origin")
        return response


class HealthMiddleware(Middleware):
    """Answers before anything looks at the host: load balancers ask by address, and without HTTPS."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the state of the site, or the answer of others."""
        return HEALTH.get(request.path_info, self.get_response)(request)


class CorsMiddleware(Middleware):
    """Says to browsers that any site may read what is below /api/; nothing else is opened, and no cookie is sent along.

    The same for everybody, so that caches keep one copy: django-cors-headers makes answers vary with the asking site.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer, with the headers if it is one of the API's, a refusal or a redirect included."""
        response = self.get_response(request)
        if request.path_info.startswith(API):
            headers = CORS_HEADERS | PREFLIGHT_HEADERS if request.method == "OPTIONS" else CORS_HEADERS
            for name, value in headers.items():
                response.headers[name] = value
        return response


class LanguageMiddleware(Middleware):
    """Has the page made in the language of its address; cookies and what the browser prefers are not looked at."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer; a page says in which language it is."""
        language = language_of(request.path_info)
        with translation.override(language):
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers["Content-Language"] = TAGS.get(language, language)
        return response


class ForgedInputMiddleware(Middleware):
    """Answers 400 to what is wrong with the values in a request to the admin, where Django would answer 500."""

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Return the page with status 400 that says what is wrong with a search or a key, if anything is."""
        return forged_request(request) if is_admin(request) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page with status 400 if a value in the request is at fault."""
        return fault_of_a_value(request, exception) if is_admin(request) else None


class UnsavedFormMiddleware(Middleware):
    """Keeps what was typed into a form of the admin over signing in again."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer; to who has just signed in, the page that leads back to the form."""
        response = self.get_response(request)
        return return_to_form(request, response) if request.method == "POST" else response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponseBase | None:
        """Return the page to sign in on for who sends a form without being signed in, with what was typed."""
        is_sent = request.method == "POST" and is_form(request.resolver_match)
        return None if not is_sent or admin.site.has_permission(request) else sign_in_page(request)


class UnavailableMiddleware(Middleware):
    """Answers where the database is out of reach, locked, full or too slow."""

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the answer to a request that failed because of the database; None for any other reason."""
        return database_unavailable(request, exception) if is_unavailable(exception) else None


def is_admin(request: HttpRequest) -> bool:
    """Return whether a page of the admin answers the request."""
    return request.resolver_match is not None and request.resolver_match.app_name == "admin"


def is_shared(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Return whether pages of other sites may load the response."""
    path = request.path_info
    if path.startswith((API, settings.STATIC_URL)):
        return True
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return not is_page and not request.path.startswith(reverse("admin:index"))
