"""Who has the most of something, among very many."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heappushpop

# The number of somebody, and how many of the things asked for are theirs.
Counted = tuple[int, int]


def most_first(totals: Sequence[int]) -> array:
    """Return the numbers of all who have any, by how many there are of each number, those with the most first."""
    having = (number for number, total in enumerate(totals) if total)
    return array("I", sorted(having, key=totals.__getitem__, reverse=True))


def candidates(
    ordered: Sequence[int], totals: Sequence[int], count: Callable[[int], int], most: int
) -> Iterator[Counted]:
    """Yield at least those that are among the `most` with the largest counts, and all that are equal to the last.

    Nobody's count is larger than their total: with everybody in the order of totals, the search ends early.
    """
    best = [0] * most  # the largest counts so far, the smallest of them first
    for person in ordered:
        if totals[person] < best[0]:
            return
        number = count(person)
        if number:
            yield person, number
            heappushpop(best, number)


def largest(counted: Iterable[Counted], most: int, place: Sequence[int]) -> list[Counted]:
    """Return the `most` with the largest counts, of equal ones the first by `place`."""
    return sorted(counted, key=lambda one: (-one[1], place[one[0]]))[:most]


def exceeds(groups: Iterable[Iterable[int]], number: int) -> bool:
    """Return whether there are more people in the groups than that number, looking at no more groups than it takes."""
    people: set[int] = set()
    for group in groups:
        people.update(group)
        if len(people) > number:
            return True
    return False
