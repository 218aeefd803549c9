"""What each choice of a filter would list, given the other filters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import TextChoices

from people.filters import AllegationFilter, ListFilter, MeetingFilter, PersonFilter
from people.models import Participation, Role
from people.vocabulary import (
    AllegationChoice,
    Answered,
    Appearance,
    ContactKind,
    MeetingKind,
    RoleCategory,
    Standing,
)

LARGEST = 10

Counted = tuple[str, str, int]


@dataclass(frozen=True)
class Choice:
    """A choice of a facet. `count` is the length of the list at `query`: this choice alone, other filters kept."""

    value: str
    label: str
    count: int
    selected: bool
    query: str


class Facet(NamedTuple):
    """A parameter with its choices; of a long facet `choices` are the largest and those selected, `more` the rest."""

    parameter: str
    label: str
    choices: list[Choice]
    more: list[Choice]


def person_facets(filters: PersonFilter) -> list[Facet]:
    """Return the facets of the people page."""
    allegations = filters.without("allegations").count_by_allegations()
    return [
        long_facet(filters, "contact", contacts(filters).people_by_other()),
        fixed_facet(filters, "contact_kind", ContactKind, contact_kinds(filters).people_by_kind()),
        fixed_facet(filters, "role", RoleCategory, roles(filters, "role").people_by_category()),
        long_facet(filters, "title", roles(filters, "title").people_by_title()),
        long_facet(filters, "organisation", roles(filters, "organisation").people_by_organisation()),
        fixed_facet(filters, "allegations", AllegationChoice, allegations),
        fixed_facet(filters, "appears", Appearance, filters.without("appears").count_by_appearance()),
    ]


def meeting_facets(filters: MeetingFilter) -> list[Facet]:
    """Return the facets of the meetings page."""
    return [
        fixed_facet(filters, "kind", MeetingKind, filters.without("kind").count_by_kind()),
        long_facet(filters, "person", filters.without("person").count_by_person()),
    ]


def allegation_facets(filters: AllegationFilter) -> list[Facet]:
    """Return the facets of the allegations page."""
    return [
        fixed_facet(filters, "standing", Standing, filters.without("standing").count_by_standing()),
        fixed_facet(filters, "answered", Answered, filters.without("answered").count_by_answers()),
        long_facet(filters, "person", filters.without("person").count_by_person()),
    ]


def roles(filters: PersonFilter, parameter: str) -> Any:
    """Return the public roles of the people whom all parameters but that one list."""
    return Role.public.held_by(filters.without(parameter))


def contacts(filters: PersonFilter) -> Any:
    """Return the participations, of the kinds asked for, of the people whom all parameters but `contact` list."""
    kinds = filters.given.get("contact_kind", [])
    return Participation.objects.public().in_contact().of_contact_kinds(kinds).taken_by(filters.without("contact"))


def contact_kinds(filters: PersonFilter) -> Any:
    """Return the participations, beside whom is asked for, of the people whom all but `contact_kind` list."""
    beside = Participation.objects.public().in_contact().beside(filters.given.get("contact", []))
    return beside.taken_by(filters.without("contact_kind"))


def fixed_facet(filters: ListFilter, parameter: str, choices: type[TextChoices], numbers: dict[str, int]) -> Facet:
    """Return a facet of a vocabulary: each choice, in the vocabulary's order, with its number."""
    counted = [(str(value), str(label), numbers.get(str(value), 0)) for value, label in choices.choices]
    return Facet(parameter, str(filters.filters[parameter].label), _choices(filters, parameter, counted), [])


def long_facet(filters: ListFilter, parameter: str, counted: list[Counted]) -> Facet:
    """Return a facet of what there is: the ten largest choices and those selected, then the rest."""
    known = {value for value, _, _ in counted}
    absent = [(one.value, one.label, 0) for one in filters.selected if one.parameter == parameter]
    choices = _choices(filters, parameter, [*counted, *(one for one in absent if one[0] not in known)])
    shown = [choice for place, choice in enumerate(choices) if place < LARGEST or choice.selected]
    more = [choice for choice in choices[LARGEST:] if not choice.selected]
    return Facet(parameter, str(filters.filters[parameter].label), shown, more)


def _choices(filters: ListFilter, parameter: str, counted: Iterable[Counted]) -> list[Choice]:
    selected = filters.given.get(parameter, [])
    return [
        Choice(value, label, number, value in selected, filters.query(parameter, [value]))
        for value, label, number in counted
    ]
