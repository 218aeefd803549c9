"""Orders of numbers, from which a part of any bitmap is taken without sorting it, and which are kept as rows change."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import Any, Protocol

from pyroaring import BitMap

# Up to this many matches are faster to sort than to pick out of the whole order.
MAX_SORTED = 5_000
# So many keys at once, or a few more, are asked for to find somebody's place: a million places are three questions.
PIVOTS = 256

# Of more than so many the places are not looked for: to read all in order takes no longer.
MAX_MOVED = 200
KEYS_PER_QUERY = 10_000

# What a row is sorted by, as Python compares it.
Key = tuple[Any, ...]
# Takes numbers, or ids, and returns the key of each whose row is there.
KeysOf = Callable[[Collection[int]], Mapping[int, Key]]


class TooManyMovedError(Exception):
    """Too many rows stand elsewhere now."""


class Ranks(Protocol):
    """What each number's place in an order is, compared with others'."""

    def __getitem__(self, number: int, /) -> float: ...


class SortOrder:
    """An order of everything a list lists."""

    # The least number, and the least rank.
    first, offset = 1, 0

    def __init__(self, numbers: Iterable[int]) -> None:
        """Take all numbers in that order."""
        self.numbers: Sequence[int] = array("I", numbers)

    @cached_property
    def packed(self) -> array:
        """Return all numbers in order, as an array."""
        return self.numbers if isinstance(self.numbers, array) else array("I", self.numbers)

    def has(self, number: int) -> bool:
        """Return whether the number, which is none of those that have come since, is in the order."""
        return self.first <= number < self.first + len(self.numbers)

    def place(self, number: int) -> int:
        """Return how many come before the number."""
        return int(self.rank[number]) - self.offset

    @cached_property
    def rank(self) -> Ranks:
        """Return the place of each number in the order."""
        ranks = array("I", bytes(4 * (max(self.numbers, default=0) + 1)))
        for rank, number in enumerate(self.numbers):
            ranks[number] = rank
        return ranks

    def iterate(self, matches: BitMap) -> Iterable[int]:
        """Return the matches in this order."""
        if len(matches) == len(self.numbers):
            return self.numbers
        if len(matches) <= MAX_SORTED:
            return sorted(matches, key=self.rank.__getitem__)
        return filter(matches.__contains__, self.numbers)

    def slice(self, matches: BitMap, start: int, stop: int) -> Iterable[int]:
        """Return the matches from one place in this order up to another."""
        found: Any = self.iterate(matches)
        return islice(found, start, stop) if isinstance(found, filter) else found[start:stop]

    def patched(self, leaving: Collection[int], arriving: Mapping[int, Key], keys_of: KeysOf) -> "SortOrder":
        """Return the order without the numbers that leave, and with those that arrive, which may be the same.

        Args:
            leaving: Those to take out, as far as they are in.
            arriving: Those to put in, with their keys.
            keys_of: What returns keys of the others.
        """
        if not leaving and not arriving:
            return self
        return PatchedOrder(self, BitMap(), ()).patched(leaving, arriving, keys_of)


class NumberOrder(SortOrder):
    """The order of the numbers themselves."""

    def __init__(self, size: int, first: int = 1) -> None:
        """Take how many there are, and the first."""
        self.first = self.offset = first
        self.numbers = range(first, first + size)
        self.rank = range(first + size)

    def iterate(self, matches: BitMap) -> Iterable[int]:
        """Return the matches in this order."""
        return matches


class PatchedRanks:
    """The places of an order with others in between."""

    def __init__(self, ranks: Ranks, between: Mapping[int, float]) -> None:
        """Take the places of the order, and those of others."""
        self.ranks = ranks
        self.between = between

    def __getitem__(self, number: int) -> float:
        found = self.between.get(number)
        return self.ranks[number] if found is None else found


class PatchedOrder(SortOrder):
    """An order without some of its numbers, and with others in between."""

    def __init__(self, root: SortOrder, gone: BitMap, placed: Sequence[tuple[int, int]]) -> None:
        """Take the order, those without whom, and others in order, each with the place in it before which it stands."""
        self.root, self.gone, self.placed = root, gone, placed
        self.moved = BitMap(number for _, number in placed)
        self.numbers = self._merged()

    def _merged(self) -> array:
        found, start, root = array("I"), 0, self.root.packed
        cuts = [(place, False, number) for place, number in self.placed]
        cuts += [(self.root.place(number), True, number) for number in self.gone]
        # What goes from a place makes way for what stands before it.
        for place, is_gone, number in sorted(cuts, key=itemgetter(0, 1)):
            found.extend(root[start:place])
            start = place + is_gone
            if not is_gone:
                found.append(number)
        found.extend(root[start:])
        return found

    @cached_property
    def rank(self) -> Ranks:
        """Return the place of each number, those in between as fractions."""
        groups = grouped_places(self.placed)
        between = {
            number: self.root.offset + place - 1 + counted / (len(numbers) + 1)
            for place, numbers in groups.items()
            for counted, number in enumerate(numbers, 1)
        }
        return PatchedRanks(self.root.rank, between)

    def iterate(self, matches: BitMap) -> Iterable[int]:
        """Return the matches in this order."""
        return self.root.iterate(matches) if matches.isdisjoint(self.moved) else super().iterate(matches)

    def patched(self, leaving: Collection[int], arriving: Mapping[int, Key], keys_of: KeysOf) -> SortOrder:
        """Return the order without the numbers that leave, and with those that arrive (see SortOrder.patched)."""
        if not leaving and not arriving:
            return self
        former = BitMap(leaving)
        gone = self.gone | BitMap(number for number in former if self.root.has(number))
        numbers = self.root.packed
        groups = grouped_places(
            (next_place(numbers, gone, place), one) for place, one in self.placed if one not in former
        )
        places = find_places(arriving, numbers, gone, keys_of)
        crowded = [number for place in set(places.values()) for number in groups.get(place, ())]
        keys = {**keys_of(crowded), **arriving}
        for number, place in places.items():
            groups[place].append(number)
        for place in set(places.values()):
            groups[place].sort(key=lambda number: keys.get(number, ()))
        return PatchedOrder(self.root, gone, [(place, number) for place in sorted(groups) for number in groups[place]])


def keyed(ids: Sequence[int], keys_of: KeysOf) -> KeysOf:
    """Return what returns the keys of numbers, which stand for those ids; `keys_of` returns those of ids."""

    def keys(numbers: Collection[int]) -> Mapping[int, Key]:
        rows = {ids[number]: number for number in numbers}
        some = (list(islice(rows, start, start + KEYS_PER_QUERY)) for start in range(0, len(rows), KEYS_PER_QUERY))
        return {rows[row]: key for part in some for row, key in keys_of(part).items()}

    return keys


def grouped_places(placed: Iterable[tuple[int, int]]) -> defaultdict[int, list[int]]:
    """Return the numbers by place."""
    groups = defaultdict[int, list[int]](list)
    for place, number in placed:
        groups[place].append(number)
    return groups


def find_places(wanted: Mapping[int, Key], numbers: Sequence[int], gone: BitMap, keys_of: KeysOf) -> dict[int, int]:
    """Return before which of the numbers, which are in order but for those gone, each of those wanted stands.

    Raises TooManyMovedError.
    """
    if len(wanted) > MAX_MOVED:
        raise TooManyMovedError
    ranges = {number: (0, len(numbers)) for number in wanted}
    while pivots := {number: pick(numbers, gone, *ends) for number, ends in ranges.items() if ends[0] < ends[1]}:
        keys = keys_of({numbers[place] for places in pivots.values() for place in places})
        for number, places in pivots.items():
            start, stop = ranges[number]
            before = [place for place in places if keys.get(numbers[place], ()) < wanted[number]]
            after = places[len(before) :]
            ranges[number] = (
                (before[-1] + 1 if before else start, after[0] if after else stop) if places else (stop, stop)
            )
    return {number: start for number, (start, _) in ranges.items()}


def next_place(numbers: Sequence[int], gone: BitMap, place: int) -> int:
    """Return the place, or the next one whose number isn't gone; the last one is after all numbers."""
    return next((one for one in range(place, len(numbers)) if numbers[one] not in gone), len(numbers))


