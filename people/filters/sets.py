"""What the FilterSets share that find what they list in sets, in which the choices of facets are counted too."""

from abc import abstractmethod
from collections.abc import Iterator
from functools import cached_property, partial
from typing import Any

from pyroaring import BitMap

from people.filters.base import ListFilter
from people.filters.updated import UPDATED_SINCE, read_time
from people.sets.choices import ListSets
from people.sets.entries import Entries
from people.sets.found import IdPage
from people.sets.order import Order
from people.sets.ranking import Counted


class SetFilter(ListFilter):
    """A list that is found in sets: `found` is in order what `qs` is in no order."""

    @property
    @abstractmethod
    def sets(self) -> ListSets:
        """Return the sets from which rows are found and choices counted: both see the same data."""

    @property
    @abstractmethod
    def sequence(self) -> Order:
        """Return the order of the list."""

    def parts(self, given: dict[str, Any]) -> Iterator[BitMap]:
        """Yield the numbers of what each of the `given` parameters lists."""
        yield from (self.sets.listed(name, given[name]) for name in self.sets.choices if name in given)
        if UPDATED_SINCE in given:
            yield self.sets.kept(given[UPDATED_SINCE], self.updated)

    def updated(self) -> BitMap:
        """Return the numbers of what changed at the time that is asked for or later."""
        entries: Any = self.queryset.model._default_manager.order_by()
        keys = entries.changed_since(read_time(self.given[UPDATED_SINCE])).values_list("pk", flat=True)
        return BitMap(self.sets.numbering.numbers(keys.iterator()))

    def listed(self, without: str = "") -> BitMap:
        """Return the numbers of what all parameters but that one list."""
        given = {name: value for name, value in self.given.items() if name != without}
        parts = sorted(self.parts(given), key=len)
        return BitMap.intersection(*parts) if parts else self.sets.everything

    @property
    def found(self) -> IdPage:
        """Return the keys of what the query string lists, in order."""
        return IdPage(self.sets.numbering, self.listed(), self.sequence)

    def count(self) -> int:
        """Return how long the list is."""
        return len(self.listed())


class EntryFilter(SetFilter):
    """A list of entries that concern people, who are chosen by `person`."""

    @property
    @abstractmethod
    def sets(self) -> Entries:
        """Return the entries as sets."""

    @property
    def sequence(self) -> Order:
        """Return the order of the list."""
        return self.sets.order

    def parts(self, given: dict[str, Any]) -> Iterator[BitMap]:
        """Yield the numbers of what each of the `given` parameters lists."""
        yield from super().parts(given)
        if "person" in given:
            yield self.sets.concerning(self.people)

    def largest(self, most: int) -> list[Counted]:
        """Return that many people whom most of what all parameters but `person` list concern; see Entries."""
        asked = tuple((name, tuple(value)) for name, value in self.given.items() if name != "person")
        return self.sets.largest_kept(asked, partial(self.listed, "person"), most)

    @cached_property
    def people(self) -> list[int]:
        """Return the numbers of the people chosen."""
        return list(self.sets.people.numbering.numbers(person.pk for person in self.form.cleaned_data["person"]))
