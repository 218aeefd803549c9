"""The threads that run the application: so many, and never more."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic

logger = logging.getLogger(__name__)


class BusyError(Exception):
    """As many long answers are being made as there may be at once."""


class Turn:
    """A job's time in a thread."""

    def __init__(self, pool: "Pool") -> None:
        """Begin as a short one."""
        self._pool = pool
        self.is_long = False

    def note_progress(self) -> None:
        """Take note that the job is moving on."""
        self._pool.progress = monotonic()

    def lengthen(self) -> None:
        """Let another job have the turn of this one, which takes long. Raises BusyError where too many do."""
        with self._pool.lock:
            if not self._pool.long_left:
                raise BusyError
            self._pool.long_left -= 1
        self.is_long = True
        self._pool.places.put(None)

    def end(self) -> None:
        """Let another job have the turn, or take long."""
        if not self.is_long:
            self._pool.places.put(None)
            return
        with self._pool.lock:
            self._pool.long_left += 1


Job = Callable[[Turn], None]


class Pool:
    """Threads that take one job after another from a queue. Those that take long never take all of the threads."""

    def __init__(self, short: int, long: int) -> None:
        """Start the threads, which end with the process.

        Args:
            short: How many jobs run at once.
            long: How many more may, of those that have turned out to take long.
        """
        self.progress = monotonic()
        self.lock = Lock()
        self.long_left = long
        self.places: SimpleQueue[None] = SimpleQueue()
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        for _ in range(short):
            self.places.put(None)
        for number in range(short + long):
            Thread(target=self._work, name=f"gateway-{number}", daemon=True).start()

    def submit(self, job: Job) -> None:
        """Have a thread do the job as soon as there is a place for it."""
        if self._jobs.empty():
            # While nobody waited, nothing needed to move on.
            self.progress = monotonic()
        self._jobs.put(job)

    def is_stuck(self, patience: float) -> bool:
        """Return whether somebody waits for a thread, and no job has moved on for so many seconds."""
        return not self._jobs.empty() and monotonic() - self.progress > patience

    def _work(self) -> None:
        while True:
            self.places.get()
            job = self._jobs.get()
            turn = Turn(self)
            turn.note_progress()
            try:
                job(turn)
            except BaseException:
                # A thread that ended would be missing for good.
                logger.exception("A thread of the server caught what its job should have.")
            turn.note_progress()
            turn.end()
