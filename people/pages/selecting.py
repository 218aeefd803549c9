"""People to choose from by name, in a form."""

from people.index import PeopleIndex
from people.models import Person

# A list to choose from holds no more people; beyond, their names are typed.
MAX_SELECTABLE = 200


def selectable_people(index: PeopleIndex) -> list[Person]:
    """Return everybody to choose from by name; nobody where there are too many."""
    return list(Person.public.by_name().told_apart()) if len(index) <= MAX_SELECTABLE else []
