"""Loading the index, in one pass over each table.

The rules of what readers see are the querysets' `public`. That an entry's people must be public too, and a contact
one of two people, is not asked of the database once more: who is not public has no number here.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pyroaring import BitMap

from people.collation import sort_key
from people.index.adjacency import AdjacencyList
from people.index.contacts import Contacts
from people.index.ids import (
    Choice,
    Choices,
    IdMap,
    OwnerMap,
    PeopleIdMap,
    labelled,
    union,
)
from people.index.people import Allegations, PeopleIndex, RoleHolders
from people.models import (
    Alias,
    Allegation,
    Appearance,
    Meeting,
    Organisation,
    Participation,
    Person,
    Response,
    Role,
)
from people.vocabulary import (
    RoleCategory,
)

# Rows in memory at once.
CHUNK = 10_000

# Whose rows are read; None for everybody's.
Some = Collection[int] | None


def load_people_index() -> PeopleIndex:
    """Return the index of the data as they are now."""
    further = (person for person, *_ in stream(Appearance.objects.cited().for_index()))
    id_map = PeopleIdMap(stream(Person.public.for_index()), further)
    allegations = load_allegations(id_map)
    id_map.only_pictured = list(id_map.numbers(Person.public.told_nothing_of(id_map.ids[1 : id_map.pictured + 1])))
    holders = load_roles(id_map)
    index = PeopleIndex(id_map, role_choices(holders), allegations, load_contacts(id_map))
    index.holders = holders
    index.alias_owners = OwnerMap(load_aliases(id_map))
    return index


def stream(rows: Any) -> Iterator[Any]:
    """Return the rows, not all of them in memory at once."""
    return iter(rows.iterator(chunk_size=CHUNK))


def stream_of(rows: Any, people: Some) -> Iterator[Any]:
    """Return the rows of these people, or of all."""
    return stream(rows if people is None else rows.filter(person__in=people))


def load_aliases(id_map: IdMap, people: Some = None) -> Iterator[tuple[int, int]]:
    """Yield the id of each alias of these people, or of all, with its owner's number."""
    for row, person in stream_of(Alias.objects.eligible().for_index(), people):
        yield row, id_map.number(person)


def load_allegations(id_map: IdMap, people: Some = None) -> Allegations:
    """Return the allegations against these people, or against all, and their replies."""
    found = Allegation.objects.eligible()
    subjects = (found if people is None else found.about(people)).for_index()
    pairs = (
        (number, answered)
        for person, answered in stream(subjects)
        if person and (people is None or person in people) and (number := id_map.number(person))
    )
    replies = stream_of(Response.objects.stances_of_subjects(), people)
    return Allegations(pairs, ((id_map.number(person), stance) for person, stance in replies), len(id_map))


def load_roles(id_map: IdMap, people: Some = None) -> RoleHolders:
    """Return who holds the roles of these people, or of all."""
    categories, titles, organisations = (defaultdict[Any, array](lambda: array("I")) for _ in range(3))
    for _, person, category, slug, title, organisation in stream_of(Role.objects.eligible().for_index(), people):
        number = id_map.number(person)
        if number:
            categories[category].append(number)
            titles[slug, title].append(number)
            if organisation:
                organisations[organisation].append(number)
    return RoleHolders(
        *({value: BitMap(some) for value, some in one.items()} for one in (categories, titles, organisations))
    )


def role_choices(holders: RoleHolders) -> dict[str, Choices]:
    """Return whom each category, title and organisation lists; a title is spelled as the first of its spellings."""
    spellings = defaultdict[str, dict[str, BitMap]](dict)
    for (slug, title), people in holders.titles.items():
        spellings[slug][title] = people
    labels = {slug: min(titles) for slug, titles in spellings.items()}
    return {
        "role": labelled(RoleCategory, holders.categories),
        "title": {slug: Choice(labels[slug], union(spellings[slug].values())) for slug in by_label(labels)},
        "organisation": {
            slug: Choice(name, holders.organisations[row])
            for row, slug, name in Organisation.objects.for_index()
            if row in holders.organisations
        },
    }


def by_label(labels: Mapping[str, str]) -> list[str]:
    """Return the values by their labels."""
    return sorted(labels, key=lambda value: (sort_key(labels[value]), value))


def load_contacts(id_map: IdMap) -> Contacts:
    """Return who met whom."""
    meetings, kinds = array("Q"), list[str]()
    for row, kind, _ in stream(Meeting.objects.eligible().contacts().for_index()):
        meetings.append(row)
        kinds.append(kind)
    people = load_participants(IdMap(meetings), id_map)
    # The first list of people is that of no meeting, whose number is 0.
    return Contacts(zip(meetings, kinds, islice(people, 1, None), strict=True), len(id_map))


def load_participants(meetings: IdMap, people: IdMap) -> AdjacencyList:
    """Return the numbers of those who took part in each of the meetings, by its number."""
    pairs = ((meetings.number(met), people.number(person)) for met, person in stream(Participation.objects.pairs()))
    return grouped(pairs, len(meetings))


def grouped(pairs: Iterable[tuple[int, int]], size: int) -> AdjacencyList:
    """Return, for each number up to `size`, those paired with it; 0 is no number."""
    numbers, others = array("I"), array("I")
    for number, other in pairs:
        if number and other:
            numbers.append(number)
            others.append(other)
    return AdjacencyList.paired(numbers, others, size + 1)
