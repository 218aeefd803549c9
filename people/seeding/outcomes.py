"""What becomes of entries."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What becomes of an entry."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass
class Tally:
    """What became of a noun's entries.

    Attributes:
        noun: The noun, as its file is called.
        created: How many entries are new.
        changed: How many differed from the database.
        unchanged: How many the database had just so; they were not written.
    """

    noun: str
    created: int = 0
    changed: int = 0
    unchanged: int = 0

    @classmethod
    def of(cls, noun: str, outcomes: Counter[Outcome]) -> "Tally":
        """Return the tally of the noun with so many entries of each outcome."""
        return cls(noun, **{outcome.value: number for outcome, number in outcomes.items()})
