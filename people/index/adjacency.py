"""Lists of numbers by the number of what they belong to, in little room."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat


class AdjacencyList:
    """Lists of numbers by the place of what they belong to, in two arrays: Python's lists take ten times the room."""

    def __init__(self, starts: array, members: array) -> None:
        """Take where each list starts, and the last one ends, among the members of all."""
        self.starts = starts
        self.members = members

    @classmethod
    def of(cls, lists: Iterable[Sequence[int]]) -> "AdjacencyList":
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
    def paired(cls, places: array, members: array, size: int) -> "AdjacencyList":
        """Return `size` lists made of pairs in any order; members of one list keep the order in which they come."""
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

    def inverted(self, size: int) -> "AdjacencyList":
        """Return, for each number below `size`, the places of the lists that hold it, in order."""
        places = array("I", chain.from_iterable(repeat(place, self.length(place)) for place in range(len(self))))
        return AdjacencyList.paired(self.members, places, size)

    def length(self, place: int) -> int:
        """Return the length of the list at that place."""
        return int(self.starts[place + 1] - self.starts[place])

    def patched(self, lists: Mapping[int, Sequence[int]]) -> "PatchedAdjacencyList":
        """Return the lists with others at those places, or behind the last one."""
        return PatchedAdjacencyList(self, {}).patched(lists)


class PatchedAdjacencyList(AdjacencyList):
    """Lists of which some have been replaced."""

    def __init__(self, root: AdjacencyList, replaced: Mapping[int, array]) -> None:
        """Take the lists, and those that replace others, or follow, by place; a place that is left out has none."""
        self.root, self.replaced = root, replaced
        self.size = max(len(root), max(replaced, default=-1) + 1)

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, place: int) -> array:
        found = self.replaced.get(place)
        if found is not None:
            return found
        return self.root[place] if place < len(self.root) else array("I")

    def length(self, place: int) -> int:
        """Return the length of the list at that place."""
        return len(self[place])

    def patched(self, lists: Mapping[int, Sequence[int]]) -> "PatchedAdjacencyList":
        """Return the lists with others at those places, or behind the last one."""
        return PatchedAdjacencyList(
            self.root, {**self.replaced, **{place: array("I", one) for place, one in lists.items()}}
        )
