"""Requests to the admin that no page of it makes: forged keys, searches without end."""

import logging
from collections.abc import Iterator

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import DataError
from django.http import HttpRequest, HttpResponse

from people.pages.errors import error_page
from people.search.words import is_searchable, no_words_message
from people.views.errors import bad_request

logger = logging.getLogger(__name__)

# A database takes a search apart word by word, and gives up at some hundreds.
MAX_SEARCH_WORDS = 50
MAX_SEARCH_LENGTH = 1_000
SEARCHES = ("q", "term")

MAX_KEY_DIGITS = 18

# How Django refuses to look for a key that is no number.
NO_NUMBER = "expected a number but got"


def forged_request(request: HttpRequest) -> HttpResponse | None:
    """Return the page with status 400 that says what is wrong with a search or a key, if anything is."""
    problem = next(problems_of(request), "")
    return error_page(request, 400, "This request can't be understood", problem) if problem else None


def fault_of_a_value(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """Return the page with status 400 if a value in the request is at fault, and log what it did."""
    if not is_fault_of_a_value(exception):
        return None
    logger.warning("A request to the admin has a value that can't be used: %s", request.path, exc_info=exception)
    return bad_request(request, exception)


def problems_of(request: HttpRequest) -> Iterator[str]:
    """Yield what is wrong with the searches and keys of a request."""
    yield from filter(None, (search_problem(name, request.GET.get(name, "")) for name in SEARCHES))
    if any("\0" in value for values in request.GET.lists() for value in (values[0], *values[1])):
        yield "A NUL character stands in the address."
    if any(map(has_unstorable_number, request.GET.lists())):
        yield f"A number in the address has more than {MAX_KEY_DIGITS} digits."
    if any(name.endswith("__range") for name in request.GET):  # which fails unless it has two values
        yield "A list of the admin isn't filtered by a range."
    if names_reverse_relation(request):
        yield "That relation is no field of a form."
    if request.method == "POST" and not all(map(is_key, request.POST.getlist("_selected_action"))):
        yield "What is selected is no row of the list."


def search_problem(name: str, text: str) -> str:
    """Return what is wrong with a search, if anything is."""
    if len(text) > MAX_SEARCH_LENGTH or len(text.split()) > MAX_SEARCH_WORDS:
        return f"A search has at most {MAX_SEARCH_WORDS} words and {MAX_SEARCH_LENGTH} characters."
    return f"{name}: {no_words_message(text)}" if text.strip() and not is_searchable(text) else ""


def has_unstorable_number(parameter: tuple[str, list[str]]) -> bool:
    """Return whether a filter, given by name and values, names a number that no column holds."""
    name, values = parameter
    numbers = (part.removeprefix("-") for value in values for part in value.split(","))
    return name not in SEARCHES and any(part.isdecimal() and len(part) > MAX_KEY_DIGITS for part in numbers)


def names_reverse_relation(request: HttpRequest) -> bool:
    """Return whether suggestions are asked for a relation by the name that it has from its other end."""
    label, name, field = (request.GET.get(part, "") for part in ("app_label", "model_name", "field_name"))
    try:
        return bool(apps.get_model(label, name)._meta.get_field(field).auto_created)
    except (LookupError, FieldDoesNotExist):
        return False


def is_fault_of_a_value(exception: Exception) -> bool:
    """Return whether a value was at fault that no column holds, or one that is no key."""
    return isinstance(exception, OverflowError | DataError) or (
        isinstance(exception, ValueError) and NO_NUMBER in str(exception)
    )


def is_key(text: str) -> bool:
    """Return whether the text can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) <= MAX_KEY_DIGITS
