"""The FilterSets of the network, and of the ways between two people."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django_filters import ChoiceFilter, Filter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from pyroaring import BitMap

from people.filters.base import ListFilter, public_people
from people.filters.errors import slug_of_typed
from people.filters.facets import EnumFacet
from people.filters.lists import PersonFilter
from people.index import Criteria, FacetCount, PeopleIndex
from people.languages import gettext
from people.languages import gettext_lazy as _
from people.models import Person
from people.network.full_graph import FullGraph, load_full_graph
from people.text import slug
from people.vocabulary import LineKind, NetworkSort, Steps, Through

ENDS = ("from", "to")
END_LABELS = {"from": _("From"), "to": _("To")}


class NetworkFilter(PersonFilter):
    """The network: people as on their page, kinds of line, and around whom, up to how many steps."""

    naming = ("around",)

    line = MultipleChoiceFilter(label=_("Connection"), choices=LineKind.choices)
    around = ModelMultipleChoiceFilter(label=_("Connections of"), to_field_name="slug", queryset=public_people)
    steps = MultipleChoiceFilter(label=_("Within"), choices=Steps.choices)
    sort = ChoiceFilter(label=_("Sort"), choices=NetworkSort.choices, empty_label=None)

    default_sort = NetworkSort.NAME
    facets = (EnumFacet("line", lambda filters: filters.count_by_line()), *PersonFilter.facets)

    @property
    def usual_values(self) -> dict[str, str]:
        """Return the value of each parameter that means the same as leaving it out."""
        return {**super().usual_values, "steps": Steps.ONE}

    @cached_property
    def graph(self) -> FullGraph:
        """Return all contacts and ties, of whatever kind."""
        return load_full_graph()

    @property
    def index(self) -> PeopleIndex:
        """Return the index of the people whom these join, the same one for all that is asked."""
        return self.graph.index

    @property
    def filtered_graph(self) -> FullGraph:
        """Return the contacts and ties of the kinds asked for."""
        return self.graph.of_kinds(self.cleaned.get("line", ()))

    @cached_property
    def central(self) -> list[Person]:
        """Return around whom the network is asked for."""
        return list(self.form.cleaned_data["around"])

    @property
    def most_steps(self) -> int:
        """Return up to how many steps from there, one if nothing is said."""
        return max(map(int, self.cleaned.get("steps", [Steps.ONE])))

    def found_elsewhere(self, criteria: Criteria) -> Iterator[BitMap]:
        """Yield what each of the criteria lists that the index can't know; who is in the middle is not listed."""
        yield from super().found_elsewhere(criteria)
        if "line" in criteria or "around" in criteria:
            yield self.reached(criteria.get("line", ()))

    def reached(self, kinds: Sequence[str]) -> BitMap:
        """Return to whom lines of the kinds lead from the middle; where nobody stands there, who has such a line."""
        graph = self.graph.of_kinds(kinds)
        if "around" not in self.cleaned:
            return graph.connected
        middle = set(self.criteria["around"])
        found: BitMap = self.index.bitmap(graph.distances(middle, self.most_steps).keys() - middle)
        return found

    def count_by_line(self) -> list[FacetCount]:
        """Return the number of people whom each kind of line alone would list, other filters kept."""
        people = self.matches("line")
        return [
            FacetCount(kind, label, people.intersection_cardinality(self.reached([kind])))
            for kind, label in LineKind.choices
        ]


def one_only(values: list[str]) -> None:
    """Raise ValidationError for more than one value."""
    if len(values) > 1:
        raise forms.ValidationError(gettext("Only one person can stand here."))


class PathFilter(ListFilter):
    """The page of ways from one person to another, each given by name or by slug."""

    naming = ENDS

    through = ChoiceFilter(label=_("Through"), choices=Through.choices, empty_label=None)

    def __init__(self, data: QueryDict) -> None:
        """Take the query string, in which a name stands for the slug that is made of it."""
        named = data.copy()
        for end in ENDS:
            values = data.getlist(end)
            # More than one is refused, whoever they are.
            named.setlist(end, [slug_of_typed(value) for value in values] if len(values) == 1 else values)
        super().__init__(named)
        self.typed = data

    @classmethod
    def get_filters(cls) -> dict[str, Filter]:
        """Return the filters; `from` is a word of Python's and can't be declared as the others are."""
        ends = {
            name: ModelMultipleChoiceFilter(
                label=END_LABELS[name], to_field_name="slug", queryset=public_people, validators=[one_only]
            )
            for name in ENDS
        }
        return {**ends, **super().get_filters()}

    @property
    def usual_values(self) -> dict[str, str]:
        """Return the value of each parameter that means the same as leaving it out."""
        return {"through": Through.ALL}

    def person(self, end: str) -> Person | None:
        """Return the person at that end of the way, if one is given."""
        return next(iter(self.form.cleaned_data.get(end) or ()), None)

    def shown_value(self, end: str) -> str:
        """Return what the box of that end shows: a name if it leads back to the person, or what was typed."""
        person = self.person(end)
        if person is None:
            return self.typed.get(end, "").strip()
        return person.name if not person.distinction and slug(person.name) == person.slug else person.slug

    def query_swapping(self, one: str, other: str) -> str:
        """Return the query string with the values of two parameters exchanged, `?` before it."""
        swapped = self.data.copy()
        swapped.setlist(one, self.data.getlist(other))
        swapped.setlist(other, self.data.getlist(one))
        return f"?{urlencode({name: swapped.getlist(name) for name in self.filters}, doseq=True)}"

    @property
    def only_meetings(self) -> bool:
        """Return whether ties are to be left out."""
        return self.cleaned.get("through") == Through.MEETINGS
