"""Querying roles, meetings, hearings and statements as one list in order of time."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, NamedTuple, Self

from django.db.models import Count, DateField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from people.querysets.base import rows
from people.vocabulary import MeetingKind, TimelineKind

# Day and kind of what has no date, in the order of the list: after all else.
UNDATED = dt.date.max


class Key(NamedTuple):
    """An entry's kind and the key of its row."""

    kind: TimelineKind
    key: int


class Part(NamedTuple):
    """The rows of one kind: those there are, and the columns of their earliest and latest day.

    `person` leads from a row to whom it concerns, and `back` from a person to the rows.
    """

    rows: QuerySet
    start: str
    end: str
    person: str
    back: str


class Timeline:
    """What readers see that has a place in time, dated or not. Its verbs return narrower ones, as a queryset's do."""

    # django-filter asks for the model of what it filters; there are three.
    model = None

    def __init__(self, parts: Mapping[TimelineKind, Part] | None = None) -> None:
        """Take the rows of each kind; by default all that readers see."""
        self.parts = public_parts() if parts is None else parts

    def all(self) -> Self:
        """Return the timeline itself, which is never changed."""
        return self

    def _narrowed(self, narrow: Any) -> Self:
        return type(self)({kind: part._replace(rows=narrow(part)) for kind, part in self.parts.items()})

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Return the entries of any of the kinds."""
        return type(self)({kind: part for kind, part in self.parts.items() if kind in kinds})

    def about(self, people: list[str]) -> Self:
        """Return the entries that concern any of the people, given as slugs."""
        found = rows("Person").public().filter(slug__in=people)
        return self._narrowed(lambda part: part.rows.about(found))

    def in_categories(self, categories: list[str]) -> Self:
        """Return roles of the categories, and what else concerns people with such a role."""
        holders = rows("Person").public().in_categories(categories)
        narrowed = self._narrowed(lambda part: part.rows.about(holders)).parts
        held: dict[TimelineKind, Part] = {
            kind: part._replace(rows=part.rows.filter(category__in=categories))
            for kind, part in self.parts.items()
            if kind == TimelineKind.ROLE
        }
        return type(self)({**narrowed, **held})

    def since(self, day: dt.date | None) -> Self:
        """Return the entries that may lie, or last, on the day or after it; what has no date may."""
        return self._narrowed(lambda part: part.rows.filter(_none_or(part.end, "gte", day))) if day else self

    def until(self, day: dt.date | None) -> Self:
        """Return the entries that may lie, or begin, on the day or before it; what has no date may."""
        return self._narrowed(lambda part: part.rows.filter(_none_or(part.start, "lte", day))) if day else self

    def count(self) -> int:
        """Return the number of entries."""
        return sum(self.count_by_kind.values())

    @cached_property
    def count_by_kind(self) -> dict[str, int]:
        """Return the number of entries of each kind there is."""
        return {kind.value: part.rows.count() for kind, part in self.parts.items()}

    def count_by_category(self) -> dict[str, int]:
        """Return the number of entries that `in_categories` would return for each category alone."""
        numbers: Counter[str] = Counter()
        for kind, part in self.parts.items():
            roles = part.rows if kind == TimelineKind.ROLE else rows("Role").public()
            counted, only = ("pk", Q()) if kind == TimelineKind.ROLE else _reached(part)
            number = Count(counted, filter=only, distinct=True)
            numbers.update(dict(roles.order_by().values_list("category").annotate(number=number)))
        return dict(numbers)

    def count_by_person(self, most: int) -> list[tuple[str, str, int]]:
        """Return public people as slug and name with the number of entries that concern them, the most first.

        Of more than `most`, the others are left out; of equal ones, who was entered last.
        """
        numbers: Counter[int] = Counter()
        for part in self.parts.values():
            concerned = part.rows.order_by().values_list(part.person)
            numbers.update(dict(concerned.annotate(Count("pk", distinct=True))))
        first = sorted(numbers.keys() - {None}, key=lambda key: (-numbers[key], key))[:most]
        people = rows("Person").public().filter(pk__in=first).by_name()
        return sorted(((one.slug, str(one), numbers[one.pk]) for one in people), key=lambda row: -row[2])

    def __getitem__(self, places: slice) -> list[Key]:
        """Return the keys of the entries at these places of the list: by earliest day or else latest, undated last."""
        first, *others = (_in_line(kind, part) for kind, part in self.parts.items())
        kinds = list(TimelineKind)
        listed = first.union(*others, all=True).order_by("day", "rank", "key")[places]
        return [Key(kinds[rank], key) for _, rank, key in listed]


def public_parts() -> dict[TimelineKind, Part]:
    """Return everything that readers see and that may have a date."""
    meetings = rows("Meeting").public()
    dates = ("date_earliest", "date_latest")
    taking_part = ("people", "participations__meeting")
    return {
        TimelineKind.ROLE: Part(rows("Role").public(), "start_earliest", "end_latest", "person", "roles"),
        TimelineKind.MEETING: Part(meetings.contacts(), *dates, *taking_part),
        TimelineKind.HEARING: Part(meetings.of_kinds([MeetingKind.HEARING]), *dates, *taking_part),
        TimelineKind.STATEMENT: Part(rows("Statement").public(), *dates, "person", "statements"),
    }


def _none_or(column: str, comparison: str, day: dt.date) -> Q:
    return Q(**{column: None}) | Q(**{f"{column}__{comparison}": day})


def _reached(part: Part) -> tuple[str, Q]:
    """Return the column that leads from a role to the rows of the part, and the condition that they are among these."""
    column = f"person__{part.back}"
    return column, Q(**{f"{column}__in": part.rows.order_by().values("pk")})


def _in_line(kind: TimelineKind, part: Part) -> Any:
    day = Coalesce(part.start, part.end, Value(UNDATED), output_field=DateField())
    rank = Value(list(TimelineKind).index(kind), output_field=IntegerField())
    return part.rows.order_by().annotate(day=day, rank=rank, key=F("pk")).values_list("day", "rank", "key")
