"""Forms that are sent when the session has ended, or the token that comes with them: what was typed is kept.

It is sent along to the page on which an editor signs in, and from there back to the form, which shows it and saves
nothing by itself. All of it stays in the browser; whoever signs in may do what their account may.
"""

import json
from urllib.parse import quote_plus, urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import REASON_BAD_ORIGIN, REASON_NO_CSRF_COOKIE
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from people.admin.guard import SHOWN_ROWS_FIELD
from people.admin.guarded import GuardedMixin, lost_files
from people.pages.errors import is_for_programs
from people.pages.unsaved import KEPT, Fields, kept_fields, typed, unsaved_page
from people.problem_details import ProblemResponse

REOPEN_LABEL = "Open the form as I typed it"
REOPEN_ADVICE = "Nothing is saved until you save it: look at it first."
# How the reason begins that Django gives for a form of another site.
BAD_ORIGIN = REASON_BAD_ORIGIN.partition("%")[0]
# What stands beside it in a request, its token and a name and password, takes less.
MAX_OTHER_REQUEST_BYTES = 20_000


def return_to_form(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the page that leads back to the form for who has just signed in with one kept, else the response."""
    fields = kept_fields(request)
    target = response.headers.get("Location", "")
    if not fields or response.status_code != HttpResponseRedirect.status_code or not leads_to_form(target):
        return response
    return unsaved_page(
        request, 200, "You are signed in", "Go back to the form that you had open.", fields, **way_back(target)
    )


def sign_in_page(request: HttpRequest) -> HttpResponseBase:
    """Return the page to sign in on, which keeps what was sent."""
    fields = typed(request)
    text = json.dumps(fields, ensure_ascii=False)
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if limit is not None and len(quote_plus(text)) + MAX_OTHER_REQUEST_BYTES > limit:
        explanation = "Your session has ended. What you sent is too long to keep while you sign in: copy it first."
        return unsaved_page(request, 403, "Not saved: your session has ended", explanation, fields)
    request.method = "GET"
    told = {
        KEPT: text,
        "fields": [(name, value) for name, value in fields if value and not name.startswith("_")],
        "files": lost_files(request),
        "app_path": reverse("admin:login"),
        REDIRECT_FIELD_NAME: request.get_full_path(),
    }
    return admin.site.login(request, told)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page with status 403 for a form whose token does not hold; it can be opened as it was typed.

    Not where the form may have come from another site: then what stands in it is only shown.
    """
    if is_for_programs(request):
        response = ProblemResponse(403, f"The request was refused. {reason}")
        add_never_cache_headers(response)
        return response
    fields: Fields = typed(request)
    target = request.get_full_path()
    if request.resolver_match and request.resolver_match.view_name == "admin:login":
        fields, target = kept_fields(request), request.POST.get(REDIRECT_FIELD_NAME, "")
    heading, explanation = "Not saved: please check and send it again", why_refused(reason)
    is_own = "Origin" in request.headers and not reason.startswith(BAD_ORIGIN)
    way = way_back(target) if fields and is_own and leads_to_form(target) else {}
    return unsaved_page(request, 403, heading, explanation, fields, link=request.get_full_path(), **way)


def why_refused(reason: str) -> str:
    """Return in words why a token does not hold, and what to do."""
    if reason.startswith(BAD_ORIGIN):
        return (
            "The form came from another address than this site’s own, so nothing was done. Open this site at its own "
            "address and try there; if you did, tell an administrator."
        )
    if reason == REASON_NO_CSRF_COOKIE:
        return "Your browser did not send this site’s cookie, so nothing was done. Allow cookies, then go on."
    return (
        "The page had been open too long, or you have signed in again elsewhere since, so nothing was done. "
        "Open it again, then go on."
    )


def way_back(target: str) -> dict[str, object]:
    """Return what a page needs to lead back to the form at that address."""
    return {"action": target, "advice": REOPEN_ADVICE, "button": REOPEN_LABEL, "marker": SHOWN_ROWS_FIELD}


def leads_to_form(address: str) -> bool:
    """Return whether the address is that of a form of this site's admin."""
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return False
    path = urlsplit(address).path
    try:
        return is_form(resolve(f"/{path.removeprefix(get_script_prefix())}" if path else ""))
    except Resolver404:
        return False


def is_form(match: ResolverMatch | None) -> bool:
    """Return whether the address is that of a form which can be shown as it was typed."""
    if match is None or match.app_name != "admin":
        return False
    guarded = (model._meta for model, page in admin.site._registry.items() if isinstance(page, GuardedMixin))
    return match.url_name in {f"{one.app_label}_{one.model_name}_{end}" for one in guarded for end in ("add", "change")}
