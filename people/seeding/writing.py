"""Writes what a plan says, in batches: none holds the database's lock for long, and editors write in between."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from time import monotonic, sleep
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from people.changes import long_revision, reopened
from people.database import is_unavailable
from people.models import SeededEntry
from people.querysets.guarding import count_of, one_change
from people.seeding.contents import Content, digest, plain_fields, references
from people.seeding.drafts import kind_of, messages_of
from people.seeding.files import ENTRY_KINDS, EntryKind, list_fields
from people.seeding.planning import Plan, PlanStep
from people.seeding.results import EntryOutcome
from people.seeding.stored_rows import BATCH_SIZE, batches
from people.vocabulary import RevisionKind, Status

TARGET_LOCK_SECONDS = 0.3
"""For about so many seconds a batch may hold the lock."""
LOCK_PAUSE_SECONDS = 0.12
"""For so many seconds it is left to others; who waits for SQLite looks ten times a second whether it is free."""
FIRST_BATCH_SIZE, MIN_BATCH_SIZE, MAX_BATCH_SIZE = 200, 20, 4_000
"""Entries in the first batch, and in later ones, of which each is sized by the time that the last one took."""

EDITED = "it was edited while the seed was loaded"
WRITTEN_OUTCOMES = {EntryOutcome.CREATED, EntryOutcome.CHANGED, EntryOutcome.WITHDRAWN, EntryOutcome.DELETED}

Unit = list[PlanStep]
"""Entries that are written together, because readers never see the one without the other."""


class StoppedError(Exception):
    """The database has failed, after so many of so many entries were written."""

    def __init__(self, done: int, total: int, error: Exception) -> None:
        """Take both numbers and the database's error."""
        super().__init__(f"{done:,} of {total:,} entries were written before the database failed: {error}")


