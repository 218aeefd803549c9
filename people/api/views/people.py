"""People."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from people.api.serializers.answers import facets_serializer
from people.api.serializers.person import PersonSerializer, ProfileSerializer
from people.api.views.base import EntryView, FacetsView, FilteredListView
from people.filters import PersonFilter
from people.models import Person, Role, Tie
from people.vocabulary import RoleCategory


class End(NamedTuple):
    """A tie as seen from one of its two people."""

    tie: Tie
    other: Person
    direction: str


class PeopleView(FilteredListView):
    """The people whom the query string asks for, in the order it asks for."""

    rows = Person.public
    filters = PersonFilter
    serializer_class = PersonSerializer

    def load(self, keys: list[int]) -> list[Any]:
        """Return the people that have the keys, with the categories of their roles."""
        people: list[Any] = Person.public.in_order(keys)
        add_categories(people)
        return people


class PersonFacetsView(FacetsView):
    """How many people each choice would list, the other filters kept: the numbers of the people page."""

    rows = Person.public
    filters = PersonFilter
    serializer_class = facets_serializer("PersonFacets", PersonFilter)


class PersonView(EntryView):
    """Everything that the sources say of a person: each allegation with its answers, each line with its sentences."""

    rows = Person.public
    serializer_class = ProfileSerializer

    def get_queryset(self) -> Any:
        """Return the people with everything that the answer holds."""
        return super().get_queryset().for_profile()

    def find(self, slug: str) -> Any:
        """Return the person with the categories of their roles, and their ties from either end."""
        person = super().find(slug)
        add_categories([person])
        person.both_ties = list(ends(person))
        return person


def add_categories(people: list[Any]) -> None:
    """Set on each person the categories of their public roles, in the vocabulary's order, in one query for all."""
    held = defaultdict(set)
    for person, category in Role.public.held_by(people).values_list("person", "category"):
        held[person].add(category)
    for person in people:
        person.categories = [category for category in RoleCategory.values if category in held[person.pk]]


def ends(person: Person) -> Iterator[End]:
    """Yield the person's ties, which are at hand, from either end."""
    for tie in person.ties_from.all():
        yield End(tie, tie.to_person, "outgoing")
    for tie in person.ties_to.all():
        yield End(tie, tie.from_person, "incoming")
