"""What the FilterSets share: reading and checking a query string, and writing others that differ in one value.

django-filter serves as the form: what is listed, and counted, comes from an index.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from django_filters import FilterSet
from pyroaring import BitMap

from people.filters.errors import ParameterError, errors_of, query_with_current_slugs, query_with_slugs_of_names
from people.filters.facets import Facet, FacetSpec, OpenFacet, unfolded
from people.filters.nearest import nearest_parameters
from people.index import Criteria, FacetCount, IdPage
from people.models import Organisation, Person, Slugged, Sourced
from people.querysets.person import PersonQuerySet
from people.querysets.role import OrganisationQuerySet
from people.reasons import Explainer, explain
from people.requests import is_tracking
from people.search.listing import ListQuery
from people.search.strategies import Substitution
from people.vocabulary import NOT_RECORDED, NOT_RECORDED_LABEL

PAGE = "page"
# How a list is shown, not what is listed.
DISPLAY_PARAMETERS = ("sort", "view")
# Has a filter take the value that stands for what has none of its choices.
OR_NOT_RECORDED = {"null_value": NOT_RECORDED, "null_label": NOT_RECORDED_LABEL}
# How a list is laid out, whatever it says.
LAYOUT_PARAMETERS = ("view",)
CORRECTED = "Search-Corrected"

# Takes the filters and the value of a parameter, and returns what that value lists.
Finder = Callable[[Any, Any], BitMap]


class Selected(NamedTuple):
    """A value by which a list is filtered: its parameter, the parameter's label, the value and the value's label."""

    parameter: str
    title: str
    value: str
    label: str


class UnknownParameter(NamedTuple):
    """A parameter that means nothing here, and the query string with each name that was probably meant."""

    name: str
    meant: dict[str, str]


class ListFilter(FilterSet):
    """A query string, read and checked."""

    # Parameters of people for which somebody may have typed a name.
    naming: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: QueryDict) -> None:
        """Take the query string, of which empty and repeated values are dropped."""
        stripped = data.copy()
        for name, values in data.lists():
            stripped.setlist(name, list(dict.fromkeys(value for value in values if value.strip())))
        # django-filter asks for rows, and never gets to filter them.
        super().__init__(stripped, Person.public.none())
        self.typed = data

    @cached_property
    def cleaned(self) -> dict[str, Any]:
        """Return the checked value of each parameter that is there; models as a list of slugs."""
        return {
            name: value if isinstance(value, str) else list(map(slug, value))
            for name, value in self.form.cleaned_data.items()
            if value
        }

    @property
    def problems(self) -> list[ParameterError]:
        """Return what is wrong with the query string, for each parameter at fault with its choices."""
        return errors_of(self.form)

    @cached_property
    def renamed_query(self) -> str:
        """Return the query string with former slugs replaced by today's, `?` before it; empty if there are none."""
        return query_with_current_slugs(self.form, self.data)

    @property
    def redirect_query(self) -> str:
        """Return the query string that was meant, former slugs and typed names replaced; empty if there is none.

        The redirect is permanent where it is `renamed_query`.
        """
        return self.renamed_query or query_with_slugs_of_names(self.form, self.data, self.typed, self.naming)

    @property
    def unknown_params(self) -> list[str]:
        """Return the parameters of the query string that mean nothing here."""
        return sorted(name for name in set(self.data) - set(self.filters) - {PAGE} if not is_tracking(name))

    @property
    def unknown(self) -> list[UnknownParameter]:
        """Return those parameters, each with what was probably meant."""
        return [
            UnknownParameter(name, {one.value: self.query_renaming(name, one.value) for one in nearest})
            for name in self.unknown_params
            for nearest in [nearest_parameters(name, list(self.filters))]
        ]

    @property
    def substitutions(self) -> list[Substitution]:
        """Return which of the words searched for stand for others, as nothing on the list has those typed."""
        return self.reading.substitutions if "q" in self.cleaned else []

    @cached_property
    def reading(self) -> ListQuery:
        """Return what is searched for, of a list that can be searched."""
        raise NotImplementedError

    @property
    def headers(self) -> dict[str, str]:
        """Return what an answer that can't say it otherwise says of words that stand for others, as a form would."""
        told = [(one.typed, word) for one in self.substitutions for word in one.words]
        return {CORRECTED: urlencode(told)} if told else {}

    @property
    def selected(self) -> Iterator[Selected]:
        """Yield each value by which the list is filtered; how it is shown is none."""
        for name in self.cleaned:
            if name in DISPLAY_PARAMETERS:
                continue
            title, value = str(self.filters[name].label), self.form.cleaned_data[name]
            if isinstance(value, str):
                yield Selected(name, title, value, f"“{value}”")
            else:
                for one in value:
                    yield Selected(name, title, slug(one), self.label(name, one))

    def label(self, name: str, value: object) -> str:
        """Return the words for a value of a parameter."""
        if isinstance(value, Slugged):
            return str(value)
        if value == NOT_RECORDED:  # before the choices, which may be all organisations
            return str(NOT_RECORDED_LABEL)
        return str(dict(getattr(self.form.fields[name], "choices", ())).get(value, value))

    def query(self, parameter: str, values: Iterable[str]) -> str:
        """Return the query string with that parameter's values replaced, on the first page, `?` before it."""
        meant = {name: self.data.getlist(name) for name in self.data if name in self.filters}
        return f"?{urlencode(meant | {parameter: list(values)}, doseq=True)}"

    def query_renaming(self, parameter: str, name: str) -> str:
        """Return the query string in which the parameter's values are those of another one, `?` before it."""
        return self.query(name, [*self.data.getlist(name), *self.data.getlist(parameter)])

    def canonical_query(self, page: int = 1) -> str:
        """Return the query string of the address to share, `?` before it: without what changes nothing of the list."""
        usual = self.usual_values
        meant = {name: sorted(self.data.getlist(name)) for name in self.filters if name not in LAYOUT_PARAMETERS}
        told = {name: values for name, values in meant.items() if values and values != [usual.get(name)]}
        pages = {PAGE: [page]} if page > 1 else {}
        return f"?{urlencode({**told, **pages}, doseq=True)}" if told or pages else ""

    @property
    def usual_values(self) -> dict[str, str]:
        """Return the value of each parameter that means the same as leaving it out."""
        return {}

    def query_cleared(self) -> str:
        """Return the query string that keeps only how the list is shown, `?` before it."""
        return f"?{urlencode({name: self.cleaned[name] for name in DISPLAY_PARAMETERS if name in self.cleaned})}"

    @property
    def hidden_params(self) -> list[tuple[str, str]]:
        """Return what of the query string means something on every page of the list, as names and values."""
        return [(name, value) for name in self.filters for value in self.data.getlist(name)]

    def query_dropping(self, parameter: str, value: str) -> str:
        """Return the query string without that one value, `?` before it."""
        return self.query(parameter, [one for one in self.data.getlist(parameter) if one != value])


