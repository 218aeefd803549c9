"""The version of the data, and what was made of the data and is right for as long as that is the version."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from django.db import connection

from people.index.loading import load_people_index
from people.index.log import LogPosition, changed_rows, read_position
from people.index.orders import TooManyMovedError
from people.index.patching import patch_people
from people.index.people import PeopleIndex
from people.index.triggers import SLOTS

Made = TypeVar("Made")
# Takes a list of an index as it was, the index, and what was touched since.
Patch = Callable[[Any, PeopleIndex, Any], Any]
MISSING: Any = object()

# Written out, as every request asks for it: the ORM would take longer over it than the database.
VERSION_QUERY = f"SELECT SUM(number) FROM people_dataversion WHERE slot < {SLOTS}"  # noqa: S608 - our own

# Seconds for which pages may be sent on while the site can't answer, from when their version was last the current one.
STALE_IF_ERROR = 600

# How often the log is read again, because somebody wrote meanwhile, before the tables are.
ATTEMPTS = 5


class OutdatedError(Exception):
    """Somebody wrote while something was made, which may be half old, half new."""


class CurrentIndex(NamedTuple):
    """The index at a version of the data.

    Attributes:
        version: The version.
        people: The index, the same one for as long as nothing changes that it holds.
        position: Where the log was when the index began to be read, None where it can't be followed from there.
        cache: What else was made of the data of this version, by the function that made it (see cached_per_version).
    """

    version: str
    people: PeopleIndex
    position: LogPosition | None
    cache: dict[Callable[[PeopleIndex], Any], Any]


class IndexCache:
    """Keeps the index of one version that was committed, and of one that a transaction sees that may yet be undone."""

    def __init__(self) -> None:
        """Begin with none."""
        self.committed: CurrentIndex | None = None
        self.tentative: CurrentIndex | None = None
        self._renewing = Lock()

    def get(self) -> CurrentIndex:
        """Return what is right now. Who asks first after a change makes it; others wait for that."""
        return self._find(data_version()) or self._renew()

    def _find(self, version: str) -> CurrentIndex | None:
        kept = (self.committed, self.tentative)
        return next((one for one in kept if one is not None and one.version == version), None)

    def _renew(self) -> CurrentIndex:
        with self._renewing:
            # It may have been made, or outdated again, while this waited.
            version = data_version()
            found = self._find(version)
            if found is None:
                found = self._kept_up() or load(version)
                # What is undone is followed by changes with keys that it had: it is nothing to go on from.
                if may_be_undone():
                    self.tentative = found
                else:
                    self._commit(found)
            return found

    def _commit(self, found: CurrentIndex) -> None:
        former, self.committed, self.tentative = self.committed, found, None
        if former is not None and former.people is not found.people:
            # Everything of it that is still of use has been taken over; indexes that refer to each other are kept long.
            former.people.is_superseded = True
            former.people.cache.clear()
            former.people.outdated.clear()

    def _kept_up(self) -> CurrentIndex | None:
        """Return the index that was kept where it is still right, None where it isn't, or nobody can say so."""
        kept = self.committed
        if kept is None or kept.position is None:
            return None
        for _ in range(ATTEMPTS):
            version, position = data_version(), read_position()
            changed = changed_rows(kept.position)
            if changed is None:
                return None
            people = patch_people(kept.people, changed) if changed else kept.people
            if people is None:
                return None
            # What was read while somebody else wrote may be half old, half new.
            if data_version() == version:
                return CurrentIndex(version, people, position, {})
        return None


def load(version: str) -> CurrentIndex:
    """Return the index of the data as they are now, which are those of that version or of a later one."""
    position = read_position()
    return CurrentIndex(version, load_people_index(), position, {})


_indexes = IndexCache()


def may_be_undone() -> bool:
    """Return whether this connection may see what is never committed."""
    return connection.in_atomic_block


def data_version() -> str:
    """Return the version of the data as this connection sees them: another one whenever anything was written.

    What is made of the data is never older than the version that was read before.
    """
    with connection.cursor() as cursor:
        cursor.execute(VERSION_QUERY)
        (number,) = cursor.fetchone() or (None,)
    return f"{int(number or 0):x}"


def get_index() -> PeopleIndex:
    """Return the index of the data as they are now."""
    return _indexes.get().people


def cached_per_version(make: Callable[[PeopleIndex], Made]) -> Callable[[], Made]:
    """Return a function that makes something of the data once for each version, given the index."""
    return _cached(make, lambda kept: make(kept.people), lambda kept: kept.cache)


def cached_per_index(make: Callable[[PeopleIndex], Made], patch: Patch | None = None) -> Callable[[], Made]:
    """Return a function that makes something once for each index; it reads nothing else of the data than that does.

    `patch` makes a list of a former one and of what was touched since (see people.index.touched).
    """

    def make_or_patch(kept: CurrentIndex) -> Made:
        if kept.people.is_superseded:
            raise OutdatedError
        former, touched = kept.people.outdated.get(make, (None, None))
        if patch is None or former is None:
            return make(kept.people)
        try:
            found: Made = patch(former, kept.people, touched)
        except TooManyMovedError:
            return make(kept.people)
        if data_version() != kept.version:
            raise OutdatedError
        return found

    return _cached(make, make_or_patch, lambda kept: kept.people.cache)


def _cached(
    make: Callable[[PeopleIndex], Made],
    make_now: Callable[[CurrentIndex], Made],
    cache_of: Callable[[CurrentIndex], dict[Any, Any]],
) -> Callable[[], Made]:
    making = Lock()

    @wraps(make)
    def cached() -> Made:
        for _ in range(ATTEMPTS):
            kept = _indexes.get()
            cache = cache_of(kept)
            with making, suppress(OutdatedError):
                found: Made = cache.get(make, MISSING)
                if found is MISSING:
                    found = cache[make] = make_now(kept)
                return found
        return make(get_index())

    return cached
