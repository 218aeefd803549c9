"""The version of the data as a process knows it: asked of the database, or remembered while that doesn't answer."""

import logging
import time
from typing import NamedTuple

from django.db import Error, connection

from people.index import STALE_IF_ERROR, data_version
from probe.limits import leave_replaced_file

logger = logging.getLogger(__name__)

# In seconds. To look at the file takes as long as half of all else that sending a kept page does.
LOOKING = 1.0
# The first attempt may only find that the connection is a dead one.
ATTEMPTS = 2


class Version(NamedTuple):
    """A version of the data, and how many seconds ago it was known to be the current one: 0 for now."""

    number: str
    age: float


class Versions:
    """Reads the version, and remembers the last one."""

    def __init__(self) -> None:
        """Begin knowing none."""
        self._last: tuple[str, float] | None = None
        self._is_failing = False

    def read(self) -> Version | None:
        """Return the version; None where the database doesn't answer, and hasn't for so long that none is known."""
        leave_replaced_file(LOOKING)
        for _ in range(ATTEMPTS):
            try:
                number = data_version()
            except Error as error:
                connection.close()
                self._note(error)
            else:
                self._last, self._is_failing = (number, time.monotonic()), False
                return Version(number, 0)
        if self._last is None:
            return None
        number, read_at = self._last
        age = time.monotonic() - read_at
        return Version(number, age) if age <= STALE_IF_ERROR else None

    def _note(self, error: Error) -> None:
        if not self._is_failing:
            self._is_failing = True
            logger.warning("The database doesn't answer, so kept pages are sent as they are: %s", error)
