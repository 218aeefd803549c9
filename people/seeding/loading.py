"""Brings the database in line with the seed's files, and leaves alone what editors have written."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from people.models import SeededEntry, SeededFiles
from people.seeding.drafts import drafts_in
from people.seeding.errors import SeedError
from people.seeding.files import ENTRY_KINDS, listed
from people.seeding.planning import Plan, Planner
from people.seeding.results import EntryOutcome, EntryResult, Tally
from people.seeding.takeover import taken_over
from people.seeding.writing import StoppedError, Writer

MAX_LISTED_CHOICES = 30


@dataclass
class Report:
    """What became of the entries.

    Attributes:
        tallies: A tally of each kind of which there is a file.
        results: Entry by entry, but for those that are unchanged.
    """

    tallies: list[Tally]
    results: list[EntryResult]

    @property
    def kept(self) -> list[EntryResult]:
        """The entries that stay as the site has them."""
        return [result for result in self.results if result.outcome is EntryOutcome.KEPT]


def seed(directory: Path, *, overwrite: Collection[str] = (), dry_run: bool = False) -> Report:
    """Bring the facts of the files into the database, and return what became of each entry.

    An entry that nobody has edited on the site becomes what its file says; what the file leaves out gets its default.
    One that was taken out of the files is withdrawn. One that was edited stays as it is; if the file has changed too,
    or it was deleted, renamed or withdrawn on the site, it is reported as kept.

    All entries are read and checked before anything is written, and held in memory, some 3 kB each. They are written in
    batches of less than a second. Nobody else may seed meanwhile.

    Args:
        directory: Where the files are; kinds of which there is none are left alone.
        overwrite: Entries that become what the files say whatever editors did: keys, or kinds and keys (`roles/x`).
        dry_run: Whether to report only, and write nothing.

    Raises:
        SeedError: A file or an entry can't be loaded, or an entry to be overwritten isn't there; nothing was written.
            Or the database failed; what was written until then stays, and the next seed goes on from there.
    """
    if dry_run:
        with rehearsal():
            return _seed(directory, overwrite)
    return _seed(directory, overwrite)


def is_seeded(directory: Path) -> bool:
    """Return whether the files are as they were when all of them had come in, so that there is nothing to do.

    Raises SeedError for a file that can't be read.
    """
    return SeededFiles.objects.filter(directory=_label(directory), digest=_digest(directory)).exists()


def _seed(directory: Path, overwrite: Collection[str]) -> Report:
    drafts, digest = drafts_in(directory), _digest(directory)
    files, _ = SeededFiles.objects.get_or_create(directory=_label(directory))
    planner = Planner(drafts, files.pk, overwrite)
    plan = planner.make(_known())
    _check_overwritten(directory, plan, overwrite)
    try:
        Writer(plan, files.pk).write()
    except StoppedError as error:
        raise SeedError(directory, "", f"{error}. Run it again to go on from there") from error
    report = _report(plan, drafts)
    _note_files(files, "" if report.kept else digest)
    return report


def _known() -> dict[str, dict[str, SeededEntry]]:
    """Return what the seed last wrote, by kind and key."""
    known: dict[str, dict[str, SeededEntry]] = defaultdict(dict)
    for entry in SeededEntry.objects.order_by():
        known[entry.noun][entry.key] = entry
    if known:
        return known
    project, _ = SeededFiles.objects.get_or_create(directory="")
    return taken_over(project.pk)


def _note_files(files: SeededFiles, digest: str) -> None:
    if files.digest != digest:
        files.digest = digest
        files.save()


def _report(plan: Plan, kinds: Iterable[str]) -> Report:
    outcomes = defaultdict(list)
    for step in plan.steps:
        outcomes[step.kind.name].append(step.outcome)
    told = (step for step in plan.steps if step.outcome is not EntryOutcome.UNCHANGED)
    results = [EntryResult(step.kind.name, step.key, step.outcome, step.reason) for step in told]
    return Report([Tally.of(kind.name, outcomes[kind.name]) for kind in ENTRY_KINDS if kind.name in kinds], results)


def _check_overwritten(directory: Path, plan: Plan, overwrite: Iterable[str]) -> None:
    """Raise SeedError for a name of no entry, or of several."""
    names = defaultdict(list)
    for step in plan.steps:
        whole = f"{step.kind.name}/{step.key}"
        names[step.key].append(whole)
        if step.key != whole:
            names[whole].append(whole)
    kept = [f"{step.kind.name}/{step.key}" for step in plan.steps if step.outcome is EntryOutcome.KEPT][
        :MAX_LISTED_CHOICES
    ]
    choices = f"those that stay as the site has them are {listed(kept)}" if kept else "none stays as the site has it"
    for name in overwrite:
        if not names[name]:
            raise SeedError(directory, "", f"there is no entry “{name}” to overwrite; {choices}")
        if len(names[name]) > 1:
            raise SeedError(directory, "", f"“{name}” may be {' or '.join(names[name])}; write which")


def _label(directory: Path) -> str:
    path = directory.resolve()
    return "" if path == Path(settings.FIXTURE_DIRS[0]).resolve() else str(path)


def _digest(directory: Path) -> str:
    """Return the digest of all files. Raises SeedError for one that can't be read."""
    whole = hashlib.sha256()
    for path in sorted(directory.glob("*.yaml")):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise SeedError(path, "", f"the file can't be read: {error.strerror}") from error
        whole.update(f"{path.name} {len(content)} ".encode() + content)
    return whole.hexdigest()


@contextmanager
def rehearsal() -> Iterator[None]:
    """Undo at the end what the body writes; a file of SQLite, which has one writer at a time, is copied for it."""
    with _copy(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def _copy() -> Iterator[None]:
    """Have the connection use a copy of the file, as far as the database is one."""
    database: Any = connection
    if database.vendor != "sqlite" or database.is_in_memory_db() or database.in_atomic_block:
        yield
        return
    original = database.settings_dict["NAME"]
    with TemporaryDirectory() as folder:
        database.ensure_connection()
        path = Path(folder) / "copy.sqlite3"
        copy = sqlite3.connect(path)
        database.connection.backup(copy)
        copy.close()
        database.close()
        database.settings_dict["NAME"] = path
        try:
            yield
        finally:
            database.close()
            database.settings_dict["NAME"] = original
