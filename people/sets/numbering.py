"""Rows whose keys are numbered from 1: numbers close to each other make small sets, keys of rows may not."""

from array import array
from collections.abc import Collection, Iterable, Iterator, MutableMapping, MutableSequence
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

# An array by key is worth its room if so many keys are in use, or so few of them wasted.
USED = 1 / 8
WASTED = 100_000


Numbers = MutableSequence[int] | MutableMapping[int, int]


def by_key(keys: array, numbers: Iterable[int]) -> Numbers:
    """Return the numbers by their keys, in whichever form takes less room; 0 is no key, and its number is 0."""
    last = max(keys, default=0)
    dense = len(keys) > last * USED or last < WASTED
    found: Numbers = array("I", bytes(4 * (last + 1))) if dense else {}
    for key, number in zip(keys, numbers, strict=True):
        found[key] = number
    found[0] = 0
    return found


def set_of(numbers: Numbers, keys: Collection[int]) -> BitMap:
    """Return the numbers of the keys as a set; of a million keys, to ask for each whether it has one takes too long."""
    try:
        found = BitMap(array("I", map(numbers.__getitem__, keys)))
    except (IndexError, KeyError):  # of rows added since the numbers were read
        known = range(len(numbers)) if isinstance(numbers, array) else numbers
        found = BitMap(numbers[key] for key in keys if key in known)
    found.discard(0)
    return found


class Numbering:
    """What a list lists, numbered from 1 in its order."""

    def __init__(self, keys: Iterable[int]) -> None:
        """Take the keys in that order."""
        self.keys = array("Q", [0])
        self.keys.extend(keys)

    def __len__(self) -> int:
        return len(self.keys) - 1

    @cached_property
    def _numbers(self) -> Numbers:
        """Return the number by key."""
        return by_key(self.keys, range(len(self.keys)))

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

    def set_of(self, keys: Collection[int]) -> BitMap:
        """Return the numbers of those of the keys that have one, as a set."""
        return set_of(self._numbers, keys)


class Owners:
    """Whose rows are, such as aliases: the numbers of people by the keys of the rows."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Take key and number of each; a number of 0 is nobody's."""
        keys, numbers = array("Q"), array("I")
        for key, number in pairs:
            keys.append(key)
            numbers.append(number)
        self._numbers = by_key(keys, numbers)

    def set_of(self, keys: Collection[int]) -> BitMap:
        """Return the numbers of those whose rows have the keys."""
        return set_of(self._numbers, keys)


class PeopleNumbering(Numbering):
    """Everybody whom readers see, in the order in which they are listed.

    First those whom the first gallery shows, then those whom further ones show alone, then others by name.
    """

    def __init__(self, people: Iterable[tuple[int, int | None]], further: Iterable[int] = ()) -> None:
        """Take key and slide of everybody, by name, and the keys of those whom further galleries show, in order."""
        by_name, gallery, others = array("Q"), list[tuple[int, int]](), array("Q")
        places = {key: place for place, key in enumerate(dict.fromkeys(further))}
        elsewhere = list[int]()
        for key, slide in people:
            by_name.append(key)
            if slide is not None:
                gallery.append((slide, key))
            else:
                (elsewhere if key in places else others).append(key)
        elsewhere.sort(key=places.__getitem__)
        super().__init__(chain((key for _, key in sorted(gallery)), elsewhere, others))
        self.in_gallery = len(gallery)
        self.pictured = len(gallery) + len(elsewhere)
        self.by_name = array("I", map(self.number, by_name))