class Writer:
    """Writes the entries of a plan, and notes in its steps what could not be written."""

    def __init__(self, plan: Plan, files: int | None) -> None:
        """Take the plan, and the key of the files that it was made of."""
        self.site = plan.site
        self.plan = plan
        self.files = files
        self.size = FIRST_BATCH_SIZE
        self.done = 0

    def write(self) -> None:
        """Write all of it. Raises StoppedError if the database fails."""
        units = list(units_of(self.plan))
        total = sum(map(len, units))
        try:
            self._note_unwritten()
            if units:
                with long_revision(RevisionKind.SEED) as self.revision:
                    self._write_all(units)
        except DatabaseError as error:
            raise StoppedError(self.done, total, error) from error

    def _write_all(self, units: list[Unit]) -> None:
        while units:
            batch = self._batch(units)
            begun = monotonic()
            self._write(batch)
            self.done += sum(map(len, batch))
            self._resize(monotonic() - begun)
            if units and self._may_be_waited_for():
                sleep(LOCK_PAUSE_SECONDS)

    def _batch(self, units: list[Unit]) -> list[Unit]:
        """Take as many units off the end of the list as make a batch."""
        batch = [units.pop()]
        while units and len(units[-1]) + sum(map(len, batch)) <= self.size:
            batch.append(units.pop())
        return batch

    def _resize(self, seconds: float) -> None:
        grown = min(2 * self.size, int(self.size * TARGET_LOCK_SECONDS / max(seconds, 0.001)))
        self.size = min(max(grown, MIN_BATCH_SIZE), MAX_BATCH_SIZE)

    def _may_be_waited_for(self) -> bool:
        """Return whether an editor may be waiting for the lock: of a site that has any."""
        return connection.vendor == "sqlite" and not connection.in_atomic_block and get_user_model().objects.exists()

    def _write(self, units: Sequence[Unit]) -> None:
        """Write units in one transaction, or if one of them is refused, one by one."""
        try:
            with reopened(self.revision), one_change():
                self._write_steps([step for unit in units for step in unit])
        except (ValidationError, DatabaseError) as error:
            if is_unavailable(error):
                raise
            if len(units) > 1:
                middle = len(units) // 2
                self._write(units[:middle])
                self._write(units[middle:])
            else:
                self._keep(units[0], error)

    def _keep(self, steps: Iterable[PlanStep], error: Exception) -> None:
        told = messages_of(error) if isinstance(error, ValidationError) else str(error).strip().partition("\n")[0]
        for step in steps:
            if step.outcome is EntryOutcome.CREATED:
                self.site.rows[step.kind.name].pop(step.key, None)
            step.outcome, step.reason = EntryOutcome.KEPT, told.removesuffix(".")

    def _write_steps(self, steps: Iterable[PlanStep]) -> None:
        by_kind = {kind: [step for step in steps if step.kind is kind] for kind in ENTRY_KINDS}
        for kind, some in by_kind.items():
            rows = self._rows(kind, some)
            for outcome, run in groupby(some, key=lambda step: step.outcome):
                if outcome is EntryOutcome.CREATED:
                    self._create(kind, list(run))
                elif outcome is EntryOutcome.CHANGED:
                    for step in run:
                        self._change(step, rows[step.row][0])
        for kind in reversed(ENTRY_KINDS):
            self._take_away(kind, by_kind[kind])
        self._note(steps)

    def _rows(self, kind: EntryKind, steps: Sequence[PlanStep]) -> dict[int, tuple[models.Model, Content]]:
        """Return the rows to be written, and what each says; one that was edited meanwhile is kept."""
        there = {step.row: step for step in steps if step.outcome in WRITTEN_OUTCOMES - {EntryOutcome.CREATED}}
        rows = {row.pk: (row, said) for row, said in self.site.read(kind, there, lock=True)}
        for key, step in there.items():
            if key not in rows or digest(rows[key][1]) != step.site:
                step.outcome, step.reason = EntryOutcome.KEPT, EDITED
        return rows

    def _create(self, kind: EntryKind, steps: Sequence[PlanStep]) -> None:
        """Write new rows and their lists. Raises ValidationError or DatabaseError for one that can't be there."""
        ready = [step for step in steps if self._refer(step, step.draft.row)]
        rows = [step.draft.row for step in ready]
        for row in rows:
            row.pk = None
        prefetch_related_objects(rows, *kind.clean_reads)
        for row in rows:
            row.clean()
        kind.model._default_manager.bulk_create(rows)
        for step, row in zip(ready, rows, strict=True):
            step.row = row.pk
            self.site.set_row(kind, step.key, row.pk)
        for field in list_fields(kind.model):
            links: Any = field.remote_field.through
            here, there = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
            pairs = ((step.row, other) for step in ready for other in self._listed(step, field))
            links._default_manager.bulk_create(links(**{here: row, there: other}) for row, other in pairs)

    def _change(self, step: PlanStep, row: models.Model) -> None:
        """Write a row and its lists. Raises ValidationError or DatabaseError for one that can't be there."""
        if not self._refer(step, row):
            return
        for field in plain_fields(step.kind.model):
            setattr(row, field.attname, field.value_from_object(step.draft.row))
        vars(row).pop("_prefetched_objects_cache", None)
        row.clean()
        row.save()
        for field in list_fields(step.kind.model):
            getattr(row, field.name).set(self._listed(step, field))

    def _refer(self, step: PlanStep, row: models.Model) -> bool:
        """Have a row refer to what the entry names; if some of it is not there after all, the entry is kept."""
        for field in references(step.kind.model):
            key = step.draft.named[field.name]
            setattr(row, field.attname, key and self.site.row_of(kind_of(field.related_model), key))
        for field, key in step.draft.names():
            if self.site.row_of(kind_of(field.related_model), key) is None:
                name = field.related_model._meta.verbose_name
                step.outcome = EntryOutcome.KEPT
                step.reason = f"{field.name}: the {name} {key} is not on the site"
                return False
        return True

    def _listed(self, step: PlanStep, field: models.ManyToManyField) -> list[int | None]:
        """Return the primary keys of what a list of an entry names."""
        kind = kind_of(field.related_model)
        return [self.site.row_of(kind, key) for key in step.draft.named[field.name]]

    def _take_away(self, kind: EntryKind, steps: Iterable[PlanStep]) -> None:
        """Withdraw or delete rows. Raises DatabaseError for one that something needs."""
        rows = kind.model._default_manager
        for step in steps:
            if step.outcome is EntryOutcome.WITHDRAWN:
                published = rows.filter(pk=step.row, status=Status.PUBLISHED)
                published.update(status=Status.DRAFT, updated_at=timezone.now())
            elif step.outcome is EntryOutcome.DELETED:
                _refuse_if_needed(step)
                rows.filter(pk=step.row).delete()

    def _note(self, steps: Iterable[PlanStep]) -> None:
        """Note what the seed has made of entries, in place of what was known of them."""
        noted = [step for step in steps if step.outcome is not EntryOutcome.KEPT]
        former = [step.known.pk for step in noted if step.known]
        SeededEntry.objects.filter(pk__in=former).delete()
        SeededEntry.objects.bulk_create(self._entry(step) for step in noted if step.outcome is not EntryOutcome.DELETED)

    def _entry(self, step: PlanStep) -> SeededEntry:
        files = self.files if step.draft else None
        return SeededEntry(noun=step.kind.name, key=step.key, digest=step.noted, row=step.row, files_id=files)

    def _note_unwritten(self) -> None:
        """Note what is known now of entries that need not be written, and forget those that are gone everywhere."""
        new = [entry for known in self.site.known.values() for entry in known.values() if entry.pk is None]
        SeededEntry.objects.bulk_create(new, batch_size=BATCH_SIZE)
        for some in batches(entry.pk for entry in self.plan.forgotten):
            SeededEntry.objects.filter(pk__in=some).delete()
        for steps in batches(step for step in self.plan.steps if self._is_news(step)):
            with transaction.atomic():
                self._note(steps)

    def _is_news(self, step: PlanStep) -> bool:
        """Return whether an entry that stays as it is wasn't known to be so."""
        known = step.known and (step.known.digest, step.known.row, step.known.files_id)
        return step.outcome is EntryOutcome.UNCHANGED and known != (step.noted, step.row, self.files)


