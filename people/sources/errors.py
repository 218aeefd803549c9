"""What can be wrong with a text that should be a source."""

from collections.abc import Iterable, Sequence
from pathlib import Path


class LayoutError(ValueError):
    """The text can't be read in its layout; the message names the lines on which that rests."""


class WrongEncodingError(LayoutError):
    """The file is not in an encoding that can be told for certain."""

    def __init__(self, path: Path, content: bytes, offset: int) -> None:
        """Say which byte can't be read, and what to do."""
        line = content.count(b"\n", 0, offset) + 1
        super().__init__(
            f"This is no text in UTF-8: line {line} of {path.name} has the byte {content[offset]:#04x}. "
            "Save the file as UTF-8."
        )


class NotThisLayoutError(LayoutError):
    """The text lacks something that every text in that layout has."""

    def __init__(self, layout: str, sought: str, found: str = "none") -> None:
        """Say what was looked for, and what was there instead.

        Args:
            layout: What the text should be, for example `article with a photo gallery`.
            sought: What it should have, for example `a headline`.
            found: What it has.
        """
        super().__init__(f"This is no {layout}: looked for {sought}, found {found}.")


class PhotoCountError(LayoutError):
    """The gallery announces another number of photos than it has slides."""

    def __init__(self, expected: int, line: int, found: Sequence[tuple[int, str]]) -> None:
        """Keep the announced number and the slides, and list what was taken for a slide.

        Args:
            expected: The number of photos that the gallery announces.
            line: The number of the line that announces it.
            found: For each slide that was found, the number of its first line, and its heading or its first words.
        """
        self.expected = expected
        self.found = tuple(found)
        slides = "".join(f"\n  {place}. line {number}: {text}" for place, (number, text) in enumerate(self.found, 1))
        super().__init__(
            f"The gallery announces {expected} photos, but {len(self.found)} were found below line {line}:{slides}"
        )


class AmbiguousSlidesError(LayoutError):
    """There is more than one way to divide the lines of a gallery among its figures."""

    def __init__(self, expected: int, doubtful: Iterable[tuple[int, str]], found: Iterable[tuple[int, str]]) -> None:
        """List the lines that may each begin a slide or go on with the one above, and what was taken for a slide."""
        super().__init__(
            f"The gallery has {expected} photos, and its lines can be divided among them in several ways. "
            f"Each of these may begin a slide, or go on with the one above:{listed(doubtful)}\n"
            f"Begin each slide with a line such as “1 of {expected}”. What was taken for a slide:{listed(found)}"
        )


def listed(lines: Iterable[tuple[int, str]]) -> str:
    """Return the lines, given by number and text, one below the other."""
    return "".join(f"\n  line {number}: {text}" for number, text in lines)