class IndexFilter(ListFilter):
    """A list that an index lists, and whose facets it counts.

    A facet is declared beside its filter, in `facets`; the index loads what its choices list. `finders` has the
    parameters that the index can't know, with what finds their rows; `explainers` say why a row is listed.
    """

    facets: ClassVar[tuple[FacetSpec, ...]] = ()
    finders: ClassVar[Mapping[str, Finder]] = {}
    explainers: ClassVar[tuple[Explainer, ...]] = ()
    default_sort: ClassVar[str] = ""
    # Returns the index of the data as they are now.
    load_index: ClassVar[Callable[[], Any]]

    @cached_property
    def index(self) -> Any:
        """Return the index, the same one for the list and for the counts."""
        return type(self).load_index()

    @cached_property
    def criteria(self) -> Criteria:
        """Return the checked values as the index takes them: people by id."""
        criteria = dict(self.cleaned)
        for name, value in self.form.cleaned_data.items():
            if value and isinstance(value[0], Person):
                criteria[name] = [person.pk for person in value]
        return criteria

    @cached_property
    def _matches(self) -> dict[str, BitMap]:
        return {}

    def matches(self, without: str = "") -> BitMap:
        """Return what all parameters list, or all but one."""
        without = without if without in self.criteria else ""
        if without not in self._matches:
            criteria = {name: value for name, value in self.criteria.items() if name != without}
            self._matches[without] = self.index.find(criteria, *self.found_elsewhere(criteria))
        return self._matches[without]

    def found_elsewhere(self, criteria: Criteria) -> Iterator[BitMap]:
        """Yield what each of the criteria lists that the index can't know."""
        for name, find in self.finders.items():
            if name in criteria:
                yield find(self, criteria[name])

    @property
    def usual_values(self) -> dict[str, str]:
        """Return the value of each parameter that means the same as leaving it out."""
        return {"sort": self.default_sort}

    @property
    def order(self) -> str:
        """Return which order is asked for."""
        return str(self.cleaned.get("sort", self.default_sort))

    @property
    def ids(self) -> IdPage:
        """Return the ids of what the query string lists, in order."""
        page: IdPage = self.index.page(self.matches(), self.order)
        return page

    def count(self) -> int:
        """Return how long the list is."""
        return len(self.matches())

    @cached_property
    def explaining(self) -> list[Explainer]:
        """Return those of the explainers whose parameters are there."""
        return [one for one in self.explainers if one.given(self)]

    def explain(self, entries: Collection[Sourced], limit: int) -> None:
        """Tell entries of the list why they are on it, up to so many reasons of a kind, if a filter needs that."""
        if self.explaining:
            explain(self.explaining, self, entries, limit)

    def facet_counts(self, parameter: str) -> list[FacetCount]:
        """Return how many rows each choice of the parameter lists, with that parameter's own filter removed."""
        counts: list[FacetCount] = self.index.facet_counts(parameter, self.matches(parameter), self.criteria)
        return counts

    def build_facets(self) -> list[Facet]:
        """Return the facets of the list."""
        return unfolded(spec.build(self) for spec in self.facets)

    @classmethod
    def open_facets(cls) -> dict[str, OpenFacet]:
        """Return the facets whose choices are found by name, by parameter."""
        return {spec.parameter: spec for spec in cls.facets if isinstance(spec, OpenFacet)}

    def cache_key(self, without: str) -> Hashable:
        """Return what tells this list, with that parameter's filter removed, from all others of the same index."""
        return tuple((name, tuple(value)) for name, value in self.cleaned.items() if name != without)


def slug(value: Slugged | str) -> str:
    """Return the slug of an entry; of a choice, its value."""
    return value.slug if isinstance(value, Slugged) else value


def public_people(request: object) -> PersonQuerySet:
    """Return the people that readers may filter by."""
    return Person.public.told_apart()


def public_organisations(request: object) -> OrganisationQuerySet:
    """Return the organisations that readers may filter by."""
    return Organisation.public.all()
