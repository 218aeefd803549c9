"""Whom a name means."""

from people.models import Person
from people.search.results import search
from people.search.strategies import autocomplete_strategies
from people.text import slug as as_slug


def person_named(name: str) -> Person | None:
    """Return the one person whom the name, or the slug, means; None where it may mean several, or nobody."""
    if name != as_slug(name) and Person.public.are_namesakes(name):
        return None
    people = Person.public.told_apart()
    if known := people.filter(slug=as_slug(name)).first():
        return known
    found = [group.keys for group in search(name, autocomplete_strategies).groups if group.kind.name == "person"]
    return people.filter(pk=found[0][0]).first() if found and len(found[0]) == 1 else None
