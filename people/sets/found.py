"""What a filter found, as a list in an order, of which a page is taken."""

from pyroaring import BitMap

from people.sets.numbering import Numbering
from people.sets.order import Order


class IdPage:
    """The keys of what was found: Django's paginator takes a page of them."""

    def __init__(self, numbering: Numbering, numbers: BitMap, order: Order) -> None:
        """Take the numbers of what was found."""
        self.numbering = numbering
        self.numbers = numbers
        self.order = order

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, places: slice) -> list[int]:
        start, stop, _ = places.indices(len(self))
        return [self.numbering.keys[number] for number in self.order.part(self.numbers, start, stop)]
