"""Orders of what is listed: a page of any set of it, without sorting it all."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

from pyroaring import BitMap

# Of no more people than that it is faster to sort them than to look for them among everybody.
FEW = 5_000


class Order:
    """An order of everybody."""

    def __init__(self, numbers: Iterable[int]) -> None:
        """Take everybody's numbers in that order."""
        self.numbers = array("I", numbers)

    @cached_property
    def place(self) -> Sequence[int]:
        """Return the place of each number in the order."""
        places = array("I", bytes(4 * (len(self.numbers) + 1)))
        for place, number in enumerate(self.numbers):
            places[number] = place
        return places

    def part(self, found: BitMap, start: int, stop: int) -> list[int]:
        """Return the numbers of those found, from one place of their list up to another."""
        if len(found) == len(self.numbers):
            return list(self.numbers[start:stop])
        if len(found) <= FEW:
            return sorted(found, key=self.place.__getitem__)[start:stop]
        return list(islice(filter(found.__contains__, self.numbers), start, stop))


class NumberOrder(Order):
    """The order of the numbers themselves."""

    def __init__(self, size: int) -> None:
        """Take the last number."""
        self.place = range(size + 1)

    def part(self, found: BitMap, start: int, stop: int) -> list[int]:
        """Return the numbers of those found, from one place of their list up to another."""
        return list(found[start:stop])
