"""What is typed to search a list: read as the search page reads it, and found as keys, by which a list is filtered.

Each word is looked for on its own: whole in any text, or as the beginning of a word of a name or title. What nobody
listed has is taken for the beginning of any word, then for the word that is spelled most like it.
"""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from people.index import PeopleIndex, union
from people.models import Alias, Person, Role
from people.search.attempts import LIKELY, Instead, unfinished
from people.search.attempts import index as search_index
from people.search.index import Index, Match
from people.search.nouns import NOUN_OF
from people.search.spelling import SHORTEST, alike
from people.search.words import MOST_WORDS, Word, read

# What readers find people by.
PEOPLE = (NOUN_OF[Person], NOUN_OF[Alias], NOUN_OF[Role])

Finds = Callable[[Word], bool]


class QueryReading(NamedTuple):
    """The words that a list is searched for, and which of them stand for others that were typed."""

    words: list[Word]
    instead: list[Instead]


def read_for_list(text: str, finds: Finds, most: int = MOST_WORDS) -> QueryReading:
    """Return what `text` searches a list for, given what tells whether a word finds anything on it."""
    here = search_index()
    read_words = [one for word in read(text, most).words for one in _read_word(here, word, finds)]
    return QueryReading([word for word, _ in read_words], [instead for _, instead in read_words if instead])


def _read_word(here: Index, word: Word, finds: Finds) -> Iterator[tuple[Word, Instead | None]]:
    """Yield the words to look for in place of the one that was typed, with what is to be told of it."""
    if finds(word):
        yield word, None
    elif word.parts:
        for part in word.parts:
            yield from _read_word(here, part, finds)
    else:
        begun = unfinished(here, word)
        yield (begun, None) if finds(begun) else _respelled(here, word, finds)


def _respelled(here: Index, word: Word, finds: Finds) -> tuple[Word, Instead | None]:
    """Return the words that are spelled most like this one, of those that find anything; it itself if none does."""
    if len(word.folded) < SHORTEST:
        return word, None
    similar = alike(word.folded, here.similar([word.folded])[0])
    likely = sorted(similar.items(), key=lambda one: (-one[1], one[0]))[:LIKELY]
    for _, equal in groupby(likely, key=itemgetter(1)):
        known = [other for other, _ in equal if finds(word.spelled([other]))]
        if known:
            return word.spelled(known), Instead(word.text, known)
    return word, None


def read_for_people(text: str, index: PeopleIndex) -> QueryReading:
    """Return what `text` searches people for, of whom readers see those in the index."""
    return read_for_list(text, lambda word: bool(people_with(index, word)))


def people_with_words(index: PeopleIndex, words: list[Word]) -> BitMap:
    """Return those who have all the words."""
    return BitMap.intersection(index.everything, *(people_with(index, word) for word in words))


def people_with(index: PeopleIndex, word: Word) -> BitMap:
    """Return those who have the word in their texts, another name or the title of a role."""
    return union(BitMap.intersection(*(_matching(index, match) for match in way)) for way in search_index().ways(word))


def _matching(index: PeopleIndex, match: Match) -> BitMap:
    return index.cached(match, lambda: index.owners(*search_index().keys(match, PEOPLE)))


def rows_matching(match: Match, model: Any, *, hidden: bool) -> RawSQL:
    """Return the subquery of the keys of the model's rows that match; `hidden` says whether of drafts too."""
    sql, values = search_index().rows(match, NOUN_OF[model], hidden=hidden)
    return RawSQL(sql, values)  # noqa: S611 - our own
