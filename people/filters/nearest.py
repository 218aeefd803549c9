"""What was probably meant by a value that is none of the choices, or by the name of a parameter that there is not."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from people.models import Organisation, Person, Slugged
from people.search.nearest import MAX_NEAREST_ENTRIES, ORGANISATION, PERSON, nearest_entries
from people.text import slug as as_slug

# Of more choices, those that differ in case and signs alone are found.
MAX_COMPARED_CHOICES = 500
MIN_BEGINNING = 3
# As difflib measures it: kid is that near to kind, but walls is not to all.
MIN_RATIO = 0.78
KINDS = {Person: PERSON, Organisation: ORGANISATION}


class NearestChoice(NamedTuple):
    """A choice that was probably meant: its value and label, and what was given instead, which may be the parameter."""

    value: str
    label: str
    given: str = ""


def nearest_values(given: str, choices: Iterable[tuple[object, object]]) -> tuple[NearestChoice, ...]:
    """Return the choices, each a value with its label, that are written most like what was given."""
    labels = {str(value): str(label) for value, label in choices if value}
    target = as_slug(given)
    if target in labels:
        return (NearestChoice(target, labels[target], given),)
    if not target or len(labels) > MAX_COMPARED_CHOICES:
        return ()
    values = {as_slug(label): value for value, label in labels.items()} | {as_slug(value): value for value in labels}
    return tuple(NearestChoice(value, labels[value], given) for value in nearest_words(target, values))


def nearest_words(target: str, values: dict[str, str]) -> list[str]:
    """Return the values of the words that are the target, or else begin with it, or else are spelled most like it."""
    begun = [one for one in values if len(target) >= MIN_BEGINNING and one.startswith(target)]
    close = [target] if target in values else begun or get_close_matches(target, values, MAX_NEAREST_ENTRIES, MIN_RATIO)
    return list(dict.fromkeys(values[one] for one in close))[:MAX_NEAREST_ENTRIES]


def nearest_slugs(given: str, model: type[Slugged]) -> tuple[NearestChoice, ...]:
    """Return the people or organisations that were probably meant, whom readers may see."""
    return tuple(NearestChoice(one.slug, str(one), given) for one in nearest_entries(given, KINDS[model]))


def nearest_parameters(given: str, known: Sequence[str]) -> tuple[NearestChoice, ...]:
    """Return the parameters whose names are written most like the one given."""
    words = {as_slug(one): one for one in known}
    return tuple(NearestChoice(name, name) for name in nearest_words(as_slug(given), words))
