"""What the FilterSets share: reading and checking a query string, and writing others that differ in one value."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import takewhile
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django_filters import FilterSet

from people.models import Organisation, Person, Slugged
from people.search.results import search
from people.search.strategies import Substitution, autocomplete_strategies
from people.text import slug as as_slug

PAGE = "page"
# How a list is shown, not what is listed.
LOOKS = ("sort", "view")
NAMED_CHOICES = 60
# Each name that is typed in place of a choice is searched for.
MOST_NAMES = 10
CORRECTED = "Search-Corrected"


class Problem(NamedTuple):
    """A parameter that can't be read: its name, what is wrong, and the choices there are."""

    parameter: str
    message: str
    choices: list[str]


class Selected(NamedTuple):
    """A value by which a list is filtered: its parameter, the parameter's label, the value and the value's label."""

    parameter: str
    title: str
    value: str
    label: str


class ListFilter(FilterSet):
    """What the list pages share. `verbs` names, for each parameter, the QuerySet verb that it calls."""

    verbs: ClassVar[dict[str, Callable[..., Any]]] = {}
    # Parameters of people for which somebody may have typed a name.
    naming: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: QueryDict, queryset: QuerySet) -> None:
        """Take the query string, of which empty and repeated values are dropped, and the rows to filter."""
        given = data.copy()
        for name, values in data.lists():
            given.setlist(name, list(dict.fromkeys(value for value in values if value.strip())))
        super().__init__(given, queryset)
        self.typed = data

    @cached_property
    def given(self) -> dict[str, Any]:
        """Return the checked value of each parameter that is there; models as a list of slugs."""
        return {
            name: value if isinstance(value, str) else [slug(one) for one in value]
            for name, value in self.form.cleaned_data.items()
            if value
        }

    def narrow(self, rows: Any, given: dict[str, Any]) -> Any:
        """Return the rows that all of the `given` parameters list."""
        for name, verb in self.verbs.items():
            if name in given:
                rows = verb(rows, given[name])
        return rows

    def filter_queryset(self, queryset: Any) -> Any:
        """Return the rows that the query string lists."""
        return self.narrow(queryset, self.given)

    @property
    def problems(self) -> list[Problem]:
        """Return what is wrong with the query string, for each parameter at fault with its choices."""
        return [
            Problem(name, explain(error), self._choices(name))
            for name, errors in self.form.errors.as_data().items()
            for error in errors
        ]

    def _choices(self, name: str) -> list[str]:
        field = self.form.fields[name]
        if isinstance(field, forms.ModelMultipleChoiceField) and field.queryset is not None:
            values = list(field.queryset.values_list("slug", flat=True).order_by("slug")[: NAMED_CHOICES + 1])
        else:
            values = [str(value) for value, _ in getattr(field, "choices", ()) if value]
        return [*values[:NAMED_CHOICES], "…"] if len(values) > NAMED_CHOICES else values

    @property
    def renamed(self) -> str:
        """Return the query string with former slugs replaced by today's, `?` before it; empty if there are none."""
        now = {
            (name, former): today
            for name, field in self.form.fields.items()
            if isinstance(field, forms.ModelMultipleChoiceField)
            for former, today in field.queryset.renamed(self.data.getlist(name)).items()  # type: ignore[union-attr]
        }
        changed = self.data.copy()
        for name in {name for name, _ in now}:
            changed.setlist(name, [now.get((name, value), value) for value in self.data.getlist(name)])
        return f"?{changed.urlencode()}" if now else ""

    @property
    def named(self) -> str:
        """Return the query string with slugs for names that somebody typed, `?` before it; empty if one isn't known."""
        wrong = self.form.errors.as_data()
        unknown = all(error.code == "invalid_choice" for errors in wrong.values() for error in errors)
        if not wrong or not unknown or not set(wrong) <= set(self.naming):
            return ""
        names = {name: [value for value in self.typed.getlist(name) if value.strip()] for name in wrong}
        if sum(map(len, names.values())) > MOST_NAMES:
            return ""
        changed = self.data.copy()
        for name, values in names.items():
            slugs = list(takewhile(bool, map(slug_named, values)))
            if len(slugs) < len(values):
                return ""
            changed.setlist(name, slugs)
        return f"?{changed.urlencode()}" if changed != self.data else ""

    @property
    def unknown(self) -> list[str]:
        """Return the parameters of the query string that mean nothing here."""
        return sorted(set(self.data) - set(self.filters) - {PAGE})

    @property
    def substitutions(self) -> list[Substitution]:
        """Return which of the words searched for stand for others, as nothing on the list has those typed."""
        return []

    @property
    def headers(self) -> dict[str, str]:
        """Return what an answer that can't say it otherwise says of words that stand for others, as a form would."""
        told = [(one.typed, word) for one in self.substitutions for word in one.words]
        return {CORRECTED: urlencode(told)} if told else {}

    @property
    def selected(self) -> Iterator[Selected]:
        """Yield each value by which the list is filtered; how it is shown is none."""
        for name in (name for name in self.given if name not in LOOKS):
            title, value = str(self.filters[name].label), self.form.cleaned_data[name]
            if isinstance(value, str):
                yield Selected(name, title, value, f"“{value}”")
            else:
                yield from (Selected(name, title, slug(one), self.label(name, one)) for one in value)

    def label(self, name: str, value: Any) -> str:
        """Return the words for a value of a parameter."""
        if isinstance(value, Slugged):
            return str(value)
        return str(dict(getattr(self.form.fields[name], "choices", ())).get(value, value))

    def query(self, parameter: str, values: Iterable[str]) -> str:
        """Return the query string with that parameter's values replaced, on the first page, `?` before it."""
        meant = {name: self.data.getlist(name) for name in self.data if name in self.filters}
        return f"?{urlencode(meant | {parameter: list(values)}, doseq=True)}"

    def query_cleared(self) -> str:
        """Return the query string that keeps only how the list is shown, `?` before it."""
        kept = QueryDict(mutable=True)
        for name in (name for name in LOOKS if name in self.given):
            kept[name] = self.given[name]
        return f"?{kept.urlencode()}"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Return what of the query string means something on every page of the list, as names and values."""
        return [(name, value) for name in self.filters for value in self.data.getlist(name)]

    def query_dropping(self, parameter: str, value: str) -> str:
        """Return the query string without that one value, `?` before it."""
        return self.query(parameter, [one for one in self.data.getlist(parameter) if one != value])


def slug(value: Any) -> str:
    """Return the slug of an entry; of a choice, its value."""
    return value.slug if isinstance(value, Slugged) else value


def slug_named(name: str) -> str:
    """Return the slug of the one person whom the name means, which may be their slug already; empty if it's not one."""
    slugs = Person.public.order_by().values_list("slug", flat=True)
    if known := slugs.filter(slug=as_slug(name)).first():
        return known
    people = [group.keys for group in search(name, autocomplete_strategies).groups if group.kind.name == "person"]
    return slugs.get(pk=people[0][0]) if people and len(people[0]) == 1 else ""


def explain(error: forms.ValidationError) -> str:
    """Return what is wrong with a parameter's value, naming the value."""
    if error.code == "invalid_choice" and error.params:
        return f"“{error.params['value']}” is none of the choices."
    return " ".join(error.messages)


def public_people(request: Any) -> Any:
    """Return the people that readers may filter by."""
    return Person.public.told_apart()


def public_organisations(request: Any) -> Any:
    """Return the organisations that readers may filter by."""
    return Organisation.public.all()
