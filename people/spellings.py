"""Words that people write together or apart: J.D. and JD, O’Brien and OBrien, 王岐山 and Wang Qishan.

What is stored and what is looked for are taken apart in the same way, so that each finds the other.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple

from anyascii import anyascii

APOSTROPHES = "'’‘‛ʼʻʹʾʿ`´′＇ꞌ"
# What stands beside a word, and is no part of it.
SIGNS = string.punctuation + "‘’‚‛“”„‟«»‹›…"
HYPHENS = "-‐‑‒－"

# Words that belong to the name after them, with or without a space.
PARTICLES = frozenset(
    (
        *("abd", "abu", "al", "bar", "ben", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la"),
        *("le", "mac", "mc", "o", "st", "ter", "ul", "van", "von"),
    )
)

MAX_RESPELLED_LENGTH = 40
# Of a name in Chinese characters, given names are written in one word: so many syllables at most.
MAX_SYLLABLES = 4

IDEOGRAPHS = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
SYLLABLE = re.compile("[A-Z]?[a-z]+|[A-Z]|[0-9]+")
POSSESSIVE = re.compile("'s$", re.IGNORECASE)
PIECES = re.compile("[^'.]+")
NOT_ASCII_WORD = re.compile("[^a-z0-9]+")

# Without one of these, every word of a text is written as it is read: so are most texts.
# Case is told, not ignored: İ is no letter of ASCII, but one whose small letter is.
SPELLING_PATTERN = re.compile(
    rf"[^\x00-\x7f]|[A-Za-z]['`.-][A-Za-z]|\b[A-Za-z]\.? [A-Za-z]\b|\b(?i:{'|'.join(sorted(PARTICLES))})\b"
)


class WordGroup(NamedTuple):
    """One word, or several that may be written as one.

    Attributes:
        parts: The words, without signs.
        apart: Whether they may also stand apart from each other, as those with a hyphen do.
        read: Whether they are the syllables of a word in Chinese or Korean characters.
    """

    parts: tuple[str, ...]
    apart: bool = False
    read: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """Return the words in lower case in ASCII, without those that can't be written so."""
        return tuple(filter(None, map(ascii_word, self.parts)))

    @property
    def joined(self) -> str:
        """Return the words as one, in ASCII; empty if there is one alone, or a number among them."""
        words = self.folded
        whole = "".join(words)
        return whole if len(words) > 1 and whole.isalpha() and len(whole) <= MAX_RESPELLED_LENGTH else ""


class _Signs(dict[int, int | str | None]):
    """For `str.translate`: letters, digits and accents as they are, one sign of each kind that joins, else a space."""

    def __missing__(self, code: int) -> int | str | None:
        kind = unicodedata.category(chr(code))
        self[code] = code if kind[0] in "LNM" else None if kind == "Cf" else " "
        return self[code]


_SIGNS = _Signs({ord(one): sign for signs, sign in ((APOSTROPHES, "'"), (HYPHENS, "-"), (".", ".")) for one in signs})


def groups(text: str) -> list[WordGroup]:
    """Return the words of the text. Signs and the endings of possessives are left out."""
    words = unicodedata.normalize("NFC", text).translate(_SIGNS).split()
    return list(_with_particles(_with_initials(chain.from_iterable(map(_groups_of, words)))))


def _groups_of(word: str) -> Iterator[WordGroup]:
    """Yield what a word without spaces is made of."""
    pieces = [PIECES.findall(piece) for piece in POSSESSIVE.sub("", word.strip("'.-")).split("-")]
    parts = tuple(part for piece in pieces for part in piece if any(map(str.isalnum, part)))
    if len(parts) == 1:
        read = syllables(parts[0])
        yield WordGroup(read or parts, read=bool(read))
    elif not "".join(map(ascii_word, parts)).isalpha():
        yield from (WordGroup((part,)) for part in parts)
    else:
        yield WordGroup(parts, apart=len(pieces) > 1)


def _with_initials(found: Iterable[WordGroup]) -> Iterator[WordGroup]:
    """Yield the groups, initials beside each other as one."""
    for are_initials, some in groupby(found, lambda group: all(len(one) == 1 and one.isalpha() for one in group.parts)):
        if are_initials:
            yield WordGroup(tuple(chain.from_iterable(group.parts for group in some)))
        else:
            yield from some


def _with_particles(found: Iterable[WordGroup]) -> Iterator[WordGroup]:
    """Yield the groups, particles together with what comes after them."""
    particles: tuple[str, ...] = ()
    for group in found:
        if len(group.parts) == 1 and group.parts[0].casefold() in PARTICLES:
            particles += group.parts
        elif particles and not group.read and len(group.parts[0]) > 1 and "".join(group.folded).isalpha():
            yield WordGroup(particles + group.parts, apart=True)
            particles = ()
        else:
            yield from (WordGroup((one,)) for one in particles)
            yield group
            particles = ()
    yield from (WordGroup((one,)) for one in particles)


def syllables(word: str) -> tuple[str, ...]:
    """Return the syllables of a word in Chinese or Korean characters, as they are read; none of any other word."""
    return tuple(SYLLABLE.findall(anyascii(word))) if IDEOGRAPHS.search(word) else ()


def ascii_word(word: str) -> str:
    """Return the word in lower case, in ASCII letters and digits alone; empty if it can't be written so."""
    return word.lower() if word.isascii() and word.isalnum() else NOT_ASCII_WORD.sub("", anyascii(word).casefold())


def spellings(text: str) -> str:
    """Return in which other ways words of the text may be written, in ASCII; empty where there is none."""
    if not SPELLING_PATTERN.search(text):
        return ""
    return " ".join(dict.fromkeys(filter(None, chain.from_iterable(map(_spellings_of, groups(text))))))


def _spellings_of(group: WordGroup) -> Iterator[str]:
    words = group.folded
    if group.read:
        yield from words
        for length in range(2, MAX_SYLLABLES + 1):
            yield from ("".join(words[start : start + length]) for start in range(len(words) - length + 1))
    else:
        yield from (word for word, part in ((ascii_word(one), one) for one in group.parts) if word != part.lower())
    yield group.joined
