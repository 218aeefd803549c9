"""Loading meetings, allegations and organisations, and reading those anew that have changed."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pyroaring import BitMap

from people.dates import time_order
from people.index.entries import EntryIndex
from people.index.entry_patching import ChangedEntries, patch_list, patch_subjects
from people.index.ids import Choice, Choices, IdMap, ListIndex, labelled, patched_choices, union, with_rest
from people.index.loading import grouped, load_participants, stream
from people.index.orders import Key
from people.index.people import PeopleIndex, by_value
from people.index.touched import Touched
from people.models import Allegation, Meeting, Organisation, Participation, Response
from people.vocabulary import (
    ANSWERING_STANCES,
    ORGANISATION_KINDS,
    Answered,
    DateChoice,
    MeetingKind,
    Stance,
    Standing,
)

# Number, kind and date of a meeting; number and standing of an allegation; number and kind of an organisation.
NumberedRows = Iterable[tuple[Any, ...]]


def load_meeting_index(people: PeopleIndex) -> EntryIndex:
    """Return the meetings in order of time."""
    ids = array("Q")

    def numbered() -> Iterator[tuple[Any, ...]]:
        for row, *values in listed_meetings(Meeting.objects.with_anybody(), people):
            ids.append(row)
            yield len(ids), *values

    choices = meeting_choices(numbered())
    id_map = IdMap(ids)
    subjects = load_participants(id_map, people.id_map)
    id_map.release()
    return EntryIndex(people, id_map, choices, subjects)


def listed_meetings(meetings: Any, people: PeopleIndex) -> Iterator[tuple[int, str, str]]:
    """Yield id, kind and date of those of the meetings that are listed: hearings, and those that count as contact."""
    for row, kind, date in stream(meetings.for_index()):
        if kind == MeetingKind.HEARING or row in people.contacts.meeting_ids:
            yield row, kind, date


def meeting_choices(rows: NumberedRows) -> dict[str, Choices]:
    """Return which of the meetings each choice lists."""
    kinds, dates, numbers = defaultdict[str, BitMap](BitMap), BitMap(), BitMap()
    for number, kind, date in rows:
        numbers.add(number)
        kinds[kind].add(number)
        if date:
            dates.add(number)
    dated = with_rest(labelled(DateChoice, {DateChoice.RECORDED: dates}), numbers)
    return {"kind": labelled(MeetingKind, kinds), "date": dated}


def patch_meeting_index(former: EntryIndex, people: PeopleIndex, touched: Touched) -> EntryIndex:
    """Return the meetings with those touched read anew."""
    ids = touched.keys["meeting"]
    rows = list(listed_meetings(Meeting.objects.with_anybody().filter(pk__in=ids), people))
    found, changed = patch_list(
        former, ChangedEntries(ids, [row for row, *_ in rows], touched.rows["meeting"], meeting_keys)
    )
    fill(found, changed, meeting_choices((found.id_map.number(row), *values) for row, *values in rows))
    pairs = stream(Participation.objects.pairs().filter(meeting__in=ids))
    return patch_subjects(found, former, people, changed, numbered_pairs(pairs, found, people))


def meeting_keys(ids: Collection[int]) -> dict[int, Key]:
    """Return by what meetings are put in order."""
    rows = Meeting.objects.filter(pk__in=ids).order_by()
    return {
        row: (*time_order(earliest, latest), key, row)
        for row, earliest, latest, key in rows.values_list("pk", "date_earliest", "date_latest", "sort_key")
    }


def fill(found: ListIndex, changed: BitMap, fresh: Mapping[str, Choices]) -> None:
    """Have the choices of the list follow those that have changed."""
    found.choices = {name: patched_choices(found.choices[name], changed, choices) for name, choices in fresh.items()}


def numbered_pairs(
    pairs: Iterable[tuple[int, int]], found: ListIndex, people: PeopleIndex
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of entries and people, given by id."""
    return ((found.id_map.number(entry), people.id_map.number(person)) for entry, person in pairs)


