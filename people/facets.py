"""What each choice of a filter would list, given the other filters."""

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from django.db.models import TextChoices

from people.filters import AllegationFilter, ListFilter, MeetingFilter, PersonFilter, TimelineFilter
from people.filters.sets import EntryFilter, SetFilter
from people.models import Person
from people.search.labels import LabelQuery, parse_label_query
from people.search.results import SearchResults, search
from people.search.strategies import Substitution, autocomplete_strategies
from people.sets.people import PeopleSets
from people.vocabulary import (
    AllegationChoice,
    Answered,
    AppearanceChoice,
    ContactKind,
    MeetingKind,
    RoleCategory,
    Standing,
    TimelineKind,
)

LARGEST = 10
# More choices than these don't stand on a page beside the largest; they are found by name, or on a page of their own.
PRINTED = 50
# Of people so many can be seen in a row; others are found by name.
RANKED = 1_000

# Parameters of which the choices are people.
OF_PEOPLE = ("contact", "person")

Counted = tuple[str, str, int]


class FacetChoice(NamedTuple):
    """A choice of a facet. `number` is the length of the list at `query`: this choice alone, other filters kept."""

    value: str
    label: str
    number: int
    selected: bool
    begun: str  # the query string up to the value

    @property
    def query(self) -> str:
        """Return the query string, put together for those choices alone that are shown."""
        return f"{self.begun}{quote_plus(self.value)}"


class Facet(NamedTuple):
    """A parameter with its choices; of a long facet `choices` are the largest and those selected, `more` the rest.

    Where these are too many for the page of the list, they stand on a page of their own, and may not be told here.
    """

    parameter: str
    label: str
    choices: list[FacetChoice]
    more: list[FacetChoice]
    has_page: bool = False

    @property
    def is_searched(self) -> bool:
        """Return whether choices can be found by name: people always, others where there are more than the largest."""
        return bool(self.choices) and (bool(self.more) or self.parameter in OF_PEOPLE)


