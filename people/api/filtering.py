"""The pages' FilterSets as a filter backend: they read the query string here too, and describe their parameters."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django_filters import CharFilter, Filter, MultipleChoiceFilter
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from people.api.errors import InvalidParameters, Moved
from people.filters.base import ListFilter
from people.filters.lists import MAX_WORDS
from people.filters.updated import UPDATED_SINCE, not_a_time
from people.requests import absolute_url
from people.vocabulary import NOT_RECORDED, NOT_RECORDED_LABEL

Filters = TypeVar("Filters", bound=ListFilter)

# Among them a letter or digit, unless there is nothing at all.
FEW_WORDS = f"^(?=\\s*$|[^\\x00]*[^\\W_])\\s*([^\\s\\x00]+(\\s+|$)){{0,{MAX_WORDS}}}$"
SLUG = "^[-a-zA-Z0-9_]+$"
SLUG_OR_NOT_RECORDED = f"^([-a-zA-Z0-9_]+|{NOT_RECORDED})$"
DAY = r"((0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
CLOCK = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{6})?"
DATE_OR_TIME = rf"^[12]\d{{3}}-{DAY}(T{CLOCK}(Z|[+-]0\d:[0-5]\d)?)?$"
MEANINGS = {
    "q": "Words, each of which, or a synonym, stands in a name, a description, a summary or the title of a post; of a "
    "name or a title how a word begins will do. A word that nobody has stands for the one spelled most like it: the "
    "header Search-Corrected then names both, as typed=used.",
    "contact": "Slugs of people: who had contact with one of them, hearings left out.",
    "contact_kind": "By which means; together with contact, both hold on the same meeting.",
    "role": "Of which category one of their roles is.",
    "title": "Which post they held, as the facets name it.",
    "organisation": "Slugs of organisations: who had a role at one of them.",
    "allegations": "Whether anything is alleged against them, and whether they answered.",
    "reply": "How somebody replied; of people, how they replied to an allegation against them. Who denied it at first, "
    "before it was alleged, or gave no comment has not answered it, but can be asked for.",
    "appears": "Where the source has them.",
    "sort": "In which order.",
    "date": "Whether a date is recorded.",
    "kind": "Of which kind it was.",
    "person": "Slugs of people: what one of them took part in, or is a subject of.",
    "standing": "On whose word it rests.",
    "answered": "Whether any of its subjects answered.",
    UPDATED_SINCE: "What changed at that time or later, as the key “updated” tells it: a date or a time in ISO 8601, "
    "in UTC where it names no other offset. Ask from a little before your last visit: a long change is seen when done.",
}


class Filtering(BaseFilterBackend):
    """Filters by the view's `filters`."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the keys of what the query string lists, in order. Raises InvalidParameters and Moved."""
        filters = read(view.filters, request)
        view.headers.update(filters.headers)
        view.read_filters = filters
        return filters.ids

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, object]]:
        """Return the parameters of the view's filters as OpenAPI describes them."""
        return [parameter(name, one) for name, one in view.filters.base_filters.items()]


class RowFiltering(Filtering):
    """Filters rows that have no index."""

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """Return the rows that the query string lists. Raises InvalidParameters."""
        return read(view.filters, request).apply(queryset)


def read(filters: type[Filters], request: Request) -> Filters:
    """Return the filters with what the query string gives.

    A page takes an empty value, which forms send, for none; a program that sends one has lost it on the way, and
    would be given everybody. Raises InvalidParameters where a value is none of the choices, and Moved where it was one.
    """
    read = filters(request.query_params)
    for name, error in lost(read, request):
        read.form.add_error(name, error)
    if read.is_valid():
        return read
    if read.renamed_query:
        raise Moved(absolute_url(request, f"{request.path}{read.renamed_query}"))
    raise InvalidParameters(read.problems)


def lost(filters: ListFilter, request: Request) -> Iterator[tuple[str, ValidationError]]:
    """Yield each parameter whose values the filters would drop without a word, and what is wrong with it."""
    for name, one in filters.filters.items():
        values = request.query_params.getlist(name)
        is_empty = any(not value.strip() for value in values)
        if is_empty and name == UPDATED_SINCE:
            yield name, not_a_time("")
        elif is_empty and not isinstance(one, CharFilter):
            yield name, ValidationError("Invalid", code="invalid_choice", params={"value": ""})
        if not isinstance(one, MultipleChoiceFilter) and len(values) > 1:
            yield name, ValidationError("This is given more than once.")


def parameter(name: str, one: Filter) -> dict[str, object]:
    """Return the parameter as OpenAPI describes it."""
    several = isinstance(one, MultipleChoiceFilter)
    schema = value_schema(one, DATE_OR_TIME if name == UPDATED_SINCE else FEW_WORDS)
    return {
        "name": name,
        "in": "query",
        "description": describe(name, one),
        "schema": {"type": "array", "items": schema} if several else schema,
    } | ({"style": "form", "explode": True} if several else {})


def value_schema(one: Filter, pattern: str) -> dict[str, object]:
    """Return the schema of a value of the parameter. Choices that change with the data are only said to be slugs."""
    choices = fixed_choices(one)
    if choices:
        return {"type": "string", "enum": list(choices)}
    if isinstance(one, MultipleChoiceFilter):
        return {"type": "string", "pattern": SLUG_OR_NOT_RECORDED if one.extra.get("null_label") else SLUG}
    return {"type": "string", "maxLength": one.extra["max_length"], "pattern": pattern}


def fixed_choices(one: Filter) -> dict[str, str]:
    """Return the choices that stand in the vocabulary, with their labels; none if they change with the data."""
    choices = one.extra.get("choices", ())
    known = {} if callable(choices) else {str(value): str(label) for value, label in choices}
    return known | {NOT_RECORDED: str(NOT_RECORDED_LABEL)} if known and one.extra.get("null_label") else known


def describe(name: str, one: Filter) -> str:
    """Return what the parameter is, and what those of its choices mean that don't say it."""
    labels = {value: label for value, label in fixed_choices(one).items() if label.lower() != value.replace("-", " ")}
    return " ".join([MEANINGS.get(name, f"{one.label}."), *(f"{value}: {label}." for value, label in labels.items())])
