"""What a reader types, as words to look for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from people.text import fold

# More than these are not looked for: an answer takes no longer, however long the question.
MOST_WORDS = 10
MOST_LETTERS = 40

# A letter or digit with the accents that follow it where they are characters of their own.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")

# SQLite's tokenizer takes accents off, but knows no other spelling of these letters. PostgreSQL's unaccent does.
SPELLED = {
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "þ": "th",
    "Þ": "Th",
}

# Words that say nothing of what is looked for, left out as long as others remain.
FILLERS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "had", "has", "have"),
        *("in", "is", "it", "of", "on", "or", "that", "the", "to", "was", "were", "with"),
        *("what", "when", "where", "which", "who", "whom", "whose", "why"),
    )
)


class Form(NamedTuple):
    """What to look for: a word, or words that begin so."""

    text: str
    begins: bool = False


@dataclass(frozen=True)
class Word:
    """A word of a question.

    Attributes:
        text: The word as it was typed.
        folded: The word in lower case, without accents, in ASCII where it can be written so.
        forms: Each way in which it may stand in a document; one is enough.
    """

    text: str
    folded: str
    forms: tuple[Form, ...]

    def beginning(self) -> "Word":
        """Return the word as the beginning of words."""
        return replace(self, forms=tuple(Form(form.text, begins=True) for form in self.forms))

    def or_any_of(self, words: list[str]) -> "Word":
        """Return the word with others that will do as well."""
        return replace(self, forms=(*self.forms, *map(Form, words)))

    def spelled(self, words: list[str]) -> "Word":
        """Return the word spelled in one of these ways instead."""
        return replace(self, forms=tuple(map(Form, words)))


@dataclass(frozen=True)
class Question:
    """What is looked for: words that an answer has all of, and whether more were typed than are looked for."""

    words: tuple[Word, ...]
    shortened: bool = False


def read(text: str) -> Question:
    """Return the question that `text` asks. Nothing in it is an operator, and there may be no word in it at all."""
    words: dict[str, Word] = {}
    for typed in dict.fromkeys(WORD.findall(POSSESSIVE.sub("", text))):
        word = read_word(typed)
        words.setdefault(word.folded, word)
    telling = [word for word in words.values() if word.folded not in FILLERS] or list(words.values())
    return Question(tuple(telling[:MOST_WORDS]), len(telling) > MOST_WORDS)


def read_word(typed: str) -> Word:
    """Return the word as it may stand in a document: in ASCII, as typed, or with some letters spelled out."""
    text = typed[:MOST_LETTERS]
    forms = [form for form in dict.fromkeys((fold(text), text, spell_out(text))) if WORD.fullmatch(form)]
    return Word(text, forms[0], tuple(map(Form, forms)))


def spell_out(text: str) -> str:
    """Return the text with those letters spelled out that are spelled out in documents."""
    return "".join(SPELLED.get(letter, letter) for letter in text)


def words_in(stored: Iterable[str]) -> set[str]:
    """Return those of the stored words, folded, that are words to look for; some are only nearly taken apart."""
    return {folded for folded in map(fold, stored) if WORD.fullmatch(folded)}
