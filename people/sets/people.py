"""The people whom each choice of a filter lists, as sets of their numbers."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from django.db.models import TextChoices
from pyroaring import BitMap

from people.sets.allegations import Allegations
from people.sets.contacts import Contacts
from people.sets.numbering import Numbering
from people.sets.order import NumberOrder, Order
from people.vocabulary import AllegationChoice, Appearance, PersonSort


class Choice(NamedTuple):
    """A choice of a filter: its label, and whom it lists."""

    label: str
    people: BitMap


# The choices of a parameter by their values, in the order of their vocabulary, or of their labels.
Choices = Mapping[str, Choice]


class PeopleSets:
    """Everybody whom readers see at one version of the data: their numbers, orders, contacts and sets."""

    def __init__(
        self,
        version: str,
        numbering: Numbering,
        roles: Mapping[str, Choices],
        allegations: Allegations,
        contacts: Contacts,
    ) -> None:
        """Take what was read under that version. `roles` has the choices of the parameters that ask for roles."""
        self.version = version
        self.numbering = numbering
        self.by_name = Order(numbering.by_name)
        self.allegations = allegations
        self.contacts = contacts
        self.everybody = BitMap(range(1, len(numbering) + 1))
        gallery = BitMap(range(1, numbering.in_gallery + 1))
        appearing = {Appearance.GALLERY.value: gallery, Appearance.MENTIONED.value: self.everybody - gallery}
        self.choices = {
            **roles,
            "allegations": labelled(AllegationChoice, allegations.sets(self.everybody)),
            "appears": labelled(Appearance, appearing),
        }

    def listed(self, parameter: str, values: Iterable[str]) -> BitMap:
        """Return whom any of the values of the parameter lists."""
        choices = self.choices[parameter]
        return union(choices[value].people for value in values if value in choices)

    def counted(self, parameter: str, among: BitMap) -> list[tuple[str, str, int]]:
        """Return value and label of the parameter's choices with how many of the people `among` whom each lists."""
        return [
            (value, label, among.intersection_cardinality(people))
            for value, (label, people) in self.choices[parameter].items()
        ]

    def in_contact(self, people: Sequence[int], kinds: Sequence[str]) -> BitMap:
        """Return who met one of the people in a meeting of one of the kinds; either list may be empty."""
        if people:
            return self.contacts.beside_any(people, kinds)
        return union(self.contacts.of_kind[kind] for kind in kinds)

    def order(self, sort: str) -> Order:
        """Return one of the orders of PersonSort."""
        if sort == PersonSort.CONTACTS:
            return self.by_contacts
        return self.by_name if sort == PersonSort.NAME else self.in_gallery_order

    @cached_property
    def in_gallery_order(self) -> Order:
        """Return the order of the numbers: the gallery's figures, then others by name."""
        return NumberOrder(len(self.numbering))

    @cached_property
    def by_contacts(self) -> Order:
        """Return the order by the number of people met, the most first, and then by name."""
        return Order(sorted(self.by_name.numbers, key=self.contacts.counts.__getitem__, reverse=True))


def union(sets: Iterable[BitMap]) -> BitMap:
    """Return whom any of the sets holds."""
    return BitMap.union(BitMap(), *sets)


def labelled(vocabulary: type[TextChoices], people: Mapping[str, BitMap]) -> Choices:
    """Return the choices of a vocabulary, given whom each lists."""
    return {str(value): Choice(str(label), people[value]) for value, label in vocabulary.choices}
