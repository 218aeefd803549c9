"""Facets: what each choice of a filter would list, the other filters kept. A FilterSet declares those it has."""

from collections.abc import Callable, Iterable
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote_plus

from people.index import FacetCount, Ranking, RankingLimits
from people.models import Person
from people.search.labels import LabelQuery, parse_label_query
from people.search.results import SearchResults, search
from people.search.strategies import Substitution, autocomplete_strategies
from people.vocabulary import NOT_RECORDED

if TYPE_CHECKING:
    from people.filters.base import IndexFilter

# Choices of an open facet that always stand on the page, the largest ones.
MAX_LARGEST_CHOICES = 10
# With more choices than this, the rest are found by name, or on a page of their own.
MAX_INLINE_CHOICES = 50
# People that can be seen in a row there; others are found by name.
MAX_RANKED_PEOPLE = 1_000
# So many facets stand open, the first of the list.
MAX_OPEN_FACETS = 3

# The same as the index takes them, of people: on the page, and where they are found by name.
SHOWN = RankingLimits(MAX_INLINE_CHOICES, MAX_LARGEST_CHOICES)
FOUND = RankingLimits(MAX_RANKED_PEOPLE, MAX_RANKED_PEOPLE)


class FacetChoice(NamedTuple):
    """A choice of a facet. `number` is the length of the list at `query`: this choice alone, other filters kept.

    Choices that stand on a page of their own have no `query`, which takes longer to write than to count them.
    """

    value: str
    label: str
    number: int
    selected: bool
    query: str


class Facet(NamedTuple):
    """A parameter with its choices; of an open facet `choices` are the largest and those selected, `more` the rest.

    Where these are too many for the page of the list, they stand on a page of their own, and may be left out here.
    """

    parameter: str
    label: str
    choices: list[FacetChoice]
    more: list[FacetChoice]
    has_page: bool = False
    # Whether choices can be found by name.
    is_searched: bool = False
    is_open: bool = False

    @property
    def has_selected(self) -> bool:
        """Return whether a choice of it is made."""
        return any(one.selected for one in self.choices)

    @property
    def is_empty(self) -> bool:
        """Return whether no choice lists anything, and none is made."""
        return not any(one.number or one.selected for one in self.choices)


def unfolded(facets: Iterable[Facet]) -> list[Facet]:
    """Return the facets, of which the first that list anything stand open, and those in which a choice is made."""
    facets = list(facets)
    first = [facet.parameter for facet in facets if not facet.is_empty][:MAX_OPEN_FACETS]
    return [facet._replace(is_open=facet.parameter in first or facet.has_selected) for facet in facets]


class FacetSpec:
    """The declaration of a facet."""

    def __init__(self, parameter: str) -> None:
        """Take the parameter of the filter."""
        self.parameter = parameter

    def build(self, filters: "IndexFilter") -> Facet:
        """Return the facet under the filters."""
        raise NotImplementedError


class EnumFacet(FacetSpec):
    """A facet of a vocabulary, whose choices are all shown in the vocabulary's order.

    The index counts them, unless another function of the filters does.
    """

    def __init__(self, parameter: str, count: Callable[[Any], list[FacetCount]] | None = None) -> None:
        """Take the parameter, and what counts its choices."""
        super().__init__(parameter)
        self.count = count

    def build(self, filters: "IndexFilter") -> Facet:
        """Return the facet under the filters."""
        counts = self.count(filters) if self.count else filters.facet_counts(self.parameter)
        return Facet(
            self.parameter, str(filters.filters[self.parameter].label), choices(filters, self.parameter, counts), []
        )


class OpenFacet(FacetSpec):
    """A facet with any number of choices: the largest ones are shown, and all can be found by name."""

    of_people = False

    def build(self, filters: "IndexFilter") -> Facet:
        """Return the facet under the filters."""
        counts = self.counts(filters)
        return open_facet(filters, self, counts, has_page=len(counts) > MAX_INLINE_CHOICES)

    def counts(self, filters: "IndexFilter") -> list[FacetCount]:
        """Return the choices that list anything, those that list the most first, and what none lists last."""
        counts = filter(attrgetter("total"), filters.facet_counts(self.parameter))
        return sorted(counts, key=lambda one: (one.value == NOT_RECORDED, -one.total))

    def find(self, filters: "IndexFilter", term: "SearchTerm") -> "FoundChoices":
        """Return the choices that the term names, but those selected and what always stands on the page."""
        counts = [one for one in self.all_counts(filters, term) if one.value != NOT_RECORDED]
        selected = filters.cleaned.get(self.parameter, [])
        reading = term.read([one.label for one in counts], of_people=self.of_people)
        named = term.slugs if self.of_people else ()
        return FoundChoices(
            [one for one in counts if one.value not in selected and (one.value in named or reading.has(one.label))],
            reading,
        )

    def all_counts(self, filters: "IndexFilter", term: "SearchTerm") -> list[FacetCount]:
        """Return all choices that the term may name."""
        return self.counts(filters)


