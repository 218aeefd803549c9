"""Numbers by id, in whatever takes less room, and kept up."""

from array import array
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from copy import copy

from pyroaring import BitMap

# An array by id is worth its room if this part of the ids is in use, or if no more than this many are wasted.
MIN_USED = 1 / 8
MAX_WASTED = 100_000

NumbersById = array | MutableMapping[int, int]


def numbers_by_id(ids: array, numbers: Iterable[int]) -> NumbersById:
    """Return the numbers by id, as an array or a dictionary, whichever is smaller; 0 is no id and has number 0."""
    last = max(ids, default=0)
    is_dense = len(ids) > last * MIN_USED or last < MAX_WASTED
    found: NumbersById = array("I", bytes(4 * (last + 1))) if is_dense else {}
    for row, number in zip(ids, numbers, strict=True):
        found[row] = number
    found[0] = 0
    return found


def number_in(numbers: NumbersById, row: int) -> int:
    """Return the number of an id, 0 where it has none."""
    try:
        return int(numbers[row])
    except (IndexError, KeyError):
        return 0


def patched_numbers(numbers: NumbersById, others: Mapping[int, int]) -> NumbersById:
    """Return the numbers by id, with others for some ids; 0 is no number."""
    found, last = copy(numbers), max(others, default=0)
    if isinstance(found, array):
        if last - len(found) > MAX_WASTED:
            found = dict(enumerate(found))
        else:
            found.frombytes(bytes(4 * max(0, last + 1 - len(found))))
    for row, number in others.items():
        found[row] = number
    return found


def bitmap_of(numbers: NumbersById, ids: Collection[int]) -> BitMap:
    """Return the numbers of the ids; checking each of a million ids for having one would take too long."""
    try:
        found = BitMap(array("I", map(numbers.__getitem__, ids)))
    except (IndexError, KeyError):  # of rows added since the numbers were read
        known = range(len(numbers)) if isinstance(numbers, array) else numbers
        found = BitMap(numbers[row] for row in ids if row in known)
    found.discard(0)
    return found
