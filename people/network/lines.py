"""The lines between the people of a drawing, with the meetings and ties that each stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from typing import Any, NamedTuple

from people.models import Meeting, Person, Tie
from people.network.joins import Joins, Met, Walkable
from people.vocabulary import ContactKind, LineKind, TieKind

# Of a meeting of more people a drawing would show little but their lines to each other.
PAIRED = 6
LINES = 300
# So many meetings of a line are told of; the others are counted.
TOLD = 5

BOTH_WAYS = {TieKind.FRIEND.value, TieKind.WORKED_WITH.value}

# The keys of meetings, or of ties, by their kind and the keys of two people.
Pairs = Mapping[tuple[str, int, int], list[int]]


class Edge(NamedTuple):
    """What joins two people: their meetings of one kind, or a tie. `told` are the first of the `number` of them.

    A tie leads from the first person to the second, unless its kind holds both ways.
    """

    kind: str
    first: Person
    second: Person
    told: list[Any]
    number: int

    @property
    def is_contact(self) -> bool:
        """Return whether it stands for meetings."""
        return self.kind in ContactKind.values

    @property
    def is_directed(self) -> bool:
        """Return whether it says something of the first person towards the second that doesn't hold both ways."""
        return not self.is_contact and self.kind not in BOTH_WAYS

    def other(self, person: Person) -> Person:
        """Return whom it joins to the person."""
        return self.second if person == self.first else self.first


class Gathering(NamedTuple):
    """A meeting of so many people that it is drawn as a point of its own, with a line to each of them."""

    meeting: Meeting
    people: list[Person]


class Network(NamedTuple):
    """People by name, and what joins them."""

    people: list[Person]
    lines: list[Edge]
    gatherings: list[Gathering]


def fitting(people: Sequence[int], joins: Walkable) -> Sequence[int]:
    """Return as many of the people, the first of them, as can be drawn with no more than LINES lines."""
    rank = {person: place for place, person in enumerate(people)}
    among = joins.among(people)
    added = Counter(max(rank[first], rank[second]) for _, first, second in pairs(among))
    added.update(
        rank[person] for meeting in among.meetings if len(meeting.people) > PAIRED for person in meeting.people
    )
    totals = accumulate(added[place] for place in range(len(people)))
    return people[: sum(1 for total in totals if total <= LINES)]


def load_network(people: Sequence[int], joins: Walkable) -> Network:
    """Return the people, given as keys, with what joins them to each other. Takes at most seven queries."""
    found = Person.public.told_apart().in_bulk(people)
    among = joins.among(found)
    there = {meeting.key: by_name(map(found.get, meeting.people)) for meeting in _crowds(among)}
    meetings = Meeting.public.with_citations().chronological().filter(pk__in=there)
    gatherings = [Gathering(meeting, there[meeting.pk]) for meeting in meetings] if there else []
    return Network(by_name(found.values()), load_lines(found, pairs(among)), gatherings)


def load_lines(people: Mapping[int, Person], found: Pairs) -> list[Edge]:
    """Return a line for each kind and two of the people, with the meetings or ties of which it tells."""
    met = Meeting.public.with_citations().in_bulk(_told(found, ContactKind.values))
    tied = Tie.public.for_profile().in_bulk(_told(found, TieKind.values))
    entries: dict[str, Any] = dict.fromkeys(ContactKind.values, met) | dict.fromkeys(TieKind.values, tied)
    lines = (
        # An entry may have been withdrawn since its key was read.
        make_line(kind, people[one], people[other], list(filter(None, map(entries[kind].get, keys[:TOLD]))), len(keys))
        for (kind, one, other), keys in found.items()
    )
    return sort_lines(line for line in lines if line.told)


def _told(found: Pairs, kinds: list[str]) -> list[int]:
    return sorted({key for (kind, *_), keys in found.items() if kind in kinds for key in keys[:TOLD]})


def by_name(people: Any) -> list[Person]:
    """Return the people by family name, in the same order whatever the database."""
    return sorted(people, key=name_order)


def name_order(person: Person) -> tuple[str, str]:
    """Return by what people are ordered."""
    return (person.sort_key, person.slug)


def make_line(kind: str, first: Person, second: Person, told: list[Any], number: int) -> Edge:
    """Return the line; one that holds both ways has its people in the order of their names."""
    line = Edge(kind, first, second, told, number)
    lower, upper = by_name((first, second))
    return line if line.is_directed else line._replace(first=lower, second=upper)


def sort_lines(lines: Iterable[Edge]) -> list[Edge]:
    """Return the lines by the names of their two people, and by kind."""
    return sorted(lines, key=lambda line: (*ends_order(line), LineKind.values.index(line.kind), name_order(line.first)))


def ends_order(line: Edge) -> list[tuple[str, str]]:
    """Return by what two people of a line are ordered, whichever of them is its first."""
    return sorted((name_order(line.first), name_order(line.second)))


def _crowds(joins: Joins) -> list[Met]:
    return [meeting for meeting in joins.meetings if len(meeting.people) > PAIRED]


def pairs(joins: Joins) -> Pairs:
    """Return the keys of meetings, or of ties, for each kind and two people; meetings of few people only."""
    found = defaultdict(list)
    for meeting in joins.meetings:
        if len(meeting.people) <= PAIRED:
            for first, second in combinations(sorted(meeting.people), 2):
                found[meeting.kind, first, second].append(meeting.key)
    for kind, first, second, key in _tied(joins):
        found[kind, first, second].append(key)
    return found


def _tied(joins: Joins) -> Iterator[tuple[str, int, int, int]]:
    for tie in joins.ties:
        swapped = tie.kind in BOTH_WAYS and tie.first > tie.second
        first, second = (tie.second, tie.first) if swapped else (tie.first, tie.second)
        yield tie.kind, first, second, tie.key
