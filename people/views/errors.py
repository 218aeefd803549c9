"""The pages for what can't be answered, in the site's look."""

import logging
import sys

from django.http import HttpRequest, HttpResponse

from people.database import is_unavailable
from people.languages import bare_path, gettext
from people.pages.errors import database_unavailable, error_page, is_for_programs
from people.pages.suggestions import suggested_addresses
from people.pages.unsaved import typed, unsaved_page

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for a request that can't be understood."""
    return error_page(
        request, 400, gettext("This request can't be understood"), gettext("Something in the address is malformed.")
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for what only others may see, with what was typed where that was to be saved."""
    heading, explanation = "This page is not for you", "It needs rights that your account doesn't have."
    if request.method == "POST" and (fields := typed(request)):
        return unsaved_page(request, 403, heading, f"{explanation} What you typed was not saved.", fields)
    return error_page(request, 403, heading, explanation)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return the page for an address at which there is nothing."""
    explanation = gettext("The address may be misspelled, or never have existed.")
    suggestions = [] if is_for_programs(request) else suggested_addresses(bare_path(request.path_info))
    return error_page(request, 404, gettext("Page not found"), explanation, suggestions)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for an error of ours: plain text where even that page can't be made.

    What middleware asks of the database, as to save a session, fails here and not in a view.
    """
    error = sys.exc_info()[1]
    if error and is_unavailable(error):
        return database_unavailable(request, error)
    heading = gettext("Something went wrong here")
    explanation = gettext("The fault is ours, not yours. Please try again later.")
    try:
        return error_page(request, 500, heading, explanation)
    except Exception:
        logger.exception("The page for errors can't be made.")
        return HttpResponse(f"{heading}. {explanation}", status=500, content_type="text/plain")