class Term:
    """What is typed to find choices of a facet by name; it may be empty."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self.text = text

    @cached_property
    def _results(self) -> SearchResults | None:
        return search(self.text, autocomplete_strategies) if self.text else None

    @property
    def people(self) -> list[int]:
        """Return the keys of people so named, or called so elsewhere; of very many, some."""
        groups = self._results.groups if self._results else []
        return [key for group in groups if group.kind.name == "person" for key in group.keys]

    @property
    def slugs(self) -> set[str]:
        """Return the slugs of these people."""
        return set(Person.public.filter(pk__in=self.people).values_list("slug", flat=True)) if self.people else set()

    def read(self, labels: list[str], *, of_people: bool) -> LabelQuery:
        """Return what is looked for among the labels. A name that people have is no other one, spelled wrongly."""
        attempt = self._results.attempt if of_people and self._results else None
        known = bool(self.people and attempt and not attempt.substitutions) if of_people else False
        return parse_label_query(self.text, labels, as_typed=known)


class FoundChoices(NamedTuple):
    """The choices that a term finds, and how it was read."""

    choices: list[Counted]
    reading: LabelQuery

    @property
    def substitutions(self) -> list[Substitution]:
        """Return which of the words typed stand for others."""
        return self.reading.substitutions


def person_facets(filters: PersonFilter) -> list[Facet]:
    """Return the facets of the people page."""
    return [
        contact_facet(filters),
        fixed_facet(filters, "contact_kind", ContactKind, contact_kinds(filters)),
        fixed_facet(filters, "role", RoleCategory, numbers(filters, "role")),
        choices_facet(filters, "title"),
        choices_facet(filters, "organisation"),
        fixed_facet(filters, "allegations", AllegationChoice, numbers(filters, "allegations")),
        fixed_facet(filters, "appears", AppearanceChoice, numbers(filters, "appears")),
    ]


def meeting_facets(filters: MeetingFilter) -> list[Facet]:
    """Return the facets of the meetings page."""
    return [
        fixed_facet(filters, "kind", MeetingKind, numbers(filters, "kind")),
        person_facet(filters),
    ]


def allegation_facets(filters: AllegationFilter) -> list[Facet]:
    """Return the facets of the allegations page."""
    return [
        fixed_facet(filters, "standing", Standing, numbers(filters, "standing")),
        fixed_facet(filters, "answered", Answered, numbers(filters, "answered")),
        person_facet(filters),
    ]


def timeline_facets(filters: TimelineFilter) -> list[Facet]:
    """Return the facets of the timeline."""
    return [
        fixed_facet(filters, "kind", TimelineKind, numbers(filters, "kind")),
        fixed_facet(filters, "category", RoleCategory, numbers(filters, "category")),
        person_facet(filters),
    ]


def numbers(filters: SetFilter, parameter: str) -> dict[str, int]:
    """Return how many of those that all parameters but that one list each of its choices would list."""
    return {value: count for value, _, count in filters.sets.counted(parameter, filters.listed(parameter))}


def largest(filters: SetFilter, parameter: str) -> list[Counted]:
    """Return the choices of the parameter that would list anything, those that list the most first."""
    counted = filters.sets.counted(parameter, filters.listed(parameter))
    return sorted(filter(itemgetter(2), counted), key=itemgetter(2), reverse=True)


def choices_facet(filters: SetFilter, parameter: str) -> Facet:
    """Return the facet of a parameter of which there may be any number of choices."""
    counted = largest(filters, parameter)
    return long_facet(filters, parameter, counted, has_page=len(counted) > PRINTED)


def contact_facet(filters: PersonFilter) -> Facet:
    """Return the facet of with whom people were in contact, the largest alone where all are too many for the page."""
    kinds = tuple(filters.given.get("contact_kind", ()))
    many = filters.sets.contacts.lead_to_more_than(PRINTED, filters.listed("contact"), kinds)
    return long_facet(filters, "contact", contacts(filters, LARGEST if many else PRINTED), has_page=many)


def person_facet(filters: EntryFilter) -> Facet:
    """Return the facet of whom entries concern, the largest alone where all are too many for the page."""
    many = filters.sets.concern_more_than(PRINTED, filters.listed("person"))
    return long_facet(filters, "person", people_concerned(filters, LARGEST if many else PRINTED), has_page=many)


def contacts(filters: PersonFilter, most: int, named: Iterable[int] = ()) -> list[Counted]:
    """Return with whom most of the people listed without `contact` were in contact; those chosen, and so named, too."""
    sets, kinds = filters.sets, tuple(filters.given.get("contact_kind", ()))
    found = filters.listed("contact")
    asked = {*filters.contacts, *sets.numbering.numbers(named)}
    counts = {one: found.intersection_cardinality(sets.contacts.beside(one, kinds)) for one in asked}
    return ranked(sets, counts | dict(sets.contacts.largest(found, kinds, most, sets.by_name.place)))


def people_concerned(filters: EntryFilter, most: int, named: Iterable[int] = ()) -> list[Counted]:
    """Return whom most of the entries listed without `person` concern; those chosen, and so named, too."""
    sets, found = filters.sets, filters.listed("person")
    asked = {*filters.people, *sets.people.numbering.numbers(named)}
    counts = {one: sets.count(one, found) for one in asked}
    return ranked(sets.people, counts | dict(filters.largest(most)))


def ranked(sets: PeopleSets, counts: dict[int, int]) -> list[Counted]:
    """Return slug and name of those of the people, given by their numbers, who count at all, the largest first."""
    listed = sorted(filter(counts.get, counts), key=lambda one: (-counts[one], sets.by_name.place[one]))
    keys = {sets.numbering.keys[number]: number for number in listed}
    people = Person.public.told_apart().in_bulk(keys)
    return [(people[key].slug, str(people[key]), counts[number]) for key, number in keys.items() if key in people]


def contact_kinds(filters: PersonFilter) -> dict[str, int]:
    """Return how many of the people listed without `contact_kind` had contact of each kind, with whom is asked for."""
    found, people = filters.listed("contact_kind"), filters.contacts
    return {
        kind: found.intersection_cardinality(filters.sets.in_contact(people, [kind])) for kind in ContactKind.values
    }


# What counts the choices of each long facet, all those with some name among them: of the people, and of other lists.
LONG_OF_PEOPLE: dict[str, Callable[[Any, Term], list[Counted]]] = {
    "contact": lambda filters, term: contacts(filters, RANKED, term.people),
    "title": lambda filters, _: largest(filters, "title"),
    "organisation": lambda filters, _: largest(filters, "organisation"),
}
LONG_OF_ENTRIES: dict[str, Callable[[Any, Term], list[Counted]]] = {
    "person": lambda filters, term: people_concerned(filters, RANKED, term.people),
}


def find_choices(filters: ListFilter, parameter: str, counted: list[Counted], term: Term) -> FoundChoices:
    """Return those of the choices, without the selected ones, that the term names; people by other names too."""
    of_people, selected = parameter in OF_PEOPLE, filters.given.get(parameter, [])
    reading = term.read([label for _, label, _ in counted], of_people=of_people)
    named = term.slugs if of_people else ()
    found = [one for one in counted if one[0] not in selected and (one[0] in named or reading.has(one[1]))]
    return FoundChoices(found, reading)


def fixed_facet(filters: ListFilter, parameter: str, choices: type[TextChoices], numbers: dict[str, int]) -> Facet:
    """Return a facet of a vocabulary: each choice, in the vocabulary's order, with its number."""
    counted = [(str(value), str(label), numbers.get(str(value), 0)) for value, label in choices.choices]
    return Facet(parameter, str(filters.filters[parameter].label), _choices(filters, parameter, counted), [])


def long_facet(filters: ListFilter, parameter: str, counted: list[Counted], *, has_page: bool) -> Facet:
    """Return a facet of what there is: the ten largest choices and those selected, then the rest."""
    counted = [*counted, *absent(filters, parameter, counted)]
    selected = filters.given.get(parameter, [])
    shown = [*counted[:LARGEST], *(one for one in counted[LARGEST:] if one[0] in selected)]
    more = [one for one in counted[LARGEST:] if one[0] not in selected]
    choices = partial(_choices, filters, parameter)
    return Facet(parameter, str(filters.filters[parameter].label), choices(shown), choices(more), has_page)


def absent(filters: ListFilter, parameter: str, counted: list[Counted]) -> list[Counted]:
    """Return the selected choices of the parameter that are not among those counted, as they list nothing."""
    if parameter not in filters.given:
        return []
    known = {value for value, _, _ in counted}
    chosen = (one for one in filters.selected if one.parameter == parameter)
    return [(one.value, one.label, 0) for one in chosen if one.value not in known]


def _choices(filters: ListFilter, parameter: str, counted: Iterable[Counted]) -> list[FacetChoice]:
    selected = filters.given.get(parameter, [])
    others = filters.query(parameter, [])
    begun = f"{others}{'&' if len(others) > 1 else ''}{parameter}="
    return [FacetChoice(value, label, number, value in selected, begun) for value, label, number in counted]