def load_allegation_index(people: PeopleIndex) -> EntryIndex:
    """Return the allegations by what they are about."""
    ids = array("Q")

    def numbered() -> Iterator[tuple[Any, ...]]:
        for row, standing in stream(Allegation.public.by_title().values_list("pk", "standing")):
            ids.append(row)
            yield len(ids), standing

    standings = list(numbered())
    id_map = IdMap(ids)
    replies = ((id_map.number(row), stance) for row, stance in stream(Response.objects.stances()))
    choices = allegation_choices(standings, replies)
    pairs = ((id_map.number(row), people.id_map.number(person)) for row, person in stream(subject_links()))
    subjects = grouped(pairs, len(id_map))
    id_map.release()
    return EntryIndex(people, id_map, choices, subjects)


def subject_links() -> Any:
    """Return allegation and person of each subject."""
    return Allegation.subjects.through._default_manager.values_list("allegation", "person")


def allegation_choices(rows: NumberedRows, replies: Iterable[tuple[int, str]]) -> dict[str, Choices]:
    """Return which of the allegations each choice lists; the replies are numbers of allegations with stances."""
    standings = by_value((number, standing) for number, standing in rows)
    stances = by_value(replies)
    answered = union(stances[stance] for stance in ANSWERING_STANCES)
    answers = {
        Answered.ANSWERED.value: answered,
        Answered.UNANSWERED.value: union(standings.values()) - answered,
    }
    return {
        "standing": labelled(Standing, standings),
        "answered": labelled(Answered, answers),
        "reply": labelled(Stance, stances),
    }


def patch_allegation_index(former: EntryIndex, people: PeopleIndex, touched: Touched) -> EntryIndex:
    """Return the allegations with those touched read anew."""
    ids = touched.keys["allegation"]
    rows = list(Allegation.public.filter(pk__in=ids).order_by().values_list("pk", "standing"))
    entries = ChangedEntries(ids, [row for row, _ in rows], touched.rows["allegation"], allegation_keys)
    found, changed = patch_list(former, entries)
    stances = Response.objects.stances().filter(allegation__in=ids)
    replies = ((found.id_map.number(row), stance) for row, stance in stances)
    fill(found, changed, allegation_choices(((found.id_map.number(row), one) for row, one in rows), replies))
    links = subject_links().filter(allegation__in=ids)
    return patch_subjects(found, former, people, changed, numbered_pairs(links, found, people))


def allegation_keys(ids: Collection[int]) -> dict[int, Key]:
    """Return by what allegations are put in order."""
    return name_keys(Allegation.objects.filter(pk__in=ids))


def name_keys(rows: Any) -> dict[int, Key]:
    """Return by what rows are put in order that have names or titles."""
    return {row: (key, row) for row, key in rows.order_by().values_list("pk", "sort_key")}


def load_organisation_index(_: PeopleIndex) -> ListIndex:
    """Return the organisations by name."""
    rows = list(stream(Organisation.public.by_name().values_list("pk", "kind")))
    numbered = ((number, kind) for number, (_, kind) in enumerate(rows, 1))
    return ListIndex(IdMap(row for row, _ in rows), {"kind": organisation_choices(numbered)})


def organisation_choices(rows: NumberedRows) -> Choices:
    """Return which of the organisations each kind lists."""
    kinds = by_value((number, kind) for number, kind in rows)
    return {kind: Choice(label, kinds[kind]) for kind, label in ORGANISATION_KINDS.items()}


def patch_organisation_index(former: ListIndex, _: PeopleIndex, touched: Touched) -> ListIndex:
    """Return the organisations with those touched read anew."""
    ids = touched.keys["organisation"]
    rows = list(Organisation.public.filter(pk__in=ids).order_by().values_list("pk", "kind"))
    entries = ChangedEntries(ids, [row for row, _ in rows], touched.rows["organisation"], organisation_keys)
    found, changed = patch_list(former, entries)
    fill(found, changed, {"kind": organisation_choices((found.id_map.number(row), kind) for row, kind in rows)})
    return found


def organisation_keys(ids: Collection[int]) -> dict[int, Key]:
    """Return by what organisations are put in order."""
    return name_keys(Organisation.objects.filter(pk__in=ids))
