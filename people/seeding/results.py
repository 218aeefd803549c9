"""What becomes of entries, and how it is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class EntryOutcome(StrEnum):
    """What becomes of an entry. Kept is one that stays as the site has it although its file has it otherwise."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    DELETED = "deleted"
    KEPT = "kept"


@dataclass
class Tally:
    """What became of a kind's entries.

    Attributes:
        kind: The kind, as its file is called.
        created: How many entries are new.
        changed: How many were as the seed had left them, and are as the files have them now.
        unchanged: How many were not written: the files say what they did, or what the site does.
        withdrawn: How many were taken out of the files, and are drafts now.
        deleted: Likewise for kinds without drafts.
        kept: How many stay as the site has them although the files have them otherwise.
    """

    kind: str
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    deleted: int = 0
    kept: int = 0

    @classmethod
    def of(cls, kind: str, outcomes: Iterable[EntryOutcome]) -> "Tally":
        """Return the tally of the kind with these outcomes of its entries."""
        return cls(kind, **{outcome.value: number for outcome, number in Counter(outcomes).items()})

    def __str__(self) -> str:
        often = f"{self.kind:<15}{self.created:>6} created{self.changed:>6} changed{self.unchanged:>6} unchanged"
        rare = {"withdrawn": self.withdrawn, "deleted": self.deleted, "kept": self.kept}
        return often + "".join(f"{number:>6} {word}" for word, number in rare.items() if number)


@dataclass(frozen=True)
class EntryResult:
    """What became of an entry.

    Attributes:
        kind: The kind, as its file is called.
        key: Its natural key in one word.
        outcome: What became of it.
        reason: Why it was kept; else in which fields it has changed, if it has.
    """

    kind: str
    key: str
    outcome: EntryOutcome
    reason: str = ""

    def __str__(self) -> str:
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.outcome:<10}{self.kind}/{self.key}{reason}"
