"""Text made tidy to be stored, and comparable: folded, as a slug for addresses, digested for checking a source."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from anyascii import anyascii
from django.utils.text import slugify

STRAIGHT_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})

HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
# Copies have one of these for another: editors and word processors make long dashes of two hyphens, and drop spaces.
DASH = re.compile(r"\s*(?:--+|[–—―])\s*|\s-\s")
DASHES = (" -- ", " — ", " – ", " - ", "--", "—", "–")
# So many dashes of a sentence are tried in all combinations; of more, all are taken to be alike.
MAX_DASHES = 3

MAX_OPENING_WORDS = 6
MAX_SHORT_OPENING_WORDS = 3

# Fillers, which print nothing although Unicode counts them among letters, marks and symbols.
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
# Signs that print something, although Unicode counts them among format characters.
PRINTING_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
# What Unicode promises never to make a character of, and XML can't hold.
NONCHARACTERS = {*range(0xFDD0, 0xFDF0), *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))}
# Zero-width non-joiner and joiner. They are part of the spelling in scripts from Arabic to Myanmar, Khmer, Mongolian.
JOINERS = re.compile("[\u200c\u200d]+")
JOINED = re.compile("[\u0600-\u109f\u1780-\u18af]")


class _Seen(dict[int, int | None]):
    """For `str.translate`: each character as it is, or nothing for one that prints nothing."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if self._is_seen(code) else None
        return self[code]

    def _is_seen(self, code: int) -> bool:
        letter = chr(code)
        if letter.isspace() or letter in PRINTING_FORMATS or JOINERS.match(letter):
            return True
        return not (unicodedata.category(letter) in {"Cc", "Cf", "Cs"} or letter in FILLERS or code in NONCHARACTERS)


_SEEN = _Seen()


def tidy(text: str) -> str:
    """Return `text` in the form in which names and sentences are stored: one line, in NFC, of what can be seen.

    White space of any kind is folded, line breaks too. Characters that print nothing are dropped (controls,
    zero-width ones, soft hyphens), and so are those that set the direction of writing, which can make a name look like
    another. The two joiners stay between letters of scripts that need them, as Persian does.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return unicodedata.normalize("NFC", " ".join(visible(text).split()))


def visible(text: str) -> str:
    """Return `text` without the characters that print nothing; see `tidy`."""
    return text if text.isascii() and text.isprintable() else JOINERS.sub(_joiner, text.translate(_SEEN))


def _joiner(found: re.Match[str]) -> str:
    """Return the first of the joiners found, or nothing where they join no letters that need them."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return found[0][0] if JOINED.match(before[-1:]) and JOINED.match(after[:1]) else ""


def fold(text: str) -> str:
    """Return `text` without accents and case, in ASCII, white space folded: what searching compares."""
    return " ".join(anyascii(text).casefold().split())


def slug(text: str) -> str:
    """Return `text` as a slug, letters of other scripts in ASCII: "Ørsted" gives "orsted". May be empty."""
    return slugify(fold(text))


def normalise(text: str) -> str:
    """Return `text` in the form of which digests are made: NFKC, white space folded, quotes straightened."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(STRAIGHT_QUOTES).split())


def length(text: str) -> int:
    """Return how long the normalised `text` is, what prints nothing left out, in code points of Unicode.

    With it, whoever has a copy finds where the sentence of a digest ends.
    """
    return len(normalise(plain(text)))


def digest(text: str) -> str:
    """Return the SHA-256 of the normalised `text`, as 64 hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def plain(text: str) -> str:
    """Return `text` with what a copy may have changed put right: what prints nothing is dropped, hyphens are plain."""
    return visible(text).translate(HYPHENS)


def is_digest_of(wanted: str, text: str) -> bool:
    """Return whether `wanted` is the digest of `text`, or of the same words with other dashes and hyphens.

    A digest that was made of a text with characters that print nothing is taken for that of this very text only.
    """
    return any(digest(spelling) == wanted for spelling in _spellings(text))


def _spellings(text: str) -> Iterator[str]:
    typed = plain(text)
    yield from (typed, text)
    first, *rest = DASH.split(typed)
    few = len(rest) <= MAX_DASHES
    for dashes in product(DASHES, repeat=len(rest)) if few else ((dash,) * len(rest) for dash in DASHES):
        yield first + "".join(dash + part for dash, part in zip(dashes, rest, strict=True))


def opening_of(sentence: str) -> str:
    """Return the words with which a reader finds a sentence: six, three where it is short, and never all of it."""
    words = plain(sentence).split()
    most = MAX_OPENING_WORDS if len(words) > 2 * MAX_OPENING_WORDS else MAX_SHORT_OPENING_WORDS
    return " ".join(words[: min(most, len(words) - 1)])


def begins_with(sentence: str, opening: str) -> bool:
    """Return whether a sentence begins with the words, give or take dashes and hyphens."""
    words = _words(opening)
    return _words(sentence)[: len(words)] == words


def _words(text: str) -> list[str]:
    return DASH.sub(" — ", normalise(plain(text))).split()
