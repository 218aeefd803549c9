"""How unevenly things are spread: a few hubs, a long tail."""

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Item = TypeVar("Item")

# The meetings of the people who meet the most. The first stays as it is at every size that has room for it, so that
# profiles can be compared between sizes.
HUBS = (2000, 5000, 4000, 3000, 1500, 1200, 1000, 800, 600, 500)


def hub_sizes(people: int) -> list[int]:
    """Return the number of meetings of each hub among that many people; a fifth of them is the most."""
    return [max(2, min(size, people // (5 * place))) for place, size in enumerate(HUBS, start=1)]


class Tail(Generic[Item]):
    """Draws from a few items, of which the first come up far more often than the last (Zipf's law)."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Take the items, the most frequent first."""
        self.items = items
        self.weights = list(accumulate(1 / place for place in range(1, len(items) + 1)))

    def draw(self, rng: random.Random, number: int) -> list[Item]:
        """Return that many items."""
        return rng.choices(self.items, cum_weights=self.weights, k=number)
