"""What the figures count. However much there is, so many rows are read, and the database counts the rest.

Nobody is ranked: bars of people and of categories stand in an order that has nothing to do with their length, that
of the gallery and that of the vocabulary. Only where people are too many to show does the number decide who is.
"""

from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse

from people.figures.drawing import Bar, Figure, Whole, draw_bars, draw_whole
from people.models import Allegation, Meeting, Participation, Passage, Person, Role, Source
from people.vocabulary import Answered, ContactKind, PassageUse, PersonSort, RoleCategory

MOST_BARS = 10


class Figures(NamedTuple):
    """How much there is of what; `sources` are the first ones by title, of all `all_sources`."""

    people: int
    meetings: int
    sentences: dict[str, int]
    categories: list[Bar]
    contacts: list[Bar]
    in_contact: Figure
    allegations: Whole
    sources: list[Whole]
    all_sources: int


def load_figures() -> Figures:
    """Return the figures of what readers see."""
    return Figures(
        people=Person.public.count(),
        meetings=Meeting.public.count(),
        sentences=Passage.objects.count_by_use(),
        categories=people_by_category(),
        contacts=contacts_by_person(),
        in_contact=people_in_contact(),
        allegations=allegations_by_answers(),
        sources=sentences_by_source(),
        all_sources=Source.objects.count(),
    )


def people_by_category() -> list[Bar]:
    """Return a bar for each category of which somebody holds a role."""
    numbers = Role.public.people_by_category()
    held = [category for category in RoleCategory if numbers.get(category.value)]
    return draw_bars(
        Figure(str(category.label), listed("people", role=[category.value]), numbers[category.value], category.value)
        for category in held
    )


def contacts_by_person() -> list[Bar]:
    """Return a bar for each person of how many they were in contact with, in the gallery's order.

    Of more than MOST_BARS people, those who were with the most; of as many, the first in that order.
    """
    numbers = Participation.objects.public().in_contact().contacts_of_most(MOST_BARS)
    people = Person.public.about(list(numbers)).sorted_by(PersonSort.GALLERY)
    return draw_bars(Figure(str(one), listed("people", contact=[one.slug]), numbers[one.pk]) for one in people)


def people_in_contact() -> Figure:
    """Return the number of people who were in contact with anybody."""
    address = listed("people", contact_kind=ContactKind.values)
    return Figure("", address, Person.public.in_contact([], ContactKind.values).count())


def allegations_by_answers() -> Whole:
    """Return the allegations as those answered and those not."""
    numbers = Allegation.public.count_by_answers()
    parts = (
        Figure(str(one.label), listed("allegations", answered=[one.value]), numbers[one.value], one.value)
        for one in Answered
    )
    return draw_whole("Allegations", listed("allegations"), parts)


def sentences_by_source() -> list[Whole]:
    """Return the sentences of the first sources by title, as those used, those left out for a reason, and the rest."""
    sources = list(Source.objects.order_by("title", "pk")[:MOST_BARS])
    numbers = Passage.objects.count_by_source_and_use(sources)
    return [
        draw_whole(
            str(source),
            source.get_absolute_url(),
            (
                Figure(str(use.label), source.get_absolute_url(), numbers.get((source.pk, use.value), 0), use.value)
                for use in PassageUse
            ),
        )
        for source in sources
    ]


def listed(page: str, **choices: list[str]) -> str:
    """Return the address of the list page, filtered by the choices of each parameter."""
    query = QueryDict(mutable=True)
    for parameter, values in choices.items():
        query.setlist(parameter, values)
    return f"{reverse(f'people:{page}')}{'?' if choices else ''}{query.urlencode()}"
