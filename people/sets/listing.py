"""Reading what the lists of meetings and allegations and the timeline list, the first time that somebody asks."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from pyroaring import BitMap

from people.models import Allegation, Meeting, Participation
from people.querysets.timeline import KINDS, timeline_lines
from people.sets.choices import labelled
from people.sets.entries import Entries
from people.sets.numbering import Numbering
from people.sets.people import PeopleSets
from people.sets.reading import grouped, once, participants, rows_of
from people.sets.timeline import Days, TimelineEntries, code
from people.vocabulary import Answered, MeetingKind, RoleCategory, Standing, TimelineKind

MET, HEARD = KINDS.index(TimelineKind.MEETING), KINDS.index(TimelineKind.HEARING)


@once
def meeting_entries(people: PeopleSets) -> Entries:
    """Return the meetings in order of time."""
    keys, kinds = array("Q"), defaultdict[str, BitMap](BitMap)
    for key, kind in rows_of(Meeting.objects.with_anybody().for_index()):
        if kind == MeetingKind.HEARING or key in people.contacts.shown:
            keys.append(key)
            kinds[kind].add(len(keys))
    numbering = Numbering(keys)
    concerned = participants(numbering, people.numbering)
    numbering.forget()
    return Entries(people, numbering, {"kind": labelled(MeetingKind, kinds)}, concerned)


@once
def allegation_entries(people: PeopleSets) -> Entries:
    """Return the allegations by what they are about."""
    keys, standings, answers = array("Q"), defaultdict[str, BitMap](BitMap), defaultdict[str, BitMap](BitMap)
    for number, (key, standing, is_answered) in enumerate(rows_of(Allegation.public.with_answered()), 1):
        keys.append(key)
        standings[standing].add(number)
        answers[Answered.ANSWERED if is_answered else Answered.UNANSWERED].add(number)
    numbering = Numbering(keys)
    subjects = rows_of(Allegation.subjects.through._default_manager.values_list("allegation", "person"))
    pairs = ((numbering.number(allegation), people.numbering.number(person)) for allegation, person in subjects)
    concerned = grouped(pairs, len(numbering))
    numbering.forget()
    choices = {"standing": labelled(Standing, standings), "answered": labelled(Answered, answers)}
    return Entries(people, numbering, choices, concerned)


@once
def timeline_entries(people: PeopleSets) -> TimelineEntries:
    """Return what has a place in time, dated or not, in order of time."""
    codes, starts, ends = array("Q"), array("I"), array("I")
    kinds, categories = (defaultdict[str, BitMap](BitMap) for _ in range(2))
    holders = array("I")
    for rank, key, start, end, person, category, *_ in rows_of(timeline_lines()):
        if rank == MET and key not in people.contacts.shown:
            continue
        codes.append(code(rank, key))
        number = len(codes)
        starts.append(start.toordinal() if start else 0)
        ends.append(end.toordinal() if end else 0)
        kinds[KINDS[rank]].add(number)
        if category:
            categories[category].add(number)
        holders.append(people.numbering.number(person) if person else 0)
    numbering, days = Numbering(codes), Days(starts, ends)
    del codes, starts, ends  # of a million people these are many megabytes
    concerned = grouped(chain(enumerate(holders, 1), taking_part(numbering, people)), len(numbering))
    numbering.forget()
    choices = {"kind": labelled(TimelineKind, kinds), "category": labelled(RoleCategory, categories)}
    return TimelineEntries(people, numbering, choices, concerned, days)


def taking_part(timeline: Numbering, people: PeopleSets) -> Iterator[tuple[int, int]]:
    """Yield each meeting or hearing of the timeline with a person who took part, both as numbers."""
    for meeting, person in rows_of(Participation.objects.pairs()):
        number = timeline.number(code(MET, meeting)) or timeline.number(code(HEARD, meeting))
        yield number, people.numbering.number(person)
