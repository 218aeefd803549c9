"""People to choose from by name, in a form."""

from people.models import Person
from people.sets.people import PeopleSets

# A list to choose from holds no more people; beyond, their names are typed.
MAX_SELECTABLE = 200


def selectable_people(sets: PeopleSets) -> list[Person]:
    """Return everybody to choose from by name; nobody where there are too many."""
    return list(Person.public.by_name().told_apart()) if len(sets.everything) <= MAX_SELECTABLE else []
