"""The version of the data, and what was made of the data and is right for as long as that is the version."""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TypeVar

from django.db import connection

from people.index.loading import load_people_index
from people.index.people import PeopleIndex

Made = TypeVar("Made")

# Written out, as every request asks for it: the ORM would take longer over it than the database.
VERSION_QUERY = "SELECT SUM(number) FROM people_dataversion"

# Seconds for which pages may be sent on while the site can't answer, from when their version was last the current one.
STALE_IF_ERROR = 600

_loading = Lock()
# The index of one version.
_current: dict[str, PeopleIndex] = {}


def data_version() -> str:
    """Return the version of the data as this connection sees them: another one whenever anything was written.

    What is made of the data is never older than the version that was read before.
    """
    with connection.cursor() as cursor:
        cursor.execute(VERSION_QUERY)
        (number,) = cursor.fetchone() or (None,)
    return f"{int(number or 0):x}"


def get_index() -> PeopleIndex:
    """Return the index of the data as they are now. Who asks first after a change loads it; others wait for that."""
    index = _current.get(data_version())
    return _load() if index is None else index


def _load() -> PeopleIndex:
    with _loading:
        # It may have been loaded, or outdated again, while this waited.
        version = data_version()
        index = _current.get(version)
        if index is None:
            index = load_people_index(version)
            _current.clear()
            _current[version] = index
        return index


def cached_per_version(make: Callable[[PeopleIndex], Made]) -> Callable[[], Made]:
    """Return a function that makes something of the index once for each version, and keeps it with the index."""
    making = Lock()

    @wraps(make)
    def cached() -> Made:
        index = get_index()
        with making:
            if make not in index.cache:
                index.cache[make] = make(index)
            found: Made = index.cache[make]
        return found

    return cached
