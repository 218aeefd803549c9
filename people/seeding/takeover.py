"""Sites that were seeded before digests were kept: what was shipped until then tells what nobody has touched since."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from people.models import SeededEntry
from people.seeding.contents import digest
from people.seeding.files import ENTRY_KINDS
from people.seeding.stored_rows import StoredRows

SHIPPED = Path(__file__).with_name("shipped.json")
"""For each kind and key the digest of the entry in each version that was shipped, or null where it was in none."""

NO_ROW = 0
Versions = list[str | None]


@cache
def shipped() -> dict[str, dict[str, Versions]]:
    """Return the digests of what was shipped, by kind and key."""
    read: dict[str, dict[str, Versions]] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return read


def taken_over(files: int | None) -> dict[str, dict[str, SeededEntry]]:
    """Return what the seed seems to have written, by kind and key, for a site where it kept no digests.

    An entry that is as any version had it was left so. Otherwise it was last seeded as the newest version had it of
    which there is something on the site; where there is nothing of any, it was never seeded from the project's files.

    Args:
        files: The key of the project's files.
    """
    site, stored = StoredRows(), dict[tuple[str, str], str]()
    for kind in ENTRY_KINDS:
        keys = shipped().get(kind.name, {})
        site.look_up(kind, keys)
        for key, row in site.others[kind.name].items():
            if row not in site.keys[kind.name]:
                site.set_row(kind, key, row)
        for entry, said in site.read(kind, site.keys[kind.name]):
            stored[kind.name, site.name(kind, entry.pk)] = digest(said)
    newest = max(_versions(stored), default=None)
    if newest is None:
        return {}
    known: dict[str, dict[str, SeededEntry]] = {kind: {} for kind in shipped()}
    for name, key, versions in _shipped():
        there = stored.get((name, key))
        base = versions[newest] or (there and next(filter(None, reversed(versions))))
        if base:
            kept = there if there and there in versions else base
            row = site.rows[name].get(key, NO_ROW)
            known[name][key] = SeededEntry(noun=name, key=key, digest=kept, row=row, files_id=files)
    return known


def _shipped() -> Iterator[tuple[str, str, Versions]]:
    return ((kind, key, versions) for kind, entries in shipped().items() for key, versions in entries.items())


def _versions(stored: dict[tuple[str, str], str]) -> Iterator[int]:
    """Yield for each entry that is as shipped the first version that had it so."""
    for kind, key, versions in _shipped():
        there = stored.get((kind, key))
        if there and there in versions:
            yield versions.index(there)
