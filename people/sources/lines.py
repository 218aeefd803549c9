"""The lines of a text: told apart by line breaks alone, with blank lines counted, and put together where wrapped."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from people.sources.sentences import ends_sentence
from people.text import visible

BYTE_ORDER_MARK = "\ufeff"
NEWLINE = re.compile("\r\n|\r|\n")
FORM_FEED = "\f"
# Breaks that some programs write for a new line, and others for a space.
OTHER_BREAKS = "\u2028\u2029\x85\x0b\x1c\x1d\x1e"
OTHER_BREAK = re.compile(f"[{OTHER_BREAKS}]")
FORM_FEED_ONLY, ANY_BREAK = re.compile(f"({FORM_FEED})"), re.compile(f"([{FORM_FEED}{OTHER_BREAKS}])")
# Two hyphens make a dash, and "pre- and post-war" goes on after a space.
BROKEN_AT_HYPHEN = re.compile(r"(?<=\w)-\Z")
SUSPENDED_HYPHEN_WORDS = ("and ", "or ", "to ")
# No line is wrapped at a no-break space.
WORD = re.compile(r"[^ \t]+")
MIN_WRAPPED_LENGTH, MAX_WRAPPED_LENGTH = 40, 120
"""Between how many columns a line is long that goes on in the next."""

STRICT_FILL, LOOSE_FILL = 1.0, 0.75
"""How full a line is that was wrapped: so full that the next word has no room, or nearly, as print is set."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        number: Its number in the file, from 1; of one that was wrapped, that of its first part.
        text: Its words as the document has them, without white space around.
        gap: How many blank lines stand above it.
        feeds: How many form feeds stand between it and the line above.
    """

    number: int
    text: str
    gap: int = 0
    feeds: int = 0


def read_lines(text: str, *, breaks_at_all: bool = False) -> list[Line]:
    """Return the lines of a text that are not blank.

    Args:
        text: The text.
        breaks_at_all: Whether separators of Unicode and the like break lines too, and are not just white space. They
            always do where nothing else does.
    """
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not NEWLINE.search(text):
        text = OTHER_BREAK.sub("\n", text)
    breaks = ANY_BREAK if breaks_at_all else FORM_FEED_ONLY
    lines: list[Line] = []
    gap = feeds = 0
    for number, written in enumerate(NEWLINE.split(text), start=1):
        gap += not visible(written).replace(FORM_FEED, "-").strip()
        for piece in breaks.split(written):
            feeds += piece == FORM_FEED
            if visible(piece).strip():
                lines.append(Line(number, piece.strip(), gap, feeds))
                gap = feeds = 0
    return lines


def unwrapped(
    lines: Iterable[Line], stands_alone: Callable[[Line], bool], fullness: float = STRICT_FILL, width: int | None = None
) -> list[Line]:
    """Return the lines, those put together again that were wrapped to a width. Blank lines are never bridged.

    Args:
        lines: The lines.
        stands_alone: Whether a line begins anew for what it says.
        fullness: How full a line is that goes on in the next.
        width: The width to which the text was wrapped, 0 if to none; by default as these lines show it.
    """
    lines = list(lines)
    least = (wrapped_at(lines) if width is None else width) * fullness
    joined = lines[:1]
    for above, line in pairwise(lines):
        is_full = least and len(above.text) + 1 + len(_first_word(line)) > least
        if line.gap or stands_alone(line) or not (is_full or _goes_on(above, line)):
            joined.append(line)
        else:
            joined[-1] = replace(joined[-1], text=join(joined[-1].text, line.text))
    return joined


def wrapped_at(lines: Iterable[Line]) -> int:
    """Return the width to which the text was wrapped, or 0: lines are full, and sentences go on in the next."""
    breaks = [(above, line) for above, line in pairwise(lines) if not line.gap]
    width = max((len(above.text) for above, _ in breaks), default=0)
    full = (len(above.text) + 1 + len(_first_word(line)) > width for above, line in breaks if _goes_on(above, line))
    return width if width <= MAX_WRAPPED_LENGTH and any(full) else 0


def join(above: str, below: str) -> str:
    """Return two parts of a text as one: with a space between, except after a hyphen at which a word was broken."""
    broken = BROKEN_AT_HYPHEN.search(above) and not below.startswith(SUSPENDED_HYPHEN_WORDS)
    return f"{above}{'' if broken else ' '}{below}"


def goes_on(above: str, below: str) -> bool:
    """Return whether a sentence that the one line leaves open goes on in the other."""
    return below[:1].islower() and not ends_sentence(above)


def _goes_on(above: Line, below: Line) -> bool:
    is_full = len(above.text) >= MIN_WRAPPED_LENGTH or below.feeds > 0
    return is_full and goes_on(visible(above.text), visible(below.text))


def _first_word(line: Line) -> str:
    return WORD.match(line.text)[0]  # type: ignore[index]
