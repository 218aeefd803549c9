"""Marks in what is shown the words that were found, and cuts long texts down to where they stand."""

import re
from collections.abc import Callable, Collection, Iterator

from markupsafe import Markup, escape

from people.search.words import WORD
from people.spellings import ascii_word
from people.text import fold

# In characters: how much is shown of a text, and how much of that before the first word found.
EXCERPT_LENGTH = 240
EXCERPT_LEAD = 60

JOINED_WORDS = re.compile(rf"{WORD.pattern}(?:['’.-]{WORD.pattern})*")


def highlighter(words: Collection[str]) -> Callable[[str], Markup]:
    """Return the function that marks the words, given folded, in a text, and escapes it."""
    return lambda text: highlight(text, words)


def highlight(text: str, words: Collection[str]) -> Markup:
    """Return the text, escaped, with each of the words, given folded, in a `mark` element."""
    parts, end = [], 0
    for match in found(text, words):
        parts += [escape(text[end : match.start()]), Markup("<mark>{}</mark>").format(match[0])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def excerpt(text: str, words: Collection[str]) -> str:
    """Return as much of the text as is shown of it, from a little before the first of the words."""
    if len(text) <= EXCERPT_LENGTH:
        return text
    first = next(iter(found(text, words)), None)
    start = _word_after(text, first.start()) if first and first.start() > EXCERPT_LEAD else 0
    end = _word_before(text, start, start + EXCERPT_LENGTH)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def found(text: str, words: Collection[str]) -> list[re.Match[str]]:
    """Return where the words, given folded, stand in the text; some are written with a sign inside, as O’Brien."""
    return [match for one in JOINED_WORDS.finditer(text) for match in _found_in(one, words)]


def _found_in(joined: re.Match[str], words: Collection[str]) -> Iterator[re.Match[str]]:
    if ascii_word(joined[0]) in words:
        yield joined
        return
    yield from (match for match in WORD.finditer(joined.string, *joined.span()) if fold(match[0]) in words)


def _word_after(text: str, match: int) -> int:
    """Return where the words begin that are shown before a match."""
    space = text.find(" ", match - EXCERPT_LEAD, match)
    return space + 1 if space >= 0 else match - EXCERPT_LEAD


def _word_before(text: str, start: int, end: int) -> int:
    """Return where the last word ends that has room between start and end."""
    space = text.rfind(" ", start, end)
    return space if space > start and end < len(text) else min(end, len(text))
