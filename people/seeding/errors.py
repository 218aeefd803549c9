"""What can be wrong with the seed."""

import os
from pathlib import Path


class SeedError(Exception):
    """A file of the seed, or an entry in it, can't be loaded."""

    def __init__(self, path: Path, place: str, message: str) -> None:
        """Say where, and what is wrong: `fixtures/roles.yaml, entry 12 (…): …`.

        Args:
            path: The file; shown relative to the current directory where it lies below it.
            place: Where in the file; may be empty.
            message: What is wrong, without a full stop.
        """
        below = path.is_relative_to(Path.cwd())
        shown = os.path.relpath(path) if below else str(path)
        super().__init__(f"{', '.join(filter(None, [shown, place]))}: {message}.")
