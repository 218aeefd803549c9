"""The log of changes, and what follows from it: what was changed by whom, when and why, and taking it back."""

from people.changes.revisions import long_revision, reopened, revision
from people.changes.triggers import after_migrate, before_migrate, log_triggers
from people.changes.undoing import UndoRefusedError, undo

__all__ = [
    "UndoRefusedError",
    "after_migrate",
    "before_migrate",
    "log_triggers",
    "long_revision",
    "reopened",
    "revision",
    "undo",
]
