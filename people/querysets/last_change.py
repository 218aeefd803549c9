"""When anything on the profiles of people was last changed, in a few queries for all of them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Max

from people.querysets.base import links, public_rows, rows

# What names one person in a field, and what does in a relation: each with the path to the person.
CHANGING = (
    *(("Alias", "person"), ("Role", "person"), ("Statement", "person")),
    *(("Tie", "from_person"), ("Tie", "to_person"), ("Meeting", "participations__person")),
)


class PeopleWithLastChange:
    """Public people by their keys, with `last_change`: a sequence that a paginator reads page by page."""

    def __len__(self) -> int:
        """Return how many people there are."""
        return int(public_rows("Person").count())

    def __getitem__(self, part: slice) -> list[Any]:
        """Return the people of that part, whose start and stop are given."""
        people = list(public_rows("Person").order_by("pk")[part])
        load_last_change(people)
        return people


def load_last_change(people: list[Any]) -> None:
    """Set `last_change` of the people, who are in the order of their keys."""
    if not people:
        return
    newest = {person.pk: person.changed_at for person in people}
    for key, changed_at in _changes(people[0].pk, people[-1].pk):
        if key in newest:
            newest[key] = max(newest[key], changed_at)
    for person in people:
        person.last_change = newest[person.pk]


def _changes(first: int, last: int) -> Iterator[tuple[int, dt.datetime]]:
    """Yield people whose keys are in that range with a change of something that their profiles show."""
    changes = (
        public_rows(model)
        .order_by()
        .filter(**{f"{path}__gte": first, f"{path}__lte": last})
        .values_list(path)
        .annotate(newest=Max("changed_at"))
        for model, path in CHANGING
    )
    yield from next(changes).union(*changes, all=True)
    yield from _allegation_changes(first, last)


def _allegation_changes(first: int, last: int) -> Iterator[tuple[int, dt.datetime]]:
    # Each allegation is asked for once: joined to its subjects, one of thousands would be read thousands of times.
    subjects = links(rows("Allegation").model, "subjects").filter(person__gte=first, person__lte=last)
    allegations = public_rows("Allegation").order_by().filter(pk__in=subjects.values("allegation"))
    changes = dict(allegations.with_last_change().values_list("pk", "last_change"))
    for person, allegation in subjects.values_list("person", "allegation"):
        if allegation in changes:
            yield person, changes[allegation]
