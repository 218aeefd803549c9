"""Everybody whom readers see, numbered from 1: numbers close to each other make small sets, keys of rows may not."""

from array import array
from collections.abc import Iterable, Iterator, MutableMapping, MutableSequence

# An array by key is worth its room if so many keys are in use, or so few of them wasted.
USED = 1 / 8
WASTED = 100_000


class Numbering:
    """Who has which number, in the order in which they are listed: the gallery's figures, then others by name."""

    def __init__(self, people: Iterable[tuple[int, int | None]]) -> None:
        """Take key and slide of everybody, by name."""
        by_name = list(people)
        gallery = [key for _, key in sorted((slide, key) for key, slide in by_name if slide is not None)]
        self.keys = array("Q", [0, *gallery, *(key for key, slide in by_name if slide is None)])
        self.in_gallery = len(gallery)
        last = max(self.keys)
        dense = len(self.keys) > last * USED or last < WASTED
        self._numbers: MutableSequence[int] | MutableMapping[int, int] = (
            array("I", bytes(4 * (last + 1))) if dense else {}
        )
        for number, key in enumerate(self.keys):
            self._numbers[key] = number
        self._numbers[0] = 0
        self.by_name = array("I", (self._numbers[key] for key, _ in by_name))

    def __len__(self) -> int:
        return len(self.keys) - 1

    def number(self, key: int) -> int:
        """Return the number of the person with that key; 0 for somebody who has none, as readers don't see them."""
        try:
            return self._numbers[key]
        except (IndexError, KeyError):
            return 0

    def numbers(self, keys: Iterable[int]) -> Iterator[int]:
        """Yield the number of each of the people, given as keys, that has one."""
        return filter(None, map(self.number, keys))
