"""Opening revisions: who writes says who, why and in what kind of step, and the log's triggers note it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction

from people.changes.triggers import SETTING
from people.models import Revision
from people.models.revision import MAX_REASON_LENGTH
from people.vocabulary import RevisionKind

_open: ContextVar[Revision | None] = ContextVar("open_revision", default=None)


@contextmanager
def revision(
    kind: RevisionKind, editor: Any = None, reason: str = "", undoes: Revision | None = None
) -> Iterator[Revision]:
    """Log what the block writes as one revision; the block is a transaction.

    Within a revision that is open already, that one goes on. One that changes nothing leaves no row.

    Args:
        kind: The kind of step.
        editor: The user who takes it; None for a command.
        reason: Why, in a line of at most 200 characters.
        undoes: The revision that an undo takes back.
    """
    current = _open.get()
    if current is not None:
        yield current
        return
    with transaction.atomic(), long_revision(kind, editor, reason, undoes) as opened, _logged_as(opened):
        yield opened


@contextmanager
def long_revision(
    kind: RevisionKind, editor: Any = None, reason: str = "", undoes: Revision | None = None
) -> Iterator[Revision]:
    """Make a revision for what is written in several transactions, in each of which it is to be reopened."""
    opened = Revision.objects.create(kind=kind, editor=editor, reason=reason[:MAX_REASON_LENGTH], undoes=undoes)
    yield opened
    Revision.objects.filter(pk=opened.pk).delete_empty()


@contextmanager
def reopened(opened: Revision) -> Iterator[None]:
    """Log what the block writes, in a transaction of its own, as more of that revision; within another, as of that."""
    if _open.get() is not None:
        yield
        return
    with transaction.atomic(), _logged_as(opened):
        yield


@contextmanager
def _logged_as(opened: Revision) -> Iterator[None]:
    token = _open.set(opened)
    try:
        _note(opened.pk)
        yield
        _note(None)
    finally:
        _open.reset(token)


def _note(key: int | None) -> None:
    """Tell the database which revision is open in this transaction."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, str(key or "")])
        elif key is None:
            cursor.execute("DELETE FROM people_openrevision")
        else:
            cursor.execute("INSERT OR REPLACE INTO people_openrevision (slot, revision) VALUES (1, %s)", [key])
