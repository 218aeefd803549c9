"""Lists of whole numbers, one for each of many things, in two arrays: lists of Python's take ten times the room."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat


class Groups:
    """Lists of numbers from 0 to 4,294,967,295, by the place of what they belong to."""

    def __init__(self, starts: array, members: array) -> None:
        """Take where each list starts, and where the last one ends, in the members of all of them."""
        self.starts = starts
        self.members = members

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> "Groups":
        """Return the lists."""
        starts, members = array("I", [0]), array("I")
        for one in lists:
            members.extend(one)
            starts.append(len(members))
        return cls(starts, members)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, place: int) -> array:
        return self.members[self.starts[place] : self.starts[place + 1]]

    def __iter__(self) -> Iterator[array]:
        return (self[place] for place in range(len(self)))

    @classmethod
    def paired(cls, places: array, members: array, size: int) -> "Groups":
        """Return `size` lists of pairs that stand in no order: each member belongs to the place beside it.

        The members of a list are in the order in which they are given.
        """
        starts = array("I", bytes(4 * (size + 1)))
        for place in places:
            starts[place + 1] += 1
        for place in range(size):
            starts[place + 1] += starts[place]
        free, grouped = array("I", starts), array("I", bytes(4 * len(members)))
        for place, member in zip(places, members, strict=True):
            grouped[free[place]] = member
            free[place] += 1
        return cls(starts, grouped)

    def inverted(self, size: int) -> "Groups":
        """Return, for each number below `size`, the places of the lists that it is in, in order."""
        places = array("I", chain.from_iterable(repeat(place, self.length(place)) for place in range(len(self))))
        return Groups.paired(self.members, places, size)

    def length(self, place: int) -> int:
        """Return how many members the list at that place has."""
        return int(self.starts[place + 1] - self.starts[place])
