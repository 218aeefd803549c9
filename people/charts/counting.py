"""What the figures count. They are counted once for each version of the data.

Nobody is ranked: bars of people and of categories stand in an order that has nothing to do with their length, that
of the gallery and that of the vocabulary. Only where people are too many to show does the number decide who is.
"""

from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse

from people.charts.bars import Bar, ChartValue, StackedBar, draw_bars, draw_stacked_bar
from people.models import Passage, Person, Source
from people.sets.listing import allegation_entries, meeting_entries
from people.sets.people import PeopleSets
from people.sets.reading import once
from people.vocabulary import ContactKind, PassageUse

MAX_BARS = 10


class HomeCharts(NamedTuple):
    """How much there is of what; `sources` are the first ones by title, of all `all_sources`."""

    people: int
    meetings: int
    sentences: dict[str, int]
    categories: list[Bar]
    contacts: list[Bar]
    in_contact: ChartValue
    allegations: StackedBar
    sources: list[StackedBar]
    all_sources: int


@once
def load_home_charts(sets: PeopleSets) -> HomeCharts:
    """Return the figures of what readers see."""
    return HomeCharts(
        people=len(sets.everything),
        meetings=len(meeting_entries().everything),
        sentences=Passage.public.count_by_use(),
        categories=people_by_category(sets),
        contacts=contacts_by_person(sets),
        in_contact=people_in_contact(sets),
        allegations=allegations_by_answers(),
        sources=sentences_by_source(),
        all_sources=Source.public.count(),
    )


def people_by_category(sets: PeopleSets) -> list[Bar]:
    """Return a bar for each category of which somebody holds a role."""
    numbers = sets.counted("role", sets.everything)
    return draw_bars(
        ChartValue(label, listed("people", role=[one]), number, one) for one, label, number in numbers if number
    )


def contacts_by_person(sets: PeopleSets) -> list[Bar]:
    """Return a bar for each person of how many they were in contact with, in the gallery's order.

    Of more than MOST_BARS people, those who were with the most; of as many, the first in that order.
    """
    numbers = dict(sets.contacts.largest(sets.everything, (), MAX_BARS, sets.in_gallery_order.place))
    keys = {number: sets.numbering.keys[number] for number in sorted(numbers)}
    people = Person.public.told_apart().in_bulk(keys.values())
    return draw_bars(
        ChartValue(str(people[key]), listed("people", contact=[people[key].slug]), numbers[number])
        for number, key in keys.items()
        if key in people
    )


def people_in_contact(sets: PeopleSets) -> ChartValue:
    """Return the number of people who were in contact with anybody."""
    kinds = ContactKind.values
    return ChartValue("", listed("people", contact_kind=kinds), len(sets.in_contact((), kinds)))


def allegations_by_answers() -> StackedBar:
    """Return the allegations as those answered and those not."""
    entries = allegation_entries()
    parts = (
        ChartValue(label, listed("allegations", answered=[one]), number, one)
        for one, label, number in entries.counted("answered", entries.everything)
    )
    return draw_stacked_bar("Allegations", listed("allegations"), parts)


def sentences_by_source() -> list[StackedBar]:
    """Return the sentences of the first sources by title, as those used, those left out for a reason, and the rest."""
    sources = list(Source.public.by_title()[:MAX_BARS])
    numbers = Passage.objects.count_by_source_and_use(sources)
    return [
        draw_stacked_bar(
            str(source),
            source.get_absolute_url(),
            (
                ChartValue(str(use.label), source.get_absolute_url(), numbers.get((source.pk, use.value), 0), use.value)
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