class PeopleFacet(OpenFacet):
    """A facet whose choices are people, of whom only the largest are counted where there are very many."""

    of_people = True

    def build(self, filters: "IndexFilter") -> Facet:
        """Return the facet under the filters."""
        ranking = self.ranking(filters, SHOWN, filters.criteria.get(self.parameter, ()))
        return open_facet(filters, self, named_counts(ranking), has_page=ranking.is_cut)

    def all_counts(self, filters: "IndexFilter", term: "SearchTerm") -> list[FacetCount]:
        """Return the largest choices, and the people whom the term names otherwise."""
        return named_counts(self.ranking(filters, FOUND, {*filters.criteria.get(self.parameter, ()), *term.people}))

    def ranking(self, filters: "IndexFilter", limits: RankingLimits, also: Iterable[int]) -> Ranking:
        """Return the largest choices, and others given by id."""
        raise NotImplementedError


class ContactFacet(PeopleFacet):
    """With whom the people listed were in contact."""

    def ranking(self, filters: "IndexFilter", limits: RankingLimits, also: Iterable[int]) -> Ranking:
        """Return with whom most of the people were in contact, and others given by id."""
        kinds, found = filters.criteria.get("contact_kind", ()), filters.matches(self.parameter)
        ranking: Ranking = filters.index.contact_ranking(found, kinds, limits, also)
        return ranking


class SubjectFacet(PeopleFacet):
    """Whom the entries listed concern."""

    def ranking(self, filters: "IndexFilter", limits: RankingLimits, also: Iterable[int]) -> Ranking:
        """Return whom most of the entries concern, and others given by id."""
        found, key = filters.matches(self.parameter), filters.cache_key(self.parameter)
        ranking: Ranking = filters.index.subject_ranking(found, limits, also, key)
        return ranking


class SearchTerm:
    """What is typed to find choices of a facet by name; it may be empty."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self.text = text

    @cached_property
    def _results(self) -> SearchResults | None:
        return search(self.text, autocomplete_strategies) if self.text else None

    @property
    def people(self) -> list[int]:
        """Return the ids of people so named, or called so elsewhere; of very many, some."""
        groups = self._results.groups if self._results else []
        return [row for group in groups if group.kind.name == "person" for row in group.keys]

    @property
    def slugs(self) -> set[str]:
        """Return the slugs of these people."""
        return set(Person.public.filter(pk__in=self.people).values_list("slug", flat=True)) if self.people else set()

    def read(self, labels: list[str], *, of_people: bool) -> LabelQuery:
        """Return what is looked for among the labels. A name that people have is no other one, spelled wrongly."""
        attempt = self._results.attempt if of_people and self._results else None
        known = bool(self.people and attempt and not attempt.substitutions) if of_people else False
        return parse_label_query(self.text, labels, as_typed=known)


class FoundChoices(NamedTuple):
    """The choices that a term finds, and how it was read."""

    choices: list[FacetCount]
    reading: LabelQuery

    @property
    def substitutions(self) -> list[Substitution]:
        """Return which of the words typed stand for others."""
        return self.reading.substitutions


def open_facet(filters: "IndexFilter", spec: OpenFacet, counts: list[FacetCount], *, has_page: bool) -> Facet:
    """Return the facet: the largest choices and those selected, then the rest."""
    parameter = spec.parameter
    counts, selected = [*counts, *absent(filters, parameter, counts)], filters.cleaned.get(parameter, [])
    shown, more = counts[:MAX_LARGEST_CHOICES], list[FacetCount]()
    for one in counts[MAX_LARGEST_CHOICES:]:
        (shown if one.value in selected or one.value == NOT_RECORDED else more).append(one)
    return Facet(
        parameter,
        str(filters.filters[parameter].label),
        choices(filters, parameter, shown),
        choices(filters, parameter, more, linked=not has_page),
        has_page,
        is_searched=bool(shown) and (bool(more) or spec.of_people),
    )


def absent(filters: "IndexFilter", parameter: str, counts: list[FacetCount]) -> list[FacetCount]:
    """Return the selected choices of the parameter that are not among those counted, as they list nothing."""
    if parameter not in filters.cleaned:
        return []
    chosen = {one.value: FacetCount(one.value, one.label, 0) for one in filters.selected if one.parameter == parameter}
    for one in counts:
        chosen.pop(one.value, None)
    return list(chosen.values())


def choices(
    filters: "IndexFilter", parameter: str, counts: Iterable[FacetCount], *, linked: bool = True
) -> list[FacetChoice]:
    """Return the choices, with the query strings that list them if they are to be `linked`."""
    selected = filters.cleaned.get(parameter, [])
    others = filters.query(parameter, [])
    prefix = f"{others}{'&' if len(others) > 1 else ''}{parameter}="
    return [
        FacetChoice(value, label, total, value in selected, f"{prefix}{quote_plus(value)}" if linked else "")
        for value, label, total in counts
    ]


def named_counts(ranking: Ranking) -> list[FacetCount]:
    """Return the people with slug and name, without those hidden since."""
    people = Person.public.told_apart().in_bulk(dict(ranking.counts))
    return [FacetCount(people[row].slug, str(people[row]), total) for row, total in ranking.counts if row in people]
