"""Erasing what the log holds of an entry: what was removed for being wrong about somebody must not live on there."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import FileField

from people.changes.history import changes_of
from people.changes.tables import logged_tables
from people.models import Change, Revision


def forget(model: str, key: int, *, dry_run: bool = False) -> int:
    """Erase what the log and the admin's own hold of the entry, and return how many changes that were.

    The entry itself, if it is still there, stays as it is; revisions of it can't be undone any more. `write_out` then
    has the database's file follow.
    """
    if dry_run:
        return changes_of(model, key).count()
    _erase_for_good()
    with transaction.atomic():
        files = _files_named(model, key)
        erased = list(changes_of(model, key).values_list("pk", "revision"))
        Change.objects.filter(pk__in=[change for change, _ in erased]).delete()
        revisions = {revision for _, revision in erased if revision}
        Revision.objects.filter(pk__in=revisions, changes=None).delete()
        content_type = ContentType.objects.get_for_model(logged_tables()[model].model)
        LogEntry.objects.filter(content_type=content_type, object_id=str(key)).delete()
        for field, names in files:
            field.release(names, connection.alias)
    return len(erased)


def _files_named(model: str, key: int) -> list[tuple[Any, set[str]]]:
    """Return the fields of the entry's model that hold files, each with the names that the log has for the entry."""
    fields = [field for field in logged_tables()[model].model._meta.concrete_fields if isinstance(field, FileField)]
    rows = Change.objects.filter(model=model, key=key).exclude(before=None)
    return [(field, set(rows.values_list(f"before__{field.column}", flat=True)) - {"", None}) for field in fields]


def _erase_for_good() -> None:
    """Have SQLite overwrite with zeros what is deleted from now on by this connection."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def write_out() -> bool:
    """Have SQLite write its file anew, and empty the write-ahead log: pages that were freed before have old rows.

    Returns whether that could be done: it can't while somebody reads an old state. PostgreSQL overwrites the space in
    time; `VACUUM FULL people_change` does so at once.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, *_ = cursor.fetchone()
    return not is_busy
