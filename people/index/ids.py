"""What a list lists: ids of rows in order, held as small numbers, of which bitmaps take little room.

An id is the key of a row. Its number means nothing outside this package, where the bitmaps are only passed on.
"""

from array import array
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, Self, TypeVar

from django.db.models import TextChoices
from pyroaring import BitMap

from people.index.numbering import NumbersById, bitmap_of, number_in, numbers_by_id, patched_numbers
from people.index.orders import NumberOrder, SortOrder
from people.vocabulary import NOT_RECORDED, NOT_RECORDED_LABEL

# Bitmaps kept of parameters with any number of values: words, and times of change.
MAX_CACHED_MATCHES = 64

Value = TypeVar("Value", bound=Hashable)
# Values by parameter: people by id, everything else as it stands in an address.
Criteria = Mapping[str, Any]


class IdMap:
    """The ids of a list's rows, numbered from 1 in its order."""

    def __init__(self, ids: Iterable[int]) -> None:
        """Take the ids in that order."""
        self.ids = array("Q", [0])
        self.ids.extend(ids)

    def __len__(self) -> int:
        return len(self.ids) - 1

    @cached_property
    def _numbers(self) -> NumbersById:
        return numbers_by_id(self.ids, range(len(self.ids)))

    def release(self) -> None:
        """Free the memory that finding numbers takes, which comes back when a number is next asked for."""
        self.__dict__.pop("_numbers", None)

    def patched(self, present: Iterable[int], gone: Iterable[int]) -> Self:
        """Return the ids with those present, of which new ones get the numbers that follow, and without those gone."""
        found = copy(self)
        new = [row for row in present if not self.number(row)]
        found.ids = self.ids[:]
        found.ids.extend(new)
        numbers = dict.fromkeys(gone, 0) | dict(zip(new, range(len(self.ids), len(found.ids)), strict=True))
        found.__dict__["_numbers"] = patched_numbers(self._numbers, numbers)
        return found

    def number(self, row: int) -> int:
        """Return the number of an id, 0 for rows that readers don't see."""
        return number_in(self._numbers, row)

    def numbers(self, ids: Iterable[int]) -> Iterator[int]:
        """Yield the numbers of those ids that have one."""
        return filter(None, map(self.number, ids))

    def bitmap(self, ids: Collection[int]) -> BitMap:
        """Return the numbers of those ids that have one."""
        return bitmap_of(self._numbers, ids)


class PeopleIdMap(IdMap):
    """Everybody whom readers see: figures of the first gallery, then of further ones, then others by name."""

    # The numbers of those of whom nothing is recorded but that a gallery shows them.
    only_pictured: Collection[int] = ()

    def __init__(self, people: Iterable[tuple[int, int | None]], further: Iterable[int] = ()) -> None:
        """Take id and slide of everybody, by name, and the ids of those whom further galleries show, in order."""
        by_name, gallery, others = array("Q"), list[tuple[int, int]](), array("Q")
        places = {row: place for place, row in enumerate(dict.fromkeys(further))}
        elsewhere = list[int]()
        for row, slide in people:
            by_name.append(row)
            if slide is not None:
                gallery.append((slide, row))
            else:
                (elsewhere if row in places else others).append(row)
        elsewhere.sort(key=places.__getitem__)
        super().__init__(chain((row for _, row in sorted(gallery)), elsewhere, others))
        self.in_gallery = len(gallery)
        self.pictured = len(gallery) + len(elsewhere)
        self.by_name = array("I", map(self.number, by_name))


class OwnerMap:
    """The people to whom rows such as aliases belong."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        """Take the id of each row with its owner's number, 0 for nobody."""
        ids, numbers = array("Q"), array("I")
        for row, number in pairs:
            ids.append(row)
            numbers.append(number)
        self._numbers = numbers_by_id(ids, numbers)

    def patched(self, numbers: Mapping[int, int]) -> Self:
        """Return the owners, of which those rows have others; 0 is nobody."""
        found = copy(self)
        found._numbers = patched_numbers(self._numbers, numbers)
        return found

    def bitmap(self, ids: Collection[int]) -> BitMap:
        """Return the owners of the rows with those ids."""
        return bitmap_of(self._numbers, ids)


class IdPage:
    """The ids of what was found, in order: a sequence of which paginators take slices."""

    def __init__(self, id_map: IdMap, matches: BitMap, order: SortOrder) -> None:
        """Take what was found, and the order."""
        self.id_map = id_map
        self.matches = matches
        self.order = order

    def __len__(self) -> int:
        return len(self.matches)

    def __iter__(self) -> Iterator[Any]:
        return map(self.id_map.ids.__getitem__, self.order.iterate(self.matches))

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self.id_map.number(row) in self.matches

    def __getitem__(self, places: slice) -> list[Any]:
        start, stop, _ = places.indices(len(self))
        return list(map(self.id_map.ids.__getitem__, self.order.slice(self.matches, start, stop)))


