"""Times the project's own import against the database's own means.

`DATABASE_URL=… python -m benchmarks.importing SIZE SEED` takes an empty database, and prints a line of JSON.
"""

import json
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import django
import yaml
from django.core import serializers
from django.core.management import call_command


def main(size: int, seed_number: int) -> None:
    """Write the rows raw, turn them into the files that `seed` reads, empty the database, and seed it."""
    django.setup()
    from benchmarks.generator.world import tables
    from benchmarks.generator.writing import haste

    call_command("migrate", interactive=False, verbosity=0)
    ready = [replace(table, rows=iter(list(table.rows))) for table in tables(size, seed_number)]
    with tempfile.TemporaryDirectory() as folder:
        with haste():
            rows, raw = write_raw(ready)
        dump(Path(folder))
        call_command("flush", interactive=False, verbosity=0)
        own = read_own(Path(folder))
    print(json.dumps({"people": size, "rows": rows, "raw": rows / raw, "own": rows / own}))


def write_raw(ready: list[Any]) -> tuple[int, float]:
    """Return how many rows were written, and in how many seconds; no trigger of the search index is in the way."""
    from django.db import connection, transaction

    from benchmarks.generator.writing import write
    from benchmarks.progress import Progress
    from people.search.maintenance import search_triggers_of

    triggers = search_triggers_of(connection)
    triggers.uninstall()
    begun = time.monotonic()
    with transaction.atomic():
        rows = sum(write(table, Progress()) for table in ready)
    seconds = time.monotonic() - begun
    triggers.rebuild()
    return rows, seconds


def dump(folder: Path) -> None:
    """Write what the database holds as the files of a seed."""
    from people.seeding.files import ENTRY_KINDS

    for kind in ENTRY_KINDS:
        entries = [entry(kind.model, row) for row in kind.model._base_manager.order_by("pk")]
        with kind.path(folder).open("w", encoding="utf-8") as file:
            yaml.dump(entries, file, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True)


def entry(model: Any, row: Any) -> dict[str, Any]:
    """Return a row as an entry of a seed's file: what an editor can give, others named by their natural keys."""
    from people.seeding.files import list_fields
    from people.vocabulary import Status

    names = {field.name for field in model._meta.concrete_fields if field.editable and not field.primary_key}
    names |= {field.name for field in list_fields(model)}
    options = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    (whole,) = serializers.serialize("python", [row], **options)
    fields = {name: plain(value) for name, value in whole["fields"].items() if name in names}
    if not fields.get("passages", True):
        fields["status"] = Status.DRAFT.value  # the import refuses what is published without a source
    return {"model": whole["model"], "fields": fields}


def plain(value: Any) -> Any:
    """Return a value as YAML takes it: natural keys are lists."""
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def read_own(folder: Path) -> float:
    """Return in how many seconds the project's import loads the files."""
    from people.seeding import seed

    begun = time.monotonic()
    seed(folder)
    return time.monotonic() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
