"""The people whom each choice of a filter lists, as sets of their numbers."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from pyroaring import BitMap

from people.sets.allegations import Allegations
from people.sets.choices import Choices, ListSets, labelled, union
from people.sets.contacts import Contacts
from people.sets.numbering import Owners, PeopleNumbering
from people.sets.order import NumberOrder, Order
from people.vocabulary import AllegationChoice, AppearanceChoice, PersonSort


class PeopleSets(ListSets):
    """Everybody whom readers see at one version of the data: their numbers, orders, contacts and sets."""

    numbering: PeopleNumbering

    def __init__(
        self,
        version: str,
        numbering: PeopleNumbering,
        roles: Mapping[str, Choices],
        allegations: Allegations,
        contacts: Contacts,
    ) -> None:
        """Take what was read under that version. `roles` has the choices of the parameters that ask for roles."""
        super().__init__(numbering, roles)
        self.version = version
        self.by_name = Order(numbering.by_name)
        self.allegations = allegations
        self.contacts = contacts
        # Whose the aliases and the roles are.
        self.names, self.posts = Owners([]), Owners([])
        # Who was found by what was searched for.
        self.searched: dict[Hashable, BitMap] = {}
        pictured = BitMap(range(1, numbering.pictured + 1))
        mentioned = self.everything - pictured
        appearing = {AppearanceChoice.GALLERY.value: pictured, AppearanceChoice.MENTIONED.value: mentioned}
        self.choices = {
            **roles,
            "allegations": labelled(AllegationChoice, allegations.sets(self.everything)),
            "appears": labelled(AppearanceChoice, appearing),
        }
        # What was made of these sets, by what made it.
        self.made: dict[Callable[[Self], Any], Any] = {}

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
        """Return the order of the numbers: the galleries' figures, then others by name."""
        return NumberOrder(len(self.numbering))

    @cached_property
    def by_contacts(self) -> Order:
        """Return the order by the number of people met, the most first, and then by name."""
        return Order(sorted(self.by_name.numbers, key=self.contacts.counts.__getitem__, reverse=True))
