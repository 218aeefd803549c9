"""Entries of the timeline that no database knows."""

from itertools import count
from typing import Any

from people.models import Meeting, Participation, Passage, Person, Role, Statement
from people.querysets.citations import keep
from people.timeline.entries import TimelineEntry
from people.vocabulary import MeetingKind, TimelineKind

keys = count(1)
ANN = Person(pk=1, name="Ann Bee", slug="ann-bee")
BOB = Person(pk=2, name="Bob Cee", slug="bob-cee")
SENTENCE, OTHER_SENTENCE = Passage(pk=1), Passage(pk=2)


def role(start: str = "", end: str = "", person: Person = ANN, **fields: Any) -> TimelineEntry:
    title = fields.pop("title", "Adviser")
    return _entry(TimelineKind.ROLE, Role(person=person, title=title, start=start, end=end), **fields)


def statement(date: str, summary: str = "Resigned.", person: Person = ANN, **fields: Any) -> TimelineEntry:
    row = Statement(person=person, summary=summary, date=date)
    row.pk = next(keys)  # which Django asks for before whom else it is about
    keep(row, "others", fields.pop("others", []))
    return _entry(TimelineKind.STATEMENT, row, **fields)


def meeting(date: str, *people: Person, **fields: Any) -> TimelineEntry:
    row = Meeting(pk=next(keys), title="Lunch", date=date, kind=MeetingKind.IN_PERSON)
    keep(row, "participations", [Participation(person=person) for person in people or (ANN,)])
    row.participant_count = fields.pop("number", len(people) or 1)
    return _entry(TimelineKind.MEETING, row, **fields)


def _entry(kind: TimelineKind, row: Meeting | Role | Statement, **fields: Any) -> TimelineEntry:
    """Return the entry of the row, with the days that its dates may mean, as saving would fill them in."""
    row.pk = row.pk or next(keys)
    keep(row, "passages", fields.pop("passages", [SENTENCE]))
    for name, value in fields.items():
        setattr(row, name, value)
    for field in row._meta.concrete_fields:
        if hasattr(field, "fill"):
            field.fill(row)
    return TimelineEntry(kind, row)
