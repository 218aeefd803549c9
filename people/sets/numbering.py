"""Rows whose keys are numbered from 1: numbers close to each other make small sets, keys of rows may not."""

from array import array
from collections.abc import Iterable, Iterator, MutableMapping, MutableSequence
from functools import cached_property
from itertools import chain

# An array by key is worth its room if so many keys are in use, or so few of them wasted.
USED = 1 / 8
WASTED = 100_000


class Numbering:
    """What a list lists, numbered from 1 in its order."""

    def __init__(self, keys: Iterable[int]) -> None:
        """Take the keys in that order."""
        self.keys = array("Q", [0])
        self.keys.extend(keys)

    def __len__(self) -> int:
        return len(self.keys) - 1

    @cached_property
    def _numbers(self) -> MutableSequence[int] | MutableMapping[int, int]:
        """Return the number by key."""
        last = max(self.keys)
        dense = len(self.keys) > last * USED or last < WASTED
        numbers: MutableSequence[int] | MutableMapping[int, int] = array("I", bytes(4 * (last + 1))) if dense else {}
        for number, key in enumerate(self.keys):
            numbers[key] = number
        numbers[0] = 0
        return numbers

    def forget(self) -> None:
        """Give the room back that it takes to find numbers; who asks for one again takes it again."""
        self.__dict__.pop("_numbers", None)

    def number(self, key: int) -> int:
        """Return the number of what has that key; 0 for what has none, as readers don't see it."""
        try:
            return self._numbers[key]
        except (IndexError, KeyError):
            return 0

    def numbers(self, keys: Iterable[int]) -> Iterator[int]:
        """Yield the number of each of the keys that has one."""
        return filter(None, map(self.number, keys))


class PeopleNumbering(Numbering):
    """Everybody whom readers see, in the order in which they are listed: the gallery's figures, then others by name."""

    def __init__(self, people: Iterable[tuple[int, int | None]]) -> None:
        """Take key and slide of everybody, by name."""
        by_name, gallery, others = array("Q"), list[tuple[int, int]](), array("Q")
        for key, slide in people:
            by_name.append(key)
            if slide is None:
                others.append(key)
            else:
                gallery.append((slide, key))
        super().__init__(chain((key for _, key in sorted(gallery)), others))
        self.in_gallery = len(gallery)
        self.by_name = array("I", map(self.number, by_name))
