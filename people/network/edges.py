"""The edges between the people of a drawing, with the meetings and ties that each stands for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from typing import NamedTuple

from people.models import Meeting, Person, Tie
from people.network.graph import ContactGraph, MeetingLink, Subgraph
from people.vocabulary import REVERSED_TIES, ContactKind, LineKind, TieKind

# Of a meeting of more people a drawing would show little but their edges to each other.
MAX_PAIRED_MEETING_SIZE = 6
MAX_EDGES = 300
# So many meetings of an edge are shown; the others are counted.
MAX_SHOWN_PER_EDGE = 5

BOTH_WAYS = {kind.value for kind in TieKind if kind not in REVERSED_TIES}

# The keys of meetings, or of ties, by their kind and the keys of two people.
Pairs = Mapping[tuple[str, int, int], list[int]]


class Edge(NamedTuple):
    """What joins two people: their meetings of one kind, or a tie. `shown` are the first of the `number` of them.

    A tie leads from the first person to the second, unless its kind holds both ways.
    """

    kind: str
    first: Person
    second: Person
    shown: list[Meeting | Tie]
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


class GroupMeeting(NamedTuple):
    """A meeting of so many people that it is drawn as a node of its own, with an edge to each of them."""

    meeting: Meeting
    people: list[Person]


class Network(NamedTuple):
    """People by name, and what joins them."""

    people: list[Person]
    edges: list[Edge]
    group_meetings: list[GroupMeeting]


def without_unconnected(network: Network) -> Network:
    """Return the network of those of its people whom something joins to another."""
    edged = {person for edge in network.edges for person in (edge.first, edge.second)}
    connected = edged.union(*(group.people for group in network.group_meetings))
    return network._replace(people=[person for person in network.people if person in connected])


def fitting(people: Sequence[int], graph: ContactGraph) -> Sequence[int]:
    """Return as many of the people, the first of them, as can be drawn with no more than MAX_EDGES edges."""
    rank = {person: place for place, person in enumerate(people)}
    among = graph.among(people)
    added = Counter(max(rank[first], rank[second]) for _, first, second in pairs(among))
    added.update(
        rank[person]
        for meeting in among.meetings
        if len(meeting.people) > MAX_PAIRED_MEETING_SIZE
        for person in meeting.people
    )
    totals = accumulate(added[place] for place in range(len(people)))
    return people[: sum(1 for total in totals if total <= MAX_EDGES)]


def load_network(people: Sequence[int], graph: ContactGraph) -> Network:
    """Return the people, given as keys, with the edges between them. Takes at most seven queries."""
    found = Person.public.told_apart().in_bulk(people)
    among = graph.among(found)
    there = {meeting.key: by_name(found[one] for one in meeting.people) for meeting in _large_meetings(among)}
    meetings = Meeting.public.with_citations().chronological().filter(pk__in=there)
    group_meetings = [GroupMeeting(meeting, there[meeting.pk]) for meeting in meetings] if there else []
    return Network(by_name(found.values()), load_edges(found, pairs(among)), group_meetings)


def load_edges(people: Mapping[int, Person], found: Pairs) -> list[Edge]:
    """Return an edge for each kind and pair of people, with the meetings or ties that it shows."""
    met = Meeting.public.with_citations().in_bulk(_shown_keys(found, ContactKind.values))
    tied = Tie.public.for_profile().in_bulk(_shown_keys(found, TieKind.values))
    entries: dict[str, Mapping[int, Meeting | Tie]] = {
        **dict.fromkeys(ContactKind.values, met),
        **dict.fromkeys(TieKind.values, tied),
    }
    edges = (
        # An entry may have been withdrawn since its key was read.
        make_edge(
            kind,
            people[one],
            people[other],
            list(filter(None, map(entries[kind].get, keys[:MAX_SHOWN_PER_EDGE]))),
            len(keys),
        )
        for (kind, one, other), keys in found.items()
    )
    return sort_edges(edge for edge in edges if edge.shown)


def _shown_keys(found: Pairs, kinds: list[str]) -> list[int]:
    return sorted({key for (kind, *_), keys in found.items() if kind in kinds for key in keys[:MAX_SHOWN_PER_EDGE]})


def by_name(people: Iterable[Person]) -> list[Person]:
    """Return the people by family name, in the same order whatever the database."""
    return sorted(people, key=name_order)


def name_order(person: Person) -> tuple[str, str]:
    """Return by what people are ordered."""
    return (person.sort_key, person.slug)


def make_edge(kind: str, first: Person, second: Person, shown: list[Meeting | Tie], number: int) -> Edge:
    """Return the edge; one that holds both ways has its people in the order of their names."""
    edge = Edge(kind, first, second, shown, number)
    lower, upper = by_name((first, second))
    return edge if edge.is_directed else edge._replace(first=lower, second=upper)


def sort_edges(edges: Iterable[Edge]) -> list[Edge]:
    """Return the edges by the names of their two people, and by kind."""
    return sorted(edges, key=lambda edge: (*ends_order(edge), LineKind.values.index(edge.kind), name_order(edge.first)))


def ends_order(edge: Edge) -> list[tuple[str, str]]:
    """Return by what two people of an edge are ordered, whichever of them is its first."""
    return sorted((name_order(edge.first), name_order(edge.second)))


def _large_meetings(graph: Subgraph) -> list[MeetingLink]:
    return [meeting for meeting in graph.meetings if len(meeting.people) > MAX_PAIRED_MEETING_SIZE]


def pairs(graph: Subgraph) -> Pairs:
    """Return the keys of meetings, or of ties, for each kind and two people; meetings of few people only."""
    found = defaultdict(list)
    for meeting in graph.meetings:
        if len(meeting.people) <= MAX_PAIRED_MEETING_SIZE:
            for first, second in combinations(sorted(meeting.people), 2):
                found[meeting.kind, first, second].append(meeting.key)
    for kind, first, second, key in _tied(graph):
        found[kind, first, second].append(key)
    return found


def _tied(graph: Subgraph) -> Iterator[tuple[str, int, int, int]]:
    for tie in graph.ties:
        swapped = tie.kind in BOTH_WAYS and tie.first > tie.second
        first, second = (tie.second, tie.first) if swapped else (tie.first, tie.second)
        yield tie.kind, first, second, tie.key
