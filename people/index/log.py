"""Following the log of changes: what has changed in the tables since somebody last looked.

PostgreSQL commits transactions out of the order in which they write. So a position there is no key of the log but a
transaction, the oldest that was still running: what all before it wrote had been seen, and of the others what is
known by its key. That holds on a replica too.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from django.db import connection

from people.changes.rows import stored_rows
from people.changes.tables import logged_tables
from people.index.triggers import SLOTS
from people.index.watched import WATCHED, seen
from people.models import Change

# Of more changes than this, the tables are read anew.
MAX_CHANGES = 5_000

EPOCH_QUERY = f"SELECT SUM(number) FROM people_dataversion WHERE slot >= {SLOTS}"  # noqa: S608 - our own
OLDEST_QUERY = "SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)"

Row = Mapping[str, Any]


class LogPosition(NamedTuple):
    """Where in the log somebody is.

    Attributes:
        epoch: In which the log is whole (see people.index.triggers).
        last: Key and time of the last change that was there. Where it is not there any more, this is another log, of a
            database that was put back from a copy.
        oldest: The oldest transaction that was running; 0 on SQLite.
        known: The changes that this and later ones had written.
    """

    epoch: int
    last: tuple[int, dt.datetime]
    oldest: int
    known: frozenset[int]


class RowStates(NamedTuple):
    """A row of a table that has changed, as it was and is; None where it was or is not there."""

    table: str
    key: int
    states: tuple[Row | None, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """Yield the states in which it was there."""
        return filter(None, self.states)

    @property
    def is_seen(self) -> bool:
        """Return whether the index sees that it has changed, be it for a while."""
        # A passage that comes or goes is nothing by itself: who cites it is told by links.
        states = self.rows if self.table == "passage" else self.states
        return any(one != other for one, other in pairwise(seen(self.table, state) for state in states))


def read_position() -> LogPosition | None:
    """Return where the log is now, None where it can't be followed."""
    oldest = _number(OLDEST_QUERY) if connection.vendor == "postgresql" else 0
    running = Change.objects.since_transaction(oldest or 0).values_list("pk", flat=True) if oldest else ()
    known = frozenset(running[: MAX_CHANGES + 1])
    last, epoch = Change.objects.last_one(), _number(EPOCH_QUERY)
    if last is None or epoch is None or oldest is None or len(known) > MAX_CHANGES:
        return None
    return LogPosition(epoch, last, oldest, known)


def _number(query: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(query)
        (number,) = cursor.fetchone() or (None,)
    return None if number is None else int(number)


def changed_rows(since: LogPosition) -> list[RowStates] | None:
    """Return the rows of which the index sees that they have changed; None where the log doesn't tell, or too many."""
    log = Change.objects
    changes = log.since_transaction(since.oldest) if since.oldest else log.after(since.last[0])
    steps = changes.as_steps()[: MAX_CHANGES + len(since.known) + 1]
    new = sorted((step for step in steps if step[0] not in since.known), key=itemgetter(0))
    # Looked at last: what was there may have been erased before it was read.
    is_whole = _number(EPOCH_QUERY) == since.epoch and log.has(*since.last)
    if not is_whole or len(new) > MAX_CHANGES:
        return None
    return [one for one in _states(step for step in new if step[1] in WATCHED) if one.is_seen]


def _states(steps: Iterable[tuple[int, str, int, Row | None]]) -> Iterator[RowStates]:
    """Yield the rows that the changes, in order, have led from state to state."""
    before = defaultdict[str, defaultdict[int, list[Row | None]]](lambda: defaultdict(list))
    for _, table, key, row in steps:
        before[table][key].append(row)
    tables = logged_tables()
    for table, states in before.items():
        now = stored_rows(tables[table], list(states))
        for key, former in states.items():
            yield RowStates(table, key, tuple(chain(former, [now.get(key)])))
