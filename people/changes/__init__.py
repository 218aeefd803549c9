"""The log of changes, and what follows from it: what was changed by whom, when and why, and taking it back."""

from people.changes.deleted import DeletedEntry, deleted_entries
from people.changes.forgetting import forget, write_out
from people.changes.history import HistoryEntry, history, steps_of
from people.changes.partial import PartialUndo, undo_untouched
from people.changes.revisions import long_revision, reopened, revision
from people.changes.triggers import after_migrate, before_migrate, log_triggers
from people.changes.undoing import PERMISSION_TO_DO, UndoRefusedError, undo, unpermitted

__all__ = [
    "PERMISSION_TO_DO",
    "DeletedEntry",
    "HistoryEntry",
    "PartialUndo",
    "UndoRefusedError",
    "after_migrate",
    "before_migrate",
    "deleted_entries",
    "forget",
    "history",
    "log_triggers",
    "long_revision",
    "reopened",
    "revision",
    "steps_of",
    "undo",
    "undo_untouched",
    "unpermitted",
    "write_out",
]