class Choice(NamedTuple):
    """A choice of a filter: its label, which may be translated when it is printed, and what it lists."""

    label: Any
    matches: BitMap


# The choices of a parameter by value, in the order of their vocabulary or of their labels.
Choices = Mapping[str, Choice]


class FacetCount(NamedTuple):
    """How many rows a choice of a facet lists."""

    value: str
    label: Any
    total: int


class ListIndex:
    """Everything that a list may list, and what each choice of its filters lists."""

    def __init__(self, id_map: IdMap, choices: Mapping[str, Choices]) -> None:
        """Take the ids, and the choices of each parameter that has some."""
        self.id_map = id_map
        self.choices = choices
        self.everything = BitMap(range(1, len(id_map) + 1))
        self.natural_order: SortOrder = NumberOrder(len(id_map))
        self._cache: dict[Hashable, BitMap] = {}

    def __len__(self) -> int:
        return len(self.everything)

    def parts(self, criteria: Criteria) -> list[BitMap]:
        """Return what each of the criteria lists, of those that the index knows."""
        found = []
        for name, values in criteria.items():
            if name in self.choices:
                found.append(self.any_of(name, values))
        return found

    def find(self, criteria: Criteria, *others: BitMap) -> BitMap:
        """Return what all criteria, and all other conditions, list."""
        parts = sorted([*self.parts(criteria), *others], key=len)
        return BitMap.intersection(*parts) if parts else self.everything

    def any_of(self, parameter: str, values: Iterable[str]) -> BitMap:
        """Return what any of the values lists."""
        choices, found = self.choices[parameter], BitMap()
        for value in values:
            if value in choices:
                found |= choices[value].matches
        return found

    def cached(self, key: Hashable, find: Callable[[], BitMap]) -> BitMap:
        """Return what `find` returns, kept under the key for the other pages of the same list."""
        found = self._cache.get(key)
        if found is None:
            found = find()
            if len(self._cache) >= MAX_CACHED_MATCHES:
                self._cache.clear()
            self._cache[key] = found
        return found

    def bitmap(self, ids: Collection[int]) -> BitMap:
        """Return those of the rows that the list lists."""
        return self.id_map.bitmap(ids)

    def facet_counts(self, parameter: str, matches: BitMap, criteria: Criteria) -> list[FacetCount]:
        """Return how many of the matches each choice of the parameter lists."""
        return [
            FacetCount(value, label, matches.intersection_cardinality(listed))
            for value, (label, listed) in self.choices[parameter].items()
        ]

    def labels(self, parameter: str) -> list[tuple[str, str]]:
        """Return the choices of the parameter as values with their labels."""
        return [(value, choice.label) for value, choice in self.choices[parameter].items()]

    def order(self, sort: str) -> SortOrder:
        """Return the order of that name, the list's own if it is empty."""
        return self.natural_order

    def page(self, matches: BitMap, sort: str = "") -> IdPage:
        """Return the ids of the matches in that order."""
        return IdPage(self.id_map, matches, self.order(sort))


def patched_bitmaps(
    bitmaps: Mapping[Value, BitMap], touched: BitMap, fresh: Mapping[Value, BitMap]
) -> dict[Value, BitMap]:
    """Return the bitmaps by value, of which those touched are now in the fresh ones alone; without empty ones."""
    found = {value: bitmap - touched if bitmap.intersect(touched) else bitmap for value, bitmap in bitmaps.items()}
    found |= {value: found[value] | bitmap if value in found else bitmap for value, bitmap in fresh.items()}
    return {value: bitmap for value, bitmap in found.items() if bitmap}


def patched_choices(choices: Choices, touched: BitMap, fresh: Choices) -> Choices:
    """Return the choices of a vocabulary, of which those touched are now in the fresh ones alone."""
    return {
        value: Choice(label, matches - touched | fresh[value].matches) for value, (label, matches) in choices.items()
    }


def union(bitmaps: Iterable[BitMap]) -> BitMap:
    """Return what any of the bitmaps holds."""
    return BitMap.union(BitMap(), *bitmaps)


def with_rest(choices: Choices, everything: BitMap) -> Choices:
    """Return the choices and, last, the one that lists what none of them lists."""
    rest = everything - union(choice.matches for choice in choices.values())
    return {**choices, NOT_RECORDED: Choice(NOT_RECORDED_LABEL, rest)}


def labelled(vocabulary: type[TextChoices], matches: Mapping[str, BitMap]) -> Choices:
    """Return the choices of a vocabulary; those without matches list nothing."""
    return {str(value): Choice(label, matches.get(value, BitMap())) for value, label in vocabulary.choices}
