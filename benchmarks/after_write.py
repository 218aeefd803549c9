"""Times the first page after a write: `python -m benchmarks.after_write`, of the data in the database of DATABASE_URL.

Prints a line of JSON for each page and kind of write: how many milliseconds the page takes before it, and the first
time after it, and the ratio; medians, in one process alone. What is written is taken back by further writes, and the
people who are written are not those whom the page shows.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import django

from benchmarks.inside import queries

PAGES = {"people": "/people/", "people by role": "/people/?role=campaign", "timeline": "/timeline/"}
TIMES = 9
# Asked for by nobody before: the page itself is not kept.
marks = count()


def main() -> None:
    """Measure every page after every kind of write."""
    django.setup()
    for page, address in PAGES.items():
        before = statistics.median(timed(address) for _ in range(TIMES))
        for name, write in writes().items():
            after = [timed_after(write, address) for _ in range(TIMES)]
            figures = {"page": page, "write": name, "before": round(before, 1)}
            found = statistics.median(after)
            print(json.dumps(figures | {"after": round(found, 1), "ratio": round(found / before, 2)}), flush=True)


def timed(address: str) -> float:
    """Return how many milliseconds it takes to make the page."""
    mark = f"{'&' if '?' in address else '?'}bench={next(marks)}"
    begun = time.perf_counter()
    queries(address + mark)
    return (time.perf_counter() - begun) * 1000


def timed_after(write: Callable[[], Any], address: str) -> float:
    """Return how many milliseconds the page takes the first time after the write, in a process that has sent it."""
    timed(address)
    with write():
        return timed(address)


def writes() -> dict[str, Callable[[], Any]]:
    """Return the kinds of writes, each to somebody in the middle of the table, which end with their block."""
    from people.models import Person

    number = Person.objects.count()
    somebody = Person.public.exclude(name="").order_by("pk").filter(pk__gt=number // 2)[0]
    return {
        "a summary": lambda: changed(somebody, "summary", f"{somebody.summary} Again."),
        "a role added": lambda: role_added(somebody),
        "a person renamed": lambda: changed(somebody, "sort_name", f"M{somebody.sort_name}"),
        "a person withdrawn": lambda: withdrawn(somebody),
    }


@contextmanager
def changed(person: Any, field: str, value: str) -> Iterator[None]:
    """Save the person with another value of the field."""
    former = getattr(person, field)
    setattr(person, field, value)
    person.save()
    yield
    setattr(person, field, former)
    person.save()


@contextmanager
def withdrawn(person: Any) -> Iterator[None]:
    """Withdraw the person, whatever that takes away from readers."""
    from django.db.models import QuerySet

    rows: Any = QuerySet(type(person)).filter(pk=person.pk)
    rows.update(status="draft")
    yield
    rows.update(status="published")


@contextmanager
def role_added(person: Any) -> Iterator[None]:
    """Add a role to the person."""
    from people.models import Role

    cited = person.passages.first()
    role = Role.objects.create(person=person, title="Adviser", category="campaign", status="published")
    role.passages.add(cited)
    yield
    role.delete()


if __name__ == "__main__":
    main()
