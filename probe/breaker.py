"""A circuit breaker: a part that has stopped answering is asked again by one request at a time."""

import time
from threading import Lock


class Breaker:
    """Says who may ask a part of the site: everybody while it answers, and after a failure one request per pause."""

    def __init__(self, pause: float) -> None:
        """Take the seconds between two attempts while the part doesn't answer."""
        self.pause = pause
        self.is_closed = True
        self._next = 0.0
        self._lock = Lock()

    def allows(self) -> bool:
        """Return whether the caller may ask now. Who may, says afterwards whether it `worked` or `failed`."""
        if self.is_closed:
            return True
        with self._lock:
            now = time.monotonic()
            if now < self._next:
                return False
            self._next = now + self.pause
            return True

    def worked(self) -> None:
        """Let everybody ask again."""
        self.is_closed = True

    def failed(self) -> bool:
        """Let nobody ask for a while. Return whether this is news."""
        with self._lock:
            was_closed, self.is_closed = self.is_closed, False
            self._next = time.monotonic() + self.pause
        return was_closed
