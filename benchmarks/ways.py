"""A way between two people, found by walking: what the page that finds ways must find."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

Edges = dict[int, list[int]]


def edges(meetings: Iterable[tuple[int, int]], ties: Iterable[tuple[int, int]]) -> tuple[Edges, Edges]:
    """Return who took part in which meeting and the other way round; ties are meetings of two, with keys below 0."""
    attended, present = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    pairs = list(meetings)
    pairs += [(-key, person) for key, tie in enumerate(ties, start=1) for person in tie]
    for meeting, person in pairs:
        attended[person].append(meeting)
        present[meeting].append(person)
    return attended, present


def steps(attended: Edges, present: Edges, start: int) -> dict[int, int]:
    """Return how many steps everybody is away from `start` who can be reached at all."""
    found, waiting, seen = {start: 0}, deque([start]), set[int]()
    while waiting:
        person = waiting.popleft()
        for meeting in attended.get(person, ()):
            if meeting in seen:
                continue
            seen.add(meeting)
            for other in present[meeting]:
                if other not in found:
                    found[other] = found[person] + 1
                    waiting.append(other)
    return found


def typical(attended: Edges, present: Edges, people: Sequence[int]) -> tuple[int, int, int]:
    """Return two of the people with the number of steps between them, the first pair that has a way of some length.

    Raises ValueError where nobody is connected to anybody.
    """
    for start in people[:20]:
        away = steps(attended, present, start)
        reached = sorted((one for one in people if away.get(one, 0) > 0), key=lambda one: away[one])
        if reached:
            goal = reached[len(reached) // 2]
            return start, goal, away[goal]
    raise ValueError("nobody is connected to anybody")
