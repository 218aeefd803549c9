"""Taking back of a revision what nobody has touched since, where somebody has touched the rest."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import IntegrityError, models, transaction

from people.changes.revisions import revision
from people.changes.rows import Row, row_before, stored_rows
from people.changes.tables import LoggedTable, logged_tables
from people.changes.undoing import (
    RowConflict,
    UndoRefusedError,
    conflicts,
    fill_keys_of,
    missing_references,
    named,
    put_back,
    said,
    values_of,
)
from people.models import Change, Revision
from people.querysets.guarding import one_change
from people.vocabulary import Operation, RevisionKind


class PartialUndo(NamedTuple):
    """An undo, and sentences on what it left as it is."""

    revision: Revision
    left: list[str]


def undo_untouched(undone: Revision, editor: Any = None, reason: str = "") -> PartialUndo:
    """Put back what nobody has changed since, field by field, as a revision; return that, and what stays.

    Raises UndoRefusedError where an entry with a form of its own can't come back, on which the rest depends, and
    NeededError where readers would lose what they see; then nothing is written.
    """
    with revision(RevisionKind.UNDO, editor, reason, undoes=undone) as opened, one_change():
        return PartialUndo(opened, list(dict.fromkeys(_UntouchedRows(undone).put_back())))


class _UntouchedRows:
    """The rows of a revision, as far as they are as it left them."""

    def __init__(self, undone: Revision) -> None:
        self.undone = undone
        self.since = {(one.change.model, one.change.key): one for one in conflicts(undone)}
        self.added = {
            (change.model, change.key) for change in self._conflicting() if change.operation == Operation.INSERT
        }
        # How the change that is being put back left its row, where somebody has changed that since.
        self.left = {place: row_before(one.since) for place, one in self.since.items()}

    def put_back(self) -> Iterator[str]:
        """Put them back, the last change first; yield what stays."""
        touched: dict[str, set[int]] = {}
        for change in list(self.undone.changes.order_by("-pk")):
            told = list(self._put_back(change))
            yield from told
            if not told:
                touched.setdefault(change.model, set()).add(change.key)
        fill_keys_of(touched)

    def _conflicting(self) -> Iterator[Change]:
        return (change for change in self.undone.changes.all() if (change.model, change.key) in self.since)

    def _belongs_to_what_stays(self, change: Change) -> bool:
        one = logged_tables().get(change.model)
        return one is not None and (one.owner_name, change.owner) in self.added

    def _put_back(self, change: Change) -> Iterator[str]:
        if self._belongs_to_what_stays(change):
            return
        conflict = self.since.get((change.model, change.key))
        try:
            with transaction.atomic():
                if conflict is None:
                    put_back(change)
                else:
                    yield from self._put_back_fields(change, conflict)
                _refuse_missing(change)
        except UndoRefusedError as error:
            if _is_entry_that_comes_back(change):
                raise
            yield str(error)

    def _put_back_fields(self, change: Change, conflict: RowConflict) -> Iterator[str]:
        """Put back those fields of a row that are as the change left them."""
        one = logged_tables()[change.model]
        left, before = self.left[change.model, change.key], row_before(change)
        self.left[change.model, change.key] = before
        current = stored_rows(one, [change.key]).get(change.key)
        if change.operation != Operation.UPDATE or None in (left, before, current):
            yield f"{named(change)} stays as it is: {said(conflict.since)} since."
            return
        untouched, kept = _fields(one, before or {}, left or {}, current or {})
        try:
            models.QuerySet(one.model).filter(pk=change.key).update(**values_of(one, untouched))
        except IntegrityError as error:
            raise UndoRefusedError([f"{named(change)} can’t be put back: {error}"]) from error
        if kept:
            yield f"{named(change)} keeps its {', '.join(kept)}: {said(conflict.since)} since."


def _fields(one: LoggedTable, before: Row, left: Row, current: Row) -> tuple[Row, list[str]]:
    """Return the values to be put back, and the labels of changed fields that somebody has changed again."""
    fields = {field.column: field for field in one.model._meta.concrete_fields if field.column in one.compared}
    changed = [column for column in fields if column in before and before[column] != left.get(column)]
    untouched = {column: before[column] for column in changed if current[column] == left.get(column)}
    return untouched, [str(fields[column].verbose_name) for column in changed if column not in untouched]


def _refuse_missing(change: Change) -> None:
    for field in missing_references(logged_tables()[change.model], [change.key]):
        raise UndoRefusedError([f"{named(change)} can’t be put back: its {field.verbose_name} is gone."])


def _is_entry_that_comes_back(change: Change) -> bool:
    one = logged_tables().get(change.model)
    return one is not None and change.operation == Operation.DELETE and not one.owner
