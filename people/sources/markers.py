"""Lines that say where a slide begins: `1 of 3`, `1/27`, `Slide 1`, or a heading with its number, `1. Ann Oak`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from people.sources.errors import LayoutError, PhotoCountError, listed
from people.sources.lines import Line
from people.sources.shapes import Shape, shape_of
from people.text import plain

# At the beginning, what tells a number from one of the text: a word before it, the number of all, or a mark after it.
MARKER = re.compile(
    r"\(?(?:(?P<word>slide|photo|image|picture|figure|no\.|#)\s*)?(?P<number>\d{1,4})\b"
    r"(?P<total>\s*(?:/|of)\s*\d{1,4}\b)?(?P<mark>\s*[.:)–—-])?(?:\s+(?P<rest>.*))?",
    re.IGNORECASE | re.DOTALL,
)


class Marker(NamedTuple):
    """Where a marker stands, the number that it gives, and the text behind it on its line."""

    place: int
    number: int
    rest: str
    is_certain: bool


def marked_slides(lines: Sequence[Line], slides: int, announced: int) -> list[Sequence[Line]] | None:
    """Return the lines of each slide, without the markers, or None where no line is a marker.

    Markers stand above their slides, or all of them below.

    Args:
        lines: The lines of all slides.
        slides: How many there are.
        announced: The number of the line that says so.

    Raises:
        PhotoCountError: There are more or fewer markers than slides.
        LayoutError: The numbers don't run from 1, or it can't be told to which slide a line belongs.
    """
    markers = [marker for index, line in enumerate(lines) if (marker := _marker(index, line.text))]
    if not any(marker.is_certain for marker in markers) and len(markers) < 2:  # noqa: PLR2004
        return None
    numbers = [marker.number for marker in markers]
    if numbers != list(range(1, len(numbers) + 1)):
        raise _error("The slides are not numbered from 1 without a gap", lines, markers)
    if len(markers) != slides:
        raise PhotoCountError(slides, announced, _written(lines, markers))
    above, below = markers[0].place > 0, markers[-1].place < len(lines) - 1 or bool(markers[-1].rest)
    if above and below:
        raise _error("Lines stand both above the first number of a slide and below the last", lines, markers)
    bounds = [-1, *(marker.place for marker in markers)] if above else [*(one.place for one in markers), len(lines)]
    return [_between(lines, start, end, markers) for start, end in pairwise(bounds)]


def _marker(index: int, text: str) -> Marker | None:
    found = MARKER.fullmatch(plain(text))
    if not found:
        return None
    rest = (found["rest"] or "").strip()
    # "5 of 9 directors left." is a sentence.
    is_prose = shape_of(rest) is Shape.PROSE and not found["mark"]
    is_certain = bool(found["total"] and not is_prose) or bool(found["word"] and not rest)
    has_mark = bool(found["mark"] and (rest or found["word"]))
    return Marker(index, int(found["number"]), rest, is_certain) if is_certain or has_mark else None


def _between(lines: Sequence[Line], start: int, end: int, markers: list[Marker]) -> list[Line]:
    """Return the lines of a slide from its marker, if that stands above, to the next one; of a marker, what follows."""
    rests = {marker.place: marker.rest for marker in markers}
    first = [replace(lines[start], text=rests[start])] if start >= 0 and rests[start] else []
    return [*first, *lines[start + 1 : end]]


def _error(problem: str, lines: Sequence[Line], markers: list[Marker]) -> LayoutError:
    return LayoutError(f"{problem}:{listed(_written(lines, markers))}")


def _written(lines: Sequence[Line], markers: list[Marker]) -> list[tuple[int, str]]:
    return [(lines[marker.place].number, lines[marker.place].text) for marker in markers]
