"""What a list lists, and what each choice of its filters lists of it, as sets of numbers."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from django.db.models import TextChoices
from pyroaring import BitMap

from people.sets.numbering import Numbering

# So many sets are kept of parameters that any number of values may have.
KEPT = 16


class Choice(NamedTuple):
    """A choice of a filter: its label, and the numbers of what it lists."""

    label: str
    listed: BitMap


# The choices of a parameter by their values, in the order of their vocabulary, or of their labels.
Choices = Mapping[str, Choice]


class ListSets:
    """Everything that a list may list, at one version of the data."""

    def __init__(self, numbering: Numbering, choices: Mapping[str, Choices]) -> None:
        """Take the choices of each parameter that has some."""
        self.numbering = numbering
        self.choices = choices
        self.everything = BitMap(range(1, len(numbering) + 1))
        self._kept: dict[str, BitMap] = {}

    def kept(self, value: str, find: Callable[[], BitMap]) -> BitMap:
        """Return what the value of a parameter lists, found once for all pages of a list that somebody goes through."""
        found = self._kept.get(value)
        if found is None:
            found = find()
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[value] = found
        return found

    def listed(self, parameter: str, values: Iterable[str]) -> BitMap:
        """Return what any of the values of the parameter lists."""
        choices = self.choices[parameter]
        return union(choices[value].listed for value in values if value in choices)

    def counted(self, parameter: str, among: BitMap) -> list[tuple[str, str, int]]:
        """Return value and label of the parameter's choices, and how much each lists of what is among these."""
        return [
            (value, label, among.intersection_cardinality(listed))
            for value, (label, listed) in self.choices[parameter].items()
        ]


def union(sets: Iterable[BitMap]) -> BitMap:
    """Return what any of the sets holds."""
    return BitMap.union(BitMap(), *sets)


def labelled(vocabulary: type[TextChoices], listed: Mapping[str, BitMap]) -> Choices:
    """Return the choices of a vocabulary, given what each lists; those not given list nothing."""
    return {str(value): Choice(str(label), listed.get(value, BitMap())) for value, label in vocabulary.choices}
