"""Lists of whole numbers, one for each of many things, in two arrays: lists of Python's take ten times the room."""

from array import array
from collections.abc import Iterable, Iterator, Sequence


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

    def inverted(self, size: int) -> "Groups":
        """Return, for each number below `size`, the places of the lists that it is in, in order."""
        starts = array("I", bytes(4 * (size + 1)))
        for member in self.members:
            starts[member + 1] += 1
        for place in range(size):
            starts[place + 1] += starts[place]
        free, places = array("I", starts), array("I", bytes(4 * len(self.members)))
        for place in range(len(self)):
            for member in self[place]:
                places[free[member]] = place
                free[member] += 1
        return Groups(starts, places)