def pick(numbers: Sequence[int], gone: BitMap, start: int, stop: int) -> list[int]:
    """Return some places of the range, none of somebody gone; nothing if nobody else is there."""
    some = [place for place in range(start, stop, max(1, (stop - start) // PIVOTS)) if numbers[place] not in gone]
    first = next_place(numbers, gone, start)
    return some or ([first] if first < stop else [])


def rearranged(
    numbers: array,
    leaving: Iterable[int],
    arriving: Iterable[int],
    before: Callable[[int], Key],
    after: Callable[[int], Key],
) -> array:
    """Return numbers, which are sorted by the key `before`, with some taken out, and others put in by `after`.

    For those that stay both keys mean the same order.
    """
    kept = without(numbers, sorted(bisect_left(numbers, before(one), key=before) for one in leaving))
    found, start = array("I"), 0
    for one in sorted(arriving, key=after):
        place = bisect_left(kept, after(one), key=after)
        found.extend(kept[start:place])
        found.append(one)
        start = place
    found.extend(kept[start:])
    return found


def without(numbers: array, places: Iterable[int]) -> array:
    """Return the numbers but those at the places, which are in order."""
    found, start = array("I"), 0
    for place in places:
        found.extend(numbers[start:place])
        start = place + 1
    found.extend(numbers[start:])
    return found
