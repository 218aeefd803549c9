"""Lines of a web page that are no part of an article's text, and lines that say what follows."""

import re

from people.sources.sentences import ends_sentence
from people.text import normalise, plain

GALLERY_END = "hide caption"
NAVIGATION = frozenset(
    {
        "ad",
        "advertisement",
        "advertisement - continue reading below",
        "back to slide",
        "continue reading",
        GALLERY_END,
        "read full story",
        "read more",
        "scroll to continue",
        "see all",
        "see gallery",
        "see more related to this story:",
        "show caption",
        "sponsored",
        "story continues below",
        "story continues below advertisement",
        "of",
    }
)
GALLERY_HINTS = frozenset({GALLERY_END, "show caption", "see gallery", "back to slide"})
PHOTO_COUNT = re.compile(r"(?:see |view |gallery: )?([0-9]{1,4}) (?:photo|picture|image|slide)s?:?", re.IGNORECASE)
RELATED = re.compile(r"(?:related(?: (?:stor|coverage|article)\w*)?|see also|also read)\s*:", re.IGNORECASE)
NAMED_CREDIT = re.compile(
    r"(?:photo|photos|photograph|picture|image|photo credit|image credit|credit|photo illustration)s?"
    r"(?: (?:by|courtesy of)\b|\s*[:/])|courtesy of |©|\(c\) [0-9]|(?:ap|afp|epa) photo",
    re.IGNORECASE,
)
AGENCY_CREDIT = re.compile(
    r"[^\W\d_][\w.,'’ -]*/(?:.*\b(?:images|pictures|photos|press|news)|reuters|ap|afp|epa|bloomberg)\W*", re.IGNORECASE
)
BRACKETED = re.compile(r"(?:[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]\s*)+")
MAX_CREDIT_WORDS = 15
"""The most words of a photo credit without brackets."""


def is_navigation(text: str) -> bool:
    """Return whether the line is a word of navigation, or says that an advertisement follows."""
    return _typed(text).casefold() in NAVIGATION


def is_gallery_end(text: str) -> bool:
    """Return whether the line ends a gallery's slides."""
    return _typed(text).casefold() == GALLERY_END


def hints_at_gallery(text: str) -> bool:
    """Return whether the line stands in galleries alone."""
    return _typed(text).casefold() in GALLERY_HINTS or photo_count(text) is not None


def photo_count(text: str) -> int | None:
    """Return the number of photos that the line announces, or None where it announces none."""
    announced = PHOTO_COUNT.fullmatch(_typed(text))
    return int(announced[1]) if announced else None


def is_related(text: str) -> bool:
    """Return whether the line is the headline of another article."""
    return RELATED.match(_typed(text)) is not None


def is_credit(text: str) -> bool:
    """Return whether the text names a photographer: all of it in brackets, or as such lines begin and end."""
    typed = _typed(text)
    if BRACKETED.fullmatch(typed):
        return True
    short = len(typed.split()) <= MAX_CREDIT_WORDS
    return short and bool(NAMED_CREDIT.match(typed) or AGENCY_CREDIT.fullmatch(typed))


def ends_in_credit(sentences: list[str]) -> bool:
    """Return whether a photo credit follows the prose in the same line; a whole sentence in brackets is none."""
    if len(sentences) < 2:  # noqa: PLR2004
        return False
    last = _typed(sentences[-1])
    return is_credit(last) and not (BRACKETED.fullmatch(last) and ends_sentence(last))


def _typed(text: str) -> str:
    return normalise(plain(text))
