"""What is wrong with a query string, and which other one was probably meant."""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from django import forms
from django.http import QueryDict

from people.filters.nearest import NearestChoice, nearest_parameters, nearest_slugs, nearest_values
from people.languages import gettext
from people.models import Person
from people.search.naming import person_named
from people.text import slug

MAX_NAMED_CHOICES = 60
# Each name that is typed in place of a choice is searched for.
MAX_SEARCHED_NAMES = 10


class ParameterError(NamedTuple):
    """A parameter that can't be read: its name, what is wrong, the choices there are, and those probably meant."""

    parameter: str
    message: str
    choices: list[str]
    suggestions: tuple[NearestChoice, ...] = ()

    def for_programs(self) -> dict[str, object]:
        """Return the error as the API tells it."""
        suggestions = [{"value": one.value, "label": one.label} for one in self.suggestions]
        return {**self._asdict(), "suggestions": suggestions}


def errors_of(form: forms.Form) -> list[ParameterError]:
    """Return what is wrong, for each parameter at fault with its choices."""
    return [
        ParameterError(name, explain(error), named_choices(form.fields[name]), suggestions(error, form.fields[name]))
        for name, errors in form.errors.as_data().items()
        for error in errors
    ]


def named_choices(field: forms.Field) -> list[str]:
    """Return the values of the field's choices, the first ones of very many."""
    if isinstance(field, forms.ModelMultipleChoiceField) and field.queryset is not None:
        slugs = field.queryset.values_list("slug", flat=True).order_by("slug")
        null = [field.null_value] if getattr(field, "null_label", None) else []  # type: ignore[attr-defined]
        values = [*null, *slugs[: MAX_NAMED_CHOICES + 1]]
    else:
        values = [str(value) for value, _ in getattr(field, "choices", ()) if value]
    return [*values[:MAX_NAMED_CHOICES], "…"] if len(values) > MAX_NAMED_CHOICES else values


def explain(error: forms.ValidationError) -> str:
    """Return what is wrong with a parameter's value, naming the value."""
    if error.code == "invalid_choice" and error.params:
        return not_an_option(error.params["value"])
    return " ".join(error.messages)


def not_an_option(value: str) -> str:
    """Return what is wrong with a value that is none of the choices."""
    return gettext("“%(value)s” isn't one of the options.") % {"value": value}


def suggestions(error: forms.ValidationError, field: forms.Field) -> tuple[NearestChoice, ...]:
    """Return which of the field's choices were probably meant by the value that is none."""
    value = str(error.params["value"]) if error.code == "invalid_choice" and error.params else ""
    if not value.strip() or "\0" in value:
        return ()
    if isinstance(field, forms.ModelMultipleChoiceField):
        return nearest_slugs(value, field.queryset.model) if field.queryset is not None else ()
    return nearest_values(value, getattr(field, "choices", ()))


def unknown_parameter(name: str, known: list[str]) -> ParameterError:
    """Return what is wrong with a parameter that means nothing, given those that do."""
    return ParameterError(
        name,
        gettext("“%(name)s” is no parameter of this address.") % {"name": name},
        known,
        nearest_parameters(name, known),
    )


def query_with_current_slugs(form: forms.Form, data: QueryDict) -> str:
    """Return the query string with former slugs replaced by today's, `?` before it; empty if there are none."""
    current = {
        (name, former): slug
        for name, field in form.fields.items()
        if isinstance(field, forms.ModelMultipleChoiceField)
        for former, slug in field.queryset.renamed(data.getlist(name)).items()  # type: ignore[union-attr]
    }
    changed = data.copy()
    for name in {name for name, _ in current}:
        changed.setlist(name, [current.get((name, value), value) for value in data.getlist(name)])
    return f"?{changed.urlencode()}" if current else ""


def query_with_slugs_of_names(form: forms.Form, data: QueryDict, typed: QueryDict, parameters: Iterable[str]) -> str:
    """Return the query string with slugs for names typed in those parameters; empty if one of them isn't known."""
    wrong = form.errors.as_data()
    is_unknown = all(error.code == "invalid_choice" for errors in wrong.values() for error in errors)
    if not wrong or not is_unknown or not set(wrong) <= set(parameters):
        return ""
    names = {name: [value for value in typed.getlist(name) if value.strip()] for name in wrong}
    if sum(map(len, names.values())) > MAX_SEARCHED_NAMES:
        return ""
    changed = data.copy()
    for name, values in names.items():
        slugs = list(takewhile(bool, map(slug_of_name, values)))
        if len(slugs) < len(values):
            return ""
        changed.setlist(name, slugs)
    return f"?{changed.urlencode()}" if changed != data else ""


def slug_of_name(name: str) -> str:
    """Return the slug of the one person whom the name means, which may be their slug already; empty if it's not one."""
    person = person_named(name)
    return person.slug if person else ""


def slug_of_typed(typed: str) -> str:
    """Return the slug that is made of a name; what was typed where that is several people's name, or no name."""
    made = slug(typed)
    is_name = made and typed != made
    return typed if is_name and Person.public.are_namesakes(typed) else made or typed
