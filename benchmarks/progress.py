"""A bar that moves while something long goes on, on standard error, and only where somebody looks."""

import sys
import time

WIDTH = 30
PAUSE = 0.2


class Progress:
    """What goes on now, and how much of it is done."""

    def __init__(self) -> None:
        """Begin with nothing to show."""
        self.name, self.total, self.done, self.shown = "", 1, 0, 0.0
        self.begun = time.monotonic()

    def begin(self, name: str, total: int) -> None:
        """Show another thing, of which there is `total` to do."""
        self.name, self.total, self.done = name, max(total, 1), 0
        self.show()

    def add(self, number: int) -> None:
        """Note that so much more is done."""
        self.done += number
        if time.monotonic() - self.shown > PAUSE:
            self.show()

    def say(self, name: str) -> None:
        """Show something of which nobody knows how long it takes."""
        self.begin(name, 0)

    def show(self) -> None:
        """Draw the bar."""
        self.shown = time.monotonic()
        share = min(1.0, self.done / self.total)
        bar = ("█" * round(share * WIDTH)).ljust(WIDTH, "·")
        self.write(f"{bar} {self.name} {self.done:,} · {self.shown - self.begun:.0f} s")

    def end(self) -> None:
        """Take the bar away."""
        self.write("")

    def write(self, text: str) -> None:
        """Replace the line."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
