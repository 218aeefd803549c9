"""Whom of many people a drawing shows: a neighbourhood, never all of them at once."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from people.models import Person
from people.network.joins import Joins
from people.network.lines import fitting

DRAWN = 100
# The place of somebody whom the gallery doesn't show, after all those whom it does.
NO_SLIDE = 1_000_000


class Selection(NamedTuple):
    """The keys of the people to draw, and around whom.

    `listed` is the number of those whom the reader asked for, and `left_out` of those of them who are not drawn. The
    `central` people are not counted, unless they were chosen for the reader, who had asked for too many.
    """

    people: Sequence[int]
    central: list[Person]
    listed: int
    left_out: int
    chosen: bool


def select(listed: Any, joins: Joins, central: Sequence[Person], steps: int) -> Selection:
    """Return whom to draw of the people `listed`, the nearest to the `central` ones first.

    Where nobody is central and there are too many people for one drawing, that is the first of them in the gallery,
    or else by name, to whom something joins another.
    """
    slides = dict(listed.by_name().values_list("pk", "slide"))
    asked = [person.pk for person in central]
    chosen = [] if asked or len(slides) <= DRAWN else _beginning(slides, joins)
    people = _nearest(list(slides), joins, asked or chosen, steps)
    drawn = fitting(people[:DRAWN], joins)
    shown = Person.public.in_bulk(chosen).values() if chosen else central
    left_out = len(slides) - len(set(drawn) & slides.keys())
    return Selection(drawn, list(shown), len(slides), left_out, bool(chosen))


def _beginning(slides: dict[int, int | None], joins: Joins) -> list[int]:
    joined = [person for person in slides if person in joins.people]
    return sorted(joined, key=lambda person: slides[person] or NO_SLIDE)[:1]


def _nearest(people: list[int], joins: Joins, central: list[int], steps: int) -> list[int]:
    if not central:
        return people
    distances = joins.distances(central, steps)
    near = [person for person in dict.fromkeys([*central, *people]) if person in distances]
    return sorted(near, key=lambda person: distances[person])
