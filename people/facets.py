"""What each choice of a filter would list, given the other filters."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import TextChoices

from people.filters import AllegationFilter, ListFilter, MeetingFilter, PersonFilter
from people.models import Person
from people.text import fold
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
# So many choices of a facet stand on a page; the others are found by name.
PRINTED = 100

WORD = re.compile(r"\w+")

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

    @property
    def is_searched(self) -> bool:
        """Return whether choices can be found by name: people always, others where there are more than the largest."""
        return bool(self.choices) and (bool(self.more) or self.parameter in ("contact", "person"))

    @property
    def folded(self) -> list[Choice]:
        """Return the rest as far as a page prints it."""
        return self.more[: PRINTED - LARGEST]

    @property
    def unlisted(self) -> int:
        """Return how many choices a page doesn't print."""
        return len(self.more) - len(self.folded)


def person_facets(filters: PersonFilter) -> list[Facet]:
    """Return the facets of the people page."""
    return [
        long_facet(filters, "contact", LONG_OF_PEOPLE["contact"](filters)),
        fixed_facet(filters, "contact_kind", ContactKind, contact_kinds(filters)),
        fixed_facet(filters, "role", RoleCategory, numbers(filters, "role")),
        long_facet(filters, "title", LONG_OF_PEOPLE["title"](filters)),
        long_facet(filters, "organisation", LONG_OF_PEOPLE["organisation"](filters)),
        fixed_facet(filters, "allegations", AllegationChoice, numbers(filters, "allegations")),
        fixed_facet(filters, "appears", Appearance, numbers(filters, "appears")),
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


def numbers(filters: PersonFilter, parameter: str) -> dict[str, int]:
    """Return how many of the people whom all parameters but that one list each of its choices would list."""
    return {value: count for value, _, count in filters.sets.counted(parameter, filters.people(parameter))}


def largest(filters: PersonFilter, parameter: str) -> list[Counted]:
    """Return the choices of the parameter that would list anybody, those that list the most people first."""
    counted = filters.sets.counted(parameter, filters.people(parameter))
    return sorted((choice for choice in counted if choice[2]), key=lambda choice: -choice[2])


def contacts(filters: PersonFilter) -> list[Counted]:
    """Return with whom most of the people listed without `contact` were in contact, and those chosen."""
    sets, kinds = filters.sets, tuple(filters.given.get("contact_kind", ()))
    found = filters.people("contact")
    counts = {one: found.intersection_cardinality(sets.contacts.beside(one, kinds)) for one in filters.contacts}
    counts |= dict(sets.contacts.largest(found, kinds, PRINTED, sets.by_name.place))
    people = Person.public.in_bulk([sets.numbering.keys[number] for number in counts])
    named = [(number, people.get(sets.numbering.keys[number])) for number in counts]
    ordered = sorted(named, key=lambda one: (-counts[one[0]], sets.by_name.place[one[0]]))
    return [(person.slug, str(person), counts[number]) for number, person in ordered if person]


def contact_kinds(filters: PersonFilter) -> dict[str, int]:
    """Return how many of the people listed without `contact_kind` had contact of each kind, with whom is asked for."""
    found, people = filters.people("contact_kind"), filters.contacts
    return {
        kind: found.intersection_cardinality(filters.sets.in_contact(people, [kind])) for kind in ContactKind.values
    }


# What counts the choices of each long facet: of the people, and of the other lists.
LONG_OF_PEOPLE: dict[str, Callable[[Any], list[Counted]]] = {
    "contact": lambda filters: contacts(filters),
    "title": lambda filters: largest(filters, "title"),
    "organisation": lambda filters: largest(filters, "organisation"),
}
LONG_OF_ENTRIES: dict[str, Callable[[Any], list[Counted]]] = {
    "person": lambda filters: filters.without("person").count_by_person(),
}


def find_choices(filters: ListFilter, parameter: str, counted: list[Counted], term: str) -> list[Counted]:
    """Return those of the choices, without the selected ones, that have a word beginning with each word of `term`."""
    words, selected = words_of(term), filters.given.get(parameter, [])
    return [
        (value, label, number)
        for value, label, number in counted
        if value not in selected and all(any(one.startswith(word) for one in words_of(label)) for word in words)
    ]


def words_of(text: str) -> list[str]:
    """Return the words of the text, folded."""
    return WORD.findall(fold(text))


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
