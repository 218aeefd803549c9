"""How a question is looked for: as it was asked, then with unknown words spelled otherwise, then in part."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db import connection

from people.search.index import Index, SearchHits
from people.search.postgresql import PostgreSQLIndex
from people.search.public import shown
from people.search.spelling import SHORTEST, alike, nearest
from people.search.sqlite import SQLiteIndex
from people.search.words import Question, Word, read_word

INDEXES: dict[str, type[Index]] = {"sqlite": SQLiteIndex, "postgresql": PostgreSQLIndex}

# Of the words that are spelled alike, so many are looked up before one is chosen.
LIKELY = 8


class Instead(NamedTuple):
    """A word that no document has, and what is looked for instead: other words, or words that begin with it."""

    typed: str
    words: list[str]


class Attempt(NamedTuple):
    """One way to look for the question.

    Attributes:
        words: What was looked for.
        found: What was found.
        instead: Which words were replaced; no words instead mean those that begin with it.
        any_word: Whether one of the words was enough.
        titles: Whether only titles were looked at.
    """

    words: tuple[Word, ...]
    found: SearchHits
    instead: list[Instead]
    any_word: bool = False
    titles: bool = False


def index() -> Index:
    """Return the index of the database."""
    return INDEXES[connection.vendor](connection)


def attempts(question: Question) -> Iterator[Attempt]:
    """Yield each way to look for the question, the most faithful first; each costs its queries when its turn comes."""
    here = index()
    words = question.words
    yield Attempt(words, here.find(words), [])
    respelled, instead = respell(here, words)
    if instead:
        yield Attempt(respelled, here.find(respelled), instead)
    if len(respelled) > 1:
        yield Attempt(respelled, here.find(respelled, any_word=True), instead, any_word=True)


def suggestions(question: Question) -> Iterator[Attempt]:
    """Yield each way to look in titles for the question, of which the last word may not be typed to its end."""
    here = index()
    *before, last = question.words
    words = (*before, last.beginning())
    yield Attempt(words, here.find(words, names=True), [], titles=True)
    begun = (*before, unfinished(here, last))
    yield Attempt(begun, here.find(begun, titles=True), [], titles=True)
    respelled, instead = respell(here, question.words)
    if instead:
        yield Attempt(respelled, here.find(respelled, titles=True), instead, titles=True)


def respell(here: Index, words: Sequence[Word]) -> tuple[tuple[Word, ...], list[Instead]]:
    """Return the words with those replaced that no document has, and what each of these was replaced by.

    Words that were typed as one are looked for on their own. A word that others begin with stands for these; any other
    for the word that is spelled most like it, if one is. Very short words stand for no other. What readers don't see
    has no words here: none of them is ever told, nor that there is one.
    """
    words = loosened(here, words)
    begun_words = [unfinished(here, word) for word in words]
    present = shown(here.some([here.pattern([word]) for word in (*words, *begun_words)]))
    known, begun = present[: len(words)], present[len(words) :]
    long = {word for word in words if len(word.folded) >= SHORTEST}
    unknown = [word for word, is_known in zip(words, known, strict=True) if not is_known and word in long]
    beginnings = {word: longer for word, longer, is_begun in zip(words, begun_words, begun, strict=True) if is_begun}
    spellings = spelled_alike(here, [word for word in unknown if word not in beginnings])
    replaced = {word: beginnings.get(word) or spellings.get(word) for word in unknown}
    instead = [
        Instead(word.text, [] if word in beginnings else [form.text for form in new.forms])
        for word, new in replaced.items()
        if new
    ]
    return tuple(replaced.get(word) or word for word in words), instead


def loosened(here: Index, words: Sequence[Word]) -> list[Word]:
    """Return the words, those that stand nowhere as they were typed as the several words that they are."""
    known = shown(here.some([here.pattern([word]) for word in words]))
    return [
        part
        for word, is_known in zip(words, known, strict=True)
        for part in (word,) * is_known or word.parts or (word,)
    ]


def unfinished(here: Index, word: Word) -> Word:
    """Return the word as the beginning of others, of which a stem may be shorter, and no longer begin with it."""
    return word.beginning().or_any_of(sorted(here.beginning(word.folded)))


def spelled_alike(here: Index, words: Sequence[Word]) -> dict[Word, Word]:
    """Return for each of the words the one that is spelled most like it, among those that readers may see."""
    similar = here.similar([word.folded for word in words])
    likely = [
        dict(sorted(alike(word.folded, some).items(), key=lambda one: -one[1])[:LIKELY])
        for word, some in zip(words, similar, strict=True)
    ]
    candidates = sorted({one for some in likely for one in some})
    present = shown(here.some([here.pattern([read_word(one)]) for one in candidates]))
    known = {one for one, is_known in zip(candidates, present, strict=True) if is_known}
    best = (nearest({one: value for one, value in some.items() if one in known}) for some in likely)
    return {word: word.spelled(some) for word, some in zip(words, best, strict=True) if some}
