"""The threads that run the application: so many, and never more."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from time import monotonic

logger = logging.getLogger(__name__)

Job = Callable[[], None]


class Pool:
    """Threads that take one job after another from a queue."""

    def __init__(self, size: int) -> None:
        """Start `size` threads, which end with the process."""
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._progress = monotonic()
        for number in range(size):
            Thread(target=self._work, name=f"gateway-{number}", daemon=True).start()

    def submit(self, job: Job) -> None:
        """Have a thread do the job as soon as one is free."""
        if self._jobs.empty():
            # While nobody waited, nothing needed to move on.
            self._progress = monotonic()
        self._jobs.put(job)

    def note_progress(self) -> None:
        """Take note that a job is moving on."""
        self._progress = monotonic()

    def is_stuck(self, patience: float) -> bool:
        """Return whether somebody waits for a thread, and no job has moved on for so many seconds."""
        return not self._jobs.empty() and monotonic() - self._progress > patience

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            self.note_progress()
            try:
                job()
            except BaseException:
                # A thread that ended would be missing for good.
                logger.exception("A thread of the server caught what its job should have.")
            self.note_progress()
