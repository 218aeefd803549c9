"""Fills an empty database with made-up people: `DATABASE_URL=… python -m benchmarks.generate SIZE SEED`.

Prints as JSON what the pages must then show, found in the rows by plain SQL.
"""

import json
import sys
import time

import django
from django.core.management import call_command


def main(size: int, seed: int) -> None:
    """Migrate, fill, and print the facts."""
    django.setup()
    from benchmarks.facts import facts
    from benchmarks.generator.world import tables
    from benchmarks.generator.writing import haste, load
    from benchmarks.progress import Progress

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    begun = time.monotonic()
    with haste():
        rows = load(tables(size, seed), Progress())
    seconds = time.monotonic() - begun
    sys.stdout.write(json.dumps(facts() | {"rows": rows, "seconds": round(seconds, 1)}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
