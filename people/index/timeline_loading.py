"""Loading the timeline, and reading those entries anew that have changed."""

import datetime as dt
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from pyroaring import BitMap

from people.dates import time_order
from people.index.entry_patching import ChangedEntries, patch_list, patch_subjects
from people.index.ids import IdMap, labelled, patched_choices, with_rest
from people.index.loading import grouped, stream
from people.index.orders import Key
from people.index.people import PeopleIndex
from people.index.timeline import Days, TimelineId, TimelineIndex, code
from people.index.touched import Touched
from people.models import Meeting, Participation, Role, Statement
from people.querysets.timeline import KINDS, timeline_lines
from people.vocabulary import RoleCategory, TimelineKind

ROLE, MEETING, HEARING, STATEMENT = map(
    KINDS.index, (TimelineKind.ROLE, TimelineKind.MEETING, TimelineKind.HEARING, TimelineKind.STATEMENT)
)
# The kinds of entries by the name of their model.
RANKS = {"role": (ROLE,), "meeting": (MEETING, HEARING), "statement": (STATEMENT,)}
MODEL_OF_KIND = {KINDS[rank]: model for model, ranks in RANKS.items() for rank in ranks}


class TimelineLine(NamedTuple):
    """An entry of the timeline: its code, its earliest and latest day, its person or None, and a role's category."""

    code: int
    start: dt.date | None
    end: dt.date | None
    person: int | None
    category: str


def timeline_rows(people: PeopleIndex, only: Mapping[str, Collection[int]] | None = None) -> Iterator[TimelineLine]:
    """Yield everything that the timeline lists, or of that only the entries given by model, in order."""
    for rank, row, start, end, person, category, *_ in stream(timeline_lines(only)):
        if rank != MEETING or row in people.contacts.meeting_ids:
            yield TimelineLine(code(rank, row), start, end, person, category)


def ordinal(day: dt.date | None) -> int:
    """Return the day as a number, 0 for none."""
    return day.toordinal() if day else 0


def load_timeline_index(people: PeopleIndex) -> TimelineIndex:
    """Return what has a place in time, dated or not, in order of time."""
    codes, starts, ends = array("Q"), array("I"), array("I")
    kinds, categories = (defaultdict[str, BitMap](BitMap) for _ in range(2))
    holders = array("I")
    for line in timeline_rows(people):
        codes.append(line.code)
        number = len(codes)
        starts.append(ordinal(line.start))
        ends.append(ordinal(line.end))
        kinds[TimelineId.of(line.code).kind].add(number)
        if line.category:
            categories[line.category].add(number)
        holders.append(people.id_map.number(line.person) if line.person else 0)
    id_map, days = IdMap(codes), Days(starts, ends)
    del codes, starts, ends  # of a million people these are many megabytes
    concerned = chain(enumerate(holders, 1), timeline_participants(id_map, people), timeline_others(id_map, people))
    subjects = grouped(concerned, len(id_map))
    id_map.release()
    choices = {"kind": labelled(TimelineKind, kinds), "category": labelled(RoleCategory, categories)}
    return TimelineIndex(people, id_map, choices, subjects, days)


def timeline_participants(
    timeline: IdMap, people: PeopleIndex, meetings: Collection[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each meeting or hearing of the timeline and a person who took part; or of some meetings."""
    pairs = Participation.objects.pairs()
    for meeting, person in stream(pairs if meetings is None else pairs.filter(meeting__in=meetings)):
        number = timeline.number(code(MEETING, meeting)) or timeline.number(code(HEARING, meeting))
        yield number, people.id_map.number(person)


def timeline_others(
    timeline: IdMap, people: PeopleIndex, statements: Collection[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each statement of the timeline and a person whom it is about besides its own; or of some."""
    pairs = Statement.objects.other_pairs()
    for statement, person in stream(pairs if statements is None else pairs.filter(statement__in=statements)):
        yield timeline.number(code(STATEMENT, statement)), people.id_map.number(person)


def patch_timeline_index(former: TimelineIndex, people: PeopleIndex, touched: Touched) -> TimelineIndex:
    """Return the timeline with the entries touched read anew."""
    rows = list(timeline_rows(people, touched.keys))
    entries = ChangedEntries(
        codes_of(touched.keys), [line.code for line in rows], codes_of(touched.rows), timeline_keys
    )
    found, changed = patch_list(former, entries)
    numbered = {found.id_map.number(line.code): line for line in rows}
    holders = ((number, people.id_map.number(line.person or 0)) for number, line in numbered.items())
    participants = timeline_participants(found.id_map, people, touched.keys["meeting"])
    others = timeline_others(found.id_map, people, touched.keys["statement"])
    patch_subjects(found, former, people, changed, chain(holders, participants, others))
    days = {number: (ordinal(line.start), ordinal(line.end)) for number, line in numbered.items()}
    found.days = former.days.patched({number: days.get(number, (0, 0)) for number in changed})
    fill_choices(found, former, changed, numbered)
    return found


def codes_of(keys: Mapping[str, Iterable[int]]) -> set[int]:
    """Return the codes that entries, given by model, have or had."""
    return {code(rank, row) for model, ranks in RANKS.items() for row in keys[model] for rank in ranks}


def timeline_keys(codes: Collection[int]) -> dict[int, Key]:
    """Return by what entries are put in order (see timeline_lines, which would ask whether readers see each)."""
    keys = defaultdict[str, set[int]](set)
    for kind, row in map(TimelineId.of, codes):
        keys[MODEL_OF_KIND[kind]].add(row)
    roles = Role.objects.filter(pk__in=keys["role"]).order_by()
    found: dict[int, Key] = {
        code(ROLE, row): (*time_order(start or end, latest), ROLE, row)
        for row, start, end, latest in roles.values_list("pk", "start_earliest", "end_earliest", "end_latest")
    }
    for name, model in (("meeting", Meeting), ("statement", Statement)):
        rows = model._default_manager.filter(pk__in=keys[name]).order_by()
        for row, earliest, latest in rows.values_list("pk", "date_earliest", "date_latest"):
            for rank in RANKS[name]:
                found[code(rank, row)] = (*time_order(earliest, latest), rank, row)
    return {one: found[one] for one in codes if one in found}


def fill_choices(
    found: TimelineIndex, former: TimelineIndex, changed: BitMap, numbered: Mapping[int, TimelineLine]
) -> None:
    """Have the choices follow the entries that have changed, and what concerns people whose roles have."""
    kinds, held = (defaultdict[str, BitMap](BitMap) for _ in range(2))
    for number, line in numbered.items():
        kinds[TimelineId.of(line.code).kind].add(number)
        if line.category:
            held[line.category].add(number)
    kind = patched_choices(former.choices["kind"], changed, labelled(TimelineKind, kinds))
    roles = kind[TimelineKind.ROLE.value].matches
    moved = changed | found.concerning(differing(former.people, found.people)) - roles
    present = moved & found.everything
    for category in RoleCategory.values:
        people = found.people.any_of("role", [category])
        held[category].update(one for one in present - roles if people.intersect(BitMap(found.subjects[one])))
    fresh = with_rest(labelled(RoleCategory, held), present)
    found.choices = {"kind": kind, "category": patched_choices(former.choices["category"], moved, fresh)}


def differing(former: PeopleIndex, people: PeopleIndex) -> BitMap:
    """Return the people who have roles of other categories than before."""
    found = BitMap()
    for category in RoleCategory.values:
        found |= former.any_of("role", [category]) ^ people.any_of("role", [category])
    return found
