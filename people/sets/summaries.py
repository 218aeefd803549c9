"""What a list tells of each person, from the sets: to list people takes one query."""

from typing import NamedTuple

from people.models import Person
from people.sets.people import PeopleSets
from people.vocabulary import RoleCategory


class Summary(NamedTuple):
    """A person with the categories of their roles, how many people they met, and how much is alleged and answered."""

    person: Person
    categories: list[RoleCategory]
    contacts: int
    allegations: int
    answered: int


def summaries(sets: PeopleSets, keys: list[int]) -> list[Summary]:
    """Return what a list tells of the people, given by their keys; nothing of who was hidden since."""
    return [summary(sets, person) for person in Person.public.told_apart().with_place().in_order(keys)]


def summary(sets: PeopleSets, person: Person) -> Summary:
    """Return what a list tells of the person."""
    number = sets.numbering.number(person.pk)
    return Summary(
        person,
        [category for category in RoleCategory if number in sets.choices["role"][category.value].listed],
        sets.contacts.count(number),
        sets.allegations.counts[number],
        sets.allegations.answered[number],
    )
