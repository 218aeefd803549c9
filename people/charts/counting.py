"""What the figures count. They are counted once for each version of the data.

Nobody is ranked: bars of people and of categories stand in an order that has nothing to do with their length, that
of the gallery and that of the vocabulary. Only where people are too many to show does the number decide who is.
"""

from collections.abc import Callable
from functools import partial, wraps
from typing import NamedTuple, TypeVar

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language

from people.charts.bars import Bar, ChartValue, StackedBar, draw_bars, draw_stacked_bar
from people.index import PeopleIndex, allegation_index, cached_per_version, meeting_index
from people.languages import gettext
from people.models import Passage, Person, Source
from people.vocabulary import NOT_RECORDED, ContactKind, PassageUse

MAX_BARS = 10

Made = TypeVar("Made")


class HomeCharts(NamedTuple):
    """How much there is of what."""

    people: int
    meetings: int
    categories: list[Bar]
    contacts: list[Bar]
    in_contact: ChartValue
    allegations: StackedBar


class CoverageCharts(NamedTuple):
    """How much of the first sources by title is used, and how many sources there are."""

    sources: list[StackedBar]
    number: int


def cached_per_language(make: Callable[[PeopleIndex], Made]) -> Callable[[], Made]:
    """Return a function that makes something of the index once for each version and language."""
    by_language = {code: cached_per_version(partial(make)) for code, _ in settings.LANGUAGES}

    @wraps(make)
    def cached() -> Made:
        return by_language[get_language() or settings.LANGUAGE_CODE]()

    return cached


@cached_per_language
def load_home_charts(index: PeopleIndex) -> HomeCharts:
    """Return the figures of what readers see."""
    return HomeCharts(
        people=len(index),
        meetings=len(meeting_index()),
        categories=people_by_category(index),
        contacts=contacts_by_person(index),
        in_contact=people_in_contact(index),
        allegations=allegations_by_answers(),
    )


@cached_per_language
def load_coverage_charts(_: PeopleIndex) -> CoverageCharts:
    """Return how much of the sources is used."""
    return CoverageCharts(sentences_by_source(), Source.public.count())


def people_by_category(index: PeopleIndex) -> list[Bar]:
    """Return a bar for each category of which somebody holds a role."""
    counts = index.facet_counts("role", index.everything, {})
    return draw_bars(
        ChartValue(str(label), listed("people", role=[one]), count, one)
        for one, label, count in counts
        if count and one != NOT_RECORDED
    )


def contacts_by_person(index: PeopleIndex) -> list[Bar]:
    """Return a bar for each person of how many they were in contact with, in the gallery's order.

    Of more than MAX_BARS people, those who were with the most; of as many, the first in that order.
    """
    counts = index.most_contacts(MAX_BARS)
    people = Person.public.told_apart().in_bulk([person for person, _ in counts])
    return draw_bars(
        ChartValue(str(people[person]), listed("people", contact=[people[person].slug]), count)
        for person, count in counts
        if person in people
    )


def people_in_contact(index: PeopleIndex) -> ChartValue:
    """Return the number of people who were in contact with anybody."""
    return ChartValue("", listed("people", contact_kind=ContactKind.values), len(index.having_contact()))


def allegations_by_answers() -> StackedBar:
    """Return the allegations as those answered and those not."""
    index = allegation_index()
    parts = (
        ChartValue(str(label), listed("allegations", answered=[one]), number, one)
        for one, label, number in index.facet_counts("answered", index.everything, {})
    )
    return draw_stacked_bar(gettext("Allegations"), listed("allegations"), parts)


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
