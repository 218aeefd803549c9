"""What a reader types, as words to look for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, dropwhile
from typing import NamedTuple

from people.languages import gettext
from people.search.synonyms import MAX_PHRASE_LENGTH, SYNONYMS
from people.spellings import WordGroup, ascii_word, groups
from people.text import fold

# More than these are not looked for: an answer takes no longer, however long the query.
MAX_QUERY_WORDS = 10
MAX_WORD_LENGTH = 40

# A letter or digit with the accents that follow it where they are characters of their own.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")

# SQLite's tokenizer takes accents off, but knows no other spelling of these letters. PostgreSQL's unaccent does.
SPELLED_OUT = {
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

SLIDE = re.compile(r"slide ([0-9]{1,4})")

# Words that say nothing of what is looked for, left out as long as others remain.
STOP_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "had", "has", "have"),
        *("in", "is", "it", "of", "on", "or", "that", "the", "to", "was", "were", "with"),
        *("what", "when", "where", "which", "who", "whom", "whose", "why"),
    )
)


class Form(NamedTuple):
    """What to look for: a word, words beside each other with a space between, or what begins so.

    Attributes:
        text: The word or words.
        is_prefix: Whether the last of them may go on.
        apart: Whether they need not stand beside each other.
    """

    text: str
    is_prefix: bool = False
    apart: bool = False

    @property
    def words(self) -> list["Form"]:
        """Return each of the words on its own."""
        *others, last = self.text.split()
        return [*map(Form, others), Form(last, self.is_prefix)]


@dataclass(frozen=True)
class Word:
    """A word of a query.

    Attributes:
        text: The word as it was typed.
        folded: The word in lower case, without accents, in ASCII where it can be written so.
        forms: Each way in which it may stand in a document; one is enough.
        parts: The words that it is made of where it is made of several.
        synonyms: What of it was not typed and means the same, as it is written.
        slide: The number of a slide that the word is, 0 for any other word.
    """

    text: str
    folded: str
    forms: tuple[Form, ...]
    parts: tuple["Word", ...] = ()
    synonyms: tuple[str, ...] = ()
    slide: int = 0

    def as_prefix(self) -> "Word":
        """Return the word as the beginning of words."""
        return replace(self, forms=tuple(form._replace(is_prefix=True) for form in self.forms))

    def or_any_of(self, words: list[str]) -> "Word":
        """Return the word with others that will do as well."""
        return replace(self, forms=(*self.forms, *map(Form, words)))

    def spelled(self, words: list[str]) -> "Word":
        """Return the word spelled in one of these ways instead."""
        return replace(self, forms=tuple(map(Form, words)), parts=(), synonyms=())

    def without_synonyms(self) -> "Word":
        """Return the word as it was typed alone."""
        return replace(self, forms=self.forms[: len(self.forms) - len(self.synonyms)], synonyms=())

    def one_word_forms(self) -> "Word":
        """Return the word with each of the words in its forms on its own, without those that say nothing."""
        words = list(dict.fromkeys(chain.from_iterable(form.words for form in self.forms)))
        return replace(self, forms=tuple(form for form in words if form.text not in STOP_WORDS) or tuple(words))


@dataclass(frozen=True)
class SearchQuery:
    """What is looked for: words that an answer has all of, and whether more were typed than are looked for."""

    words: tuple[Word, ...]
    shortened: bool = False

    @property
    def slide(self) -> int:
        """Return the number of the slide that is looked for and nothing else, or 0."""
        return self.words[0].slide if len(self.words) == 1 else 0


def parse_query(text: str, max_words: int = MAX_QUERY_WORDS) -> SearchQuery:
    """Return the query that `text` asks. Nothing in it is an operator, and there may be no word in it at all."""
    words: dict[str, Word] = {}
    for word in with_phrases(list(map(parse_group, groups(text)))):
        words.setdefault(word.folded, word)
    telling = [word for word in words.values() if word.folded not in STOP_WORDS] or list(words.values())
    fitting = list(within(telling, max_words))
    return SearchQuery(tuple(fitting), len(telling) > len(fitting))


def with_phrases(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words with their synonyms; those beside each other that mean something together as one."""
    start = 0
    while start < len(words):
        word, length = longest_phrase(words[start : start + MAX_PHRASE_LENGTH])
        yield word
        start += length


def longest_phrase(words: Sequence[Word]) -> tuple[Word, int]:
    """Return the phrase with which the words begin, or the first word, and how many words it is."""
    phrases = ((phrase_of(words[:length]), length) for length in range(len(words), 0, -1))
    return next(((phrase, length) for phrase, length in phrases if phrase), (words[0], 1))


def phrase_of(words: Sequence[Word]) -> Word | None:
    """Return the words as one with its synonyms, or as a slide; None where they are neither."""
    phrase = " ".join(word.folded for word in words)
    if slide := SLIDE.fullmatch(phrase):
        return Word(phrase, phrase, (Form(phrase),), tuple(words), slide=int(slide[1]))
    synonyms = SYNONYMS.get(phrase, ())
    if not synonyms:
        return None
    word = words[0]
    if len(words) > 1:
        word = Word(" ".join(one.text for one in words), phrase, (Form(phrase, apart=True),), tuple(words))
    return replace(word, forms=(*word.forms, *(Form(one.lower()) for one in synonyms)), synonyms=synonyms)


def within(words: Iterable[Word], max_words: int) -> Iterator[Word]:
    """Yield the first words, of which there are no more than `max_words` when each is taken apart; the first always."""
    size = 0
    for word in words:
        is_first, size = not size, size + max(1, len(word.parts))
        if size > max_words and not is_first:
            return
        yield word


def telling_words(phrase: str) -> set[str]:
    """Return the words of a phrase, in lower case, without those that say nothing."""
    return set(phrase.lower().split()) - STOP_WORDS


def is_searchable(text: str) -> bool:
    """Return whether there is a letter or digit to look for in the text."""
    return bool(parse_query(text).words)


def no_words_message(text: str) -> str:
    """Return what is wrong with a text to look for without a letter or digit."""
    message = gettext("There is no letter or digit in “%(text)s” to search for.")
    return message % {"text": text.strip()}


def parse_group(group: WordGroup) -> Word:
    """Return the word or words of the group: as one word, and each on its own."""
    words = [parse_word(part) for part in group.parts[:MAX_QUERY_WORDS] if WORD.search(part)]
    if len(words) == 1:
        return words[0]
    whole = Form(" ".join(word.folded for word in words), apart=group.apart)
    joined = group.joined
    text = ("" if group.read else " ").join(group.parts)
    forms = (whole, Form(joined)) if joined else (whole,)
    return Word(text, joined or whole.text, forms, tuple(words))


def parse_word(typed: str) -> Word:
    """Return the word as it may stand in a document: in ASCII, as typed, or with some letters spelled out."""
    begun = "".join(dropwhile(lambda letter: not letter.isalnum(), typed))
    text = begun[:MAX_WORD_LENGTH]
    forms = [form for form in dict.fromkeys((ascii_word(text), text, spell_out(text))) if WORD.fullmatch(form)]
    forms = forms or ["".join(filter(str.isalnum, text))]
    return Word(text, forms[0], tuple(map(Form, forms)))


def spell_out(text: str) -> str:
    """Return the text with those letters spelled out that are spelled out in documents."""
    return "".join(SPELLED_OUT.get(letter, letter) for letter in text)


def words_in(stored: Iterable[str]) -> set[str]:
    """Return those of the stored words, folded, that are words to look for; some are only nearly taken apart."""
    return {folded for folded in map(fold, stored) if WORD.fullmatch(folded)}
