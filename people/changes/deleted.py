"""What was deleted, the last first, so that it can be brought back."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from people.changes.rows import row_before, stored_rows, title_of
from people.changes.tables import LoggedTable, logged_tables
from people.collation import name_key
from people.models import Change, Revision

# So many of the last deletions are looked through.
MAX_READ_DELETIONS = 5_000


class DeletedEntry(NamedTuple):
    """An entry that was deleted: what it is, what it was called, the change that did it, and whether it is back."""

    noun: str
    title: str
    change: Change
    is_back: bool

    @property
    def revision(self) -> Revision | None:
        """Return the revision in which it was deleted, whose undo brings it back; None where there was none."""
        return self.change.revision


def deleted_entries(title: str, start: int, number: int) -> tuple[list[DeletedEntry], bool]:
    """Return so many entries from the start on whose title has the words, and whether there are more.

    Rows on the form of an entry that was deleted with them are not told of: they come back with it.
    """
    tables = {name: one for name, one in logged_tables().items() if not one.model._meta.auto_created}
    found = Change.objects.deletions([*tables])[:MAX_READ_DELETIONS]
    places = {(change.revision_id, change.model, change.key) for change in found}
    wanted = [name_key(word) for word in title.split()]
    entries = (
        (one, change)
        for change in found
        if (one := tables[change.model]) and not _went_with_its_owner(one, change, places) and _has(change, wanted)
    )
    some = [pair for place, pair in enumerate(entries) if start <= place <= start + number]
    return list(_told(some[:number])), len(some) > number


def _went_with_its_owner(one: LoggedTable, change: Change, places: set[Any]) -> bool:
    return bool(one.owner) and (change.revision_id, one.owner_name, change.owner) in places


def _has(change: Change, wanted: list[str]) -> bool:
    return not wanted or all(word in name_key(title_of(row_before(change) or {})) for word in wanted)


def _told(pairs: list[tuple[LoggedTable, Change]]) -> Iterator[DeletedEntry]:
    tables = {one.name: one for one, _ in pairs}
    there = {name: stored_rows(one, [change.key for _, change in pairs]) for name, one in tables.items()}
    for one, change in pairs:
        yield DeletedEntry(one.noun, title_of(row_before(change) or {}), change, change.key in there[one.name])
