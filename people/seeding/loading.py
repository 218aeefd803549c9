"""Brings the database in line with the seed's files."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from django.db import transaction

from people.querysets.guarding import NeededError, one_change
from people.seeding.errors import SeedError
from people.seeding.files import NOUNS, FileEntry, Noun, entries
from people.seeding.keys import batches
from people.seeding.outcomes import Outcome, Tally
from people.seeding.singly import load_singly
from people.seeding.together import REFUSALS, load_together


def seed(directory: Path, report: Callable[[Tally], None]) -> None:
    """Create what the files of a directory hold and the database lacks, and change what differs: all or nothing.

    An entry is as its file says; what the file leaves out gets its default, but lists that it leaves out stay.
    Entries of which no file speaks are left alone.

    Reading costs some queries per thousand entries, and so does writing new ones; one that differs costs some ten
    of its own, and so does each of the thousand among which one is wrong. All entries are held in memory, some 2 KB
    each, so that a broken file is found before anything is written.

    Args:
        directory: Where the files are, one for each of NOUNS.
        report: Called with the tally of each noun once it is done.

    Raises:
        SeedError: A file or an entry can't be loaded. The database is as it was.
    """
    read = [(noun, entries(noun, directory)) for noun in NOUNS]
    try:
        with one_change():
            for noun, written in read:
                outcomes = Counter(outcome for batch in batches(written) for outcome in _load(noun, batch))
                report(Tally.of(noun.name, outcomes))
    except NeededError as error:
        raise SeedError(directory, "", str(error).removesuffix(".")) from error


def _load(noun: Noun, batch: Sequence[FileEntry]) -> list[Outcome]:
    """Load entries together; if one of them seems to be wrong, one by one, which tells for certain."""
    try:
        with transaction.atomic():
            return load_together(noun, batch)
    except REFUSALS:
        return load_singly(batch)
