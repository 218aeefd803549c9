"""People found, as a list in an order, of which a page is taken."""

from pyroaring import BitMap

from people.sets.people import PeopleSets


class Found:
    """The keys of the people found, in one of the orders of PersonSort: Django's paginator takes a page of them."""

    def __init__(self, sets: PeopleSets, people: BitMap, sort: str) -> None:
        """Take the numbers of the people found."""
        self.sets = sets
        self.people = people
        self.sort = sort

    def __len__(self) -> int:
        return len(self.people)

    def __getitem__(self, places: slice) -> list[int]:
        start, stop, _ = places.indices(len(self))
        return [
            self.sets.numbering.keys[number] for number in self.sets.order(self.sort).part(self.people, start, stop)
        ]
