"""Loading the index, in one pass over each table.

The rules of what readers see are the querysets' `public`. That an entry's people must be public too, and a contact
one of two people, is not asked of the database once more: who is not public has no number here.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from pyroaring import BitMap

from people.collation import sort_key
from people.index.contacts import AdjacencyList, Contacts
from people.index.entries import EntryIndex
from people.index.ids import (
    Choice,
    Choices,
    IdMap,
    ListIndex,
    OwnerMap,
    PeopleIdMap,
    labelled,
    union,
    with_rest,
)
from people.index.people import Allegations, PeopleIndex, by_value
from people.index.timeline import Days, TimelineIndex, code
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
    Statement,
)
from people.querysets.timeline import KINDS, timeline_lines
from people.vocabulary import (
    ANSWERING_STANCES,
    ORGANISATION_KINDS,
    Answered,
    DateChoice,
    MeetingKind,
    RoleCategory,
    Stance,
    Standing,
    TimelineKind,
)

# Rows in memory at once.
CHUNK = 10_000
MEETING, HEARING, STATEMENT = map(KINDS.index, (TimelineKind.MEETING, TimelineKind.HEARING, TimelineKind.STATEMENT))


def load_people_index(version: str) -> PeopleIndex:
    """Return the index of the data as they are now, which are those of that version or of a later one."""
    further = (person for person, *_ in stream(Appearance.objects.cited().for_index()))
    id_map = PeopleIdMap(stream(Person.public.for_index()), further)
    roles = load_roles(id_map)
    allegations = Allegations(load_subjects(id_map), load_replies(id_map), len(id_map))
    pictured = Person.public.told_nothing_of(id_map.ids[1 : id_map.pictured + 1])
    id_map.only_pictured = list(id_map.numbers(pictured))
    index = PeopleIndex(version, id_map, roles, allegations, load_contacts(id_map))
    aliases = stream(Alias.objects.eligible().for_index())
    index.alias_owners = OwnerMap((row, id_map.number(person)) for row, person in aliases)
    return index


def load_subjects(id_map: IdMap) -> Iterator[tuple[int, bool]]:
    """Yield the number of each subject of each allegation with whether they answered it."""
    for person, answered in stream(Allegation.objects.eligible().for_index()):
        number = id_map.number(person) if person else 0
        if number:
            yield number, answered


def load_replies(id_map: IdMap) -> Iterator[tuple[int, str]]:
    """Yield the number of each subject who replies to an allegation with the stance."""
    for person, stance in stream(Response.objects.stances_of_subjects()):
        yield id_map.number(person), stance


def stream(rows: Any) -> Iterator[Any]:
    """Return the rows, not all of them in memory at once."""
    return iter(rows.iterator(chunk_size=CHUNK))


def load_roles(id_map: IdMap) -> dict[str, Choices]:
    """Return whom each category, title and organisation lists."""
    categories, organisations = (defaultdict[Any, array](lambda: array("I")) for _ in range(2))
    titles = defaultdict[str, array](lambda: array("I"))
    labels: dict[str, str] = {}
    for _, person, category, slug, title, organisation in stream(Role.objects.eligible().for_index()):
        number = id_map.number(person)
        if number:
            categories[category].append(number)
            titles[slug].append(number)
            labels[slug] = min(title, labels.get(slug, title))
            if organisation:
                organisations[organisation].append(number)
    names = Organisation.objects.for_index()
    return {
        "role": labelled(RoleCategory, {value: BitMap(numbers) for value, numbers in categories.items()}),
        "title": {slug: Choice(labels[slug], BitMap(titles[slug])) for slug in by_label(labels)},
        "organisation": {
            slug: Choice(name, BitMap(organisations[row])) for row, slug, name in names if row in organisations
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


def load_meeting_index(people: PeopleIndex) -> EntryIndex:
    """Return the meetings in order of time."""
    ids, kinds, dates = array("Q"), defaultdict[str, BitMap](BitMap), defaultdict[str, BitMap](BitMap)
    for row, kind, date in stream(Meeting.objects.with_anybody().for_index()):
        if kind == MeetingKind.HEARING or row in people.contacts.meeting_ids:
            ids.append(row)
            kinds[kind].add(len(ids))
            if date:
                dates[DateChoice.RECORDED].add(len(ids))
    id_map = IdMap(ids)
    subjects = load_participants(id_map, people.id_map)
    id_map.release()
    dated = with_rest(labelled(DateChoice, dates), BitMap(range(1, len(ids) + 1)))
    return EntryIndex(people, id_map, {"kind": labelled(MeetingKind, kinds), "date": dated}, subjects)


def load_allegation_index(people: PeopleIndex) -> EntryIndex:
    """Return the allegations by what they are about."""
    ids, standings = array("Q"), defaultdict[str, BitMap](BitMap)
    for number, (row, standing) in enumerate(stream(Allegation.public.by_title().values_list("pk", "standing")), 1):
        ids.append(row)
        standings[standing].add(number)
    id_map = IdMap(ids)
    replies = by_value((id_map.number(row), stance) for row, stance in stream(Response.objects.stances()))
    answered = union(replies[stance] for stance in ANSWERING_STANCES)
    answers = {
        Answered.ANSWERED.value: answered,
        Answered.UNANSWERED.value: BitMap(range(1, len(ids) + 1)) - answered,
    }
    links = stream(Allegation.subjects.through._default_manager.values_list("allegation", "person"))
    pairs = ((id_map.number(allegation), people.id_map.number(person)) for allegation, person in links)
    subjects = grouped(pairs, len(id_map))
    id_map.release()
    choices = {
        "standing": labelled(Standing, standings),
        "answered": labelled(Answered, answers),
        "reply": labelled(Stance, replies),
    }
    return EntryIndex(people, id_map, choices, subjects)


def load_organisation_index(_: PeopleIndex) -> ListIndex:
    """Return the organisations by name."""
    ids, kinds = array("Q"), defaultdict[str, BitMap](BitMap)
    for number, (row, kind) in enumerate(stream(Organisation.public.by_name().values_list("pk", "kind")), 1):
        ids.append(row)
        kinds[kind].add(number)
    choices = {kind: Choice(label, kinds[kind]) for kind, label in ORGANISATION_KINDS.items()}
    return ListIndex(IdMap(ids), {"kind": choices})


def load_timeline_index(people: PeopleIndex) -> TimelineIndex:
    """Return what has a place in time, dated or not, in order of time."""
    codes, starts, ends = array("Q"), array("I"), array("I")
    kinds, categories = (defaultdict[str, BitMap](BitMap) for _ in range(2))
    holders = array("I")
    for rank, row, start, end, person, category, *_ in stream(timeline_lines()):
        if rank == MEETING and row not in people.contacts.meeting_ids:
            continue
        codes.append(code(rank, row))
        number = len(codes)
        starts.append(start.toordinal() if start else 0)
        ends.append(end.toordinal() if end else 0)
        kinds[KINDS[rank]].add(number)
        if category:
            categories[category].add(number)
        holders.append(people.id_map.number(person) if person else 0)
    id_map, days = IdMap(codes), Days(starts, ends)
    del codes, starts, ends  # of a million people these are many megabytes
    concerned = chain(enumerate(holders, 1), timeline_participants(id_map, people), timeline_others(id_map, people))
    subjects = grouped(concerned, len(id_map))
    id_map.release()
    choices = {"kind": labelled(TimelineKind, kinds), "category": labelled(RoleCategory, categories)}
    return TimelineIndex(people, id_map, choices, subjects, days)


def timeline_participants(timeline: IdMap, people: PeopleIndex) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each meeting or hearing of the timeline and a person who took part."""
    for meeting, person in stream(Participation.objects.pairs()):
        number = timeline.number(code(MEETING, meeting)) or timeline.number(code(HEARING, meeting))
        yield number, people.id_map.number(person)


def timeline_others(timeline: IdMap, people: PeopleIndex) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each statement of the timeline and a person whom it is about besides its own."""
    for statement, person in stream(Statement.objects.other_pairs()):
        yield timeline.number(code(STATEMENT, statement)), people.id_map.number(person)
