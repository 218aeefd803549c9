"""Times statements that write many rows, with all that triggers do after them: `python -m benchmarks.bulk 1000 10000`.

Takes the database that DATABASE_URL names, migrates it, and leaves no row behind. Prints a line of JSON for each kind
of statement; `ratio` is what the most rows take by what the fewest take. It should be near that of the numbers.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import count

import django
from django.core.management import call_command

SEED = 2017
# Written one after another, each to all rows.
STATEMENTS = {
    "what is searched": "UPDATE people_person SET summary = summary || ' Again.'",
    "what is not searched": "UPDATE people_person SET updated_at = CURRENT_TIMESTAMP",
    "addresses": "UPDATE people_person SET slug = slug || '-again'",
    "drafts": "UPDATE people_person SET status = 'draft'",
    "deleted": "DELETE FROM people_person",
}


def main(sizes: list[int]) -> None:
    """Measure each size, the fewest rows first, as a process that has written a single row does."""
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    measure(1)
    found = [measure(size) for size in sorted(sizes)]
    for name in found[0]:
        seconds = [times[name] for times in found]
        figures = {"statement": name, "rows": sorted(sizes), "seconds": [round(one, 4) for one in seconds]}
        print(json.dumps(figures | {"ratio": round(seconds[-1] / seconds[0], 1)}))


def measure(size: int) -> dict[str, float]:
    """Return how many seconds each statement takes for so many people."""
    from django.db import transaction

    with transaction.atomic():
        times = dict(timed(size))
        transaction.set_rollback(True)
    return times


def timed(size: int) -> Iterator[tuple[str, float]]:
    """Write so many people, change and delete them; yield what was done and how many seconds it took."""
    from benchmarks.generator.people import people
    from benchmarks.generator.tables import GeneratedWorld
    from benchmarks.generator.writing import run, write
    from benchmarks.progress import Progress

    table = next(people(GeneratedWorld(size, SEED)))
    rows, taken = list(table.rows), count(first_free())
    table.rows = iter([(next(taken), f"bulk-{row[1]}", *row[2:9], None, *row[10:]) for row in rows])
    begun = time.perf_counter()
    write(table, Progress())
    yield "inserted", time.perf_counter() - begun
    for name, statement in STATEMENTS.items():
        begun = time.perf_counter()
        run([f"{statement} WHERE slug LIKE 'bulk-%'"])
        yield name, time.perf_counter() - begun


def first_free() -> int:
    """Return a key that no person has, nor those after it."""
    from people.models import Person

    last = Person.objects.order_by("pk").values_list("pk", flat=True).last()
    return (last or 0) + 1


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])
