"""Sites that were seeded before digests were kept: what was shipped until then tells what nobody has touched since."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from people.models import SeededEntry
from people.seeding.contents import digest
from people.seeding.files import NOUNS
from people.seeding.site import Site

SHIPPED = Path(__file__).with_name("shipped.json")
"""For each noun and key the digest of the entry in each version that was shipped, or null where it was in none."""

NO_ROW = 0
Versions = list[str | None]


@cache
def shipped() -> dict[str, dict[str, Versions]]:
    """Return the digests of what was shipped, by noun and key."""
    read: dict[str, dict[str, Versions]] = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return read


def taken_over(files: Any) -> dict[str, dict[str, SeededEntry]]:
    """Return what the seed seems to have written, by noun and key, for a site where it kept no digests.

    An entry that is as any version had it was left so. Otherwise it was last seeded as the newest version had it of
    which there is something on the site; where there is nothing of any, it was never seeded from the project's files.

    Args:
        files: The key of the project's files.
    """
    site, stored = Site(), dict[tuple[str, str], str]()
    for noun in NOUNS:
        keys = shipped().get(noun.name, {})
        site.look_up(noun, keys)
        for key, row in site.others[noun.name].items():
            if row not in site.keys[noun.name]:
                site.set_row(noun, key, row)
        for row, said in site.read(noun, site.keys[noun.name]):
            stored[noun.name, site.name(noun, row.pk)] = digest(said)
    newest = max(_versions(stored), default=None)
    if newest is None:
        return {}
    known: dict[str, dict[str, SeededEntry]] = {noun: {} for noun in shipped()}
    for name, key, versions in _shipped():
        there = stored.get((name, key))
        base = versions[newest] or (there and next(filter(None, reversed(versions))))
        if base:
            kept = there if there and there in versions else base
            row = site.rows[name].get(key, NO_ROW)
            known[name][key] = SeededEntry(noun=name, key=key, digest=kept, row=row, files_id=files)
    return known


def _shipped() -> Iterator[tuple[str, str, Versions]]:
    return ((noun, key, versions) for noun, entries in shipped().items() for key, versions in entries.items())


def _versions(stored: dict[tuple[str, str], str]) -> Iterator[int]:
    """Yield for each entry that is as shipped the first version that had it so."""
    for noun, key, versions in _shipped():
        there = stored.get((noun, key))
        if there and there in versions:
            yield versions.index(there)