def _refuse_if_needed(step: PlanStep) -> None:
    """Raise DatabaseError if anything refers to the entry's row, drafts too."""
    for relation in step.kind.model._meta.related_objects:
        field = relation.field
        number = field.model._default_manager.filter(**{field.name: step.row}).count()
        if number:
            raise IntegrityError(f"it was taken out of the files, but is needed by {count_of(field.model, number)}")


def units_of(plan: Plan) -> list[Unit]:
    """Return what is to be written together, the last first: what is withdrawn goes last, before what it needs."""
    units: dict[tuple[str, str], Unit] = {}
    for step in plan.steps:
        if step.outcome in WRITTEN_OUTCOMES:
            root = _root(step.kind)
            units.setdefault((root.name, step.whole or step.key), []).append(step)
    places = {kind.name: place for place, kind in enumerate(ENTRY_KINDS)}
    later = [unit for unit in units.values() if withdraws(plan, unit[0])]
    sooner = [unit for unit in units.values() if not withdraws(plan, unit[0])]
    later.sort(key=lambda unit: -places[_root(unit[0].kind).name])
    sooner.sort(key=lambda unit: places[_root(unit[0].kind).name])
    return [*reversed(later), *reversed(sooner)]


def withdraws(plan: Plan, step: PlanStep) -> bool:
    """Return whether readers will not see the entry any more."""
    if not step.draft:
        return True
    found = plan.site.found[step.kind.name].get(step.row)
    was_shown = found is not None and found.status == Status.PUBLISHED
    return was_shown and step.draft.said.get("status") != Status.PUBLISHED


def _root(kind: EntryKind) -> EntryKind:
    if not kind.part_of:
        return kind
    field: Any = kind.model._meta.get_field(kind.part_of)
    return kind_of(field.related_model)
