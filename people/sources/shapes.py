"""What a line of a gallery looks like by itself: a name, prose, a photo credit, or something in between."""

import re
from enum import Enum, auto
from functools import lru_cache

from people.sources.furniture import ends_in_credit, is_credit
from people.sources.sentences import ends_sentence, split_sentences
from people.text import plain

MAX_TITLE_WORDS = 12
"""The most words of a line that is certainly a name or title."""

MAX_CACHED_LINES = 4_096
"""Of so many lines, what they look like is kept: dividing a gallery asks again and again."""

MIN_NAME_LETTERS = 3
"""The fewest letters of a name by which a paragraph is known to go on; fewer are initials."""

MAX_SHORT_TITLE_WORDS = 8
"""The most words of a heading that ends as a sentence does."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = _words("he her hers him his it its she their them they")
PROSE_WORDS = PRONOUNS | _words(
    """
    am are became been began being brought came could denied did does fell fired gave goes got had has have held is
    kept led left made met quit ran reportedly rose said sat saw says sent should sold spoke stood testified told took
    was went were will won would
    """
)
"""Words of sentences, which names and titles do without."""

TITLE_NOUNS = _words(
    """
    affairs business communications congress elections finances operations politics press relations sales services
    sports states systems times united works
    acting outgoing retired self-described so-called
    """
)
"""Words of titles that end as verbs do."""

VERB_ENDINGS = ("ed", "ing", "s")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
ARTICLES = frozenset({"a", "an", "the"})
BEFORE_ARTICLE = frozenset({"at", "for", "from", "in", "of", "on", "to", "and", "with"})
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
CONTINUING = PRONOUNS | {"also", "and", "but", "instead", "later", "still", "then"}
"""Words with which a paragraph goes on about the same figure."""


class Shape(Enum):
    """What a line looks like."""

    NAME = auto()
    EITHER = auto()
    PROSE = auto()
    CREDIT = auto()


@lru_cache(MAX_CACHED_LINES)
def shape_of(text: str) -> Shape:
    """Return what the line looks like: a name or title, prose, a photo credit, or either a title or prose."""
    typed = plain(text)
    if is_credit(typed):
        return Shape.CREDIT
    if ends_sentence(typed) or ends_in_credit(split_sentences(typed)):
        return Shape.EITHER if _may_be_title(typed) else Shape.PROSE
    return _unended(BRACKETS.sub(" ", typed))


def continues(text: str, heading: str) -> bool:
    """Return whether the paragraph begins as one that goes on about the figure of that heading."""
    first = (_bare_words(text) or [""])[0]
    return first.lower() in CONTINUING or first in _names(heading)


def speaks_of(text: str, heading: str) -> bool:
    """Return whether the paragraph names the figure of that heading, or begins as one that goes on about it."""
    return continues(text, heading) or not _names(heading).isdisjoint(_bare_words(text))


def _names(heading: str) -> set[str]:
    words = (word for word in _bare_words(heading) if word[0].isupper() and len(word) >= MIN_NAME_LETTERS)
    return {word for word in words if word.lower() not in ARTICLES | BEFORE_ARTICLE | PROSE_WORDS}


def _bare_words(text: str) -> list[str]:
    """Return the words of a text, without an s that says whose something is."""
    return [re.sub("['’]s?$", "", word) for word in WORD.findall(plain(text))]


def _may_be_title(text: str) -> bool:
    """Whether what ends as a sentence may be a heading: a short question, or words that all begin in capitals."""
    words = WORD.findall(text)
    if len(words) > MAX_SHORT_TITLE_WORDS or len(split_sentences(text)) > 1:
        return False
    return text.rstrip("\"'”’»)]").endswith(("?", "!")) or all(word[0].isupper() for word in words)


def _unended(text: str) -> Shape:
    """Return what a line looks like that doesn't end as a sentence does."""
    words = WORD.findall(text)
    lower = [word for word in words if word[0].islower()]
    if PROSE_WORDS.intersection(lower) or (words and words[0].lower() in PRONOUNS):
        return Shape.PROSE if len(words) > MAX_SHORT_TITLE_WORDS else Shape.EITHER
    certain = (
        len(words) <= MAX_TITLE_WORDS
        and (len(lower) <= 1 or words[-1][0].isupper() or _begins_with_name(text))
        and not any(word.endswith(VERB_ENDINGS) and word not in TITLE_NOUNS for word in lower)
        and not _has_article(words)
    )
    return Shape.NAME if certain else Shape.EITHER


def _begins_with_name(text: str) -> bool:
    """Whether a name stands before the first comma, and what somebody is after it."""
    name, comma, _ = text.partition(",")
    words = WORD.findall(name)
    return bool(comma) and len(words) > 1 and all(word[0].isupper() for word in words)


def _has_article(words: list[str]) -> bool:
    """Whether an article stands other than inside a title, as in `Clerk of the Mayor's Office`."""
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in ARTICLES and not (before in BEFORE_ARTICLE and after[:1].isupper()):
            return True
    return False
