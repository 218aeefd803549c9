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

from people.models import Alias, Person, Role
from people.search.attempts import LIKELY, Instead, index, unfinished
from people.search.index import Index, Match
from people.search.nouns import NOUN_OF
from people.search.spelling import SHORTEST, alike
from people.search.words import MOST_WORDS, Word, read
from people.sets.choices import union
from people.sets.people import PeopleSets

# What readers find people by.
PEOPLE = (NOUN_OF[Person], NOUN_OF[Alias], NOUN_OF[Role])

# So many answers are kept with the sets of a version.
KEPT = 64

Finds = Callable[[Word], bool]


class QueryReading(NamedTuple):
    """The words that a list is searched for, and which of them stand for others that were typed."""

    words: list[Word]
    instead: list[Instead]


def read_for_list(text: str, finds: Finds, most: int = MOST_WORDS) -> QueryReading:
    """Return what `text` searches a list for, given what tells whether a word finds anything on it."""
    here = index()
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


def read_for_people(text: str, sets: PeopleSets) -> QueryReading:
    """Return what `text` searches people for, of whom readers see those in the sets."""
    return read_for_list(text, lambda word: bool(people_with(sets, word)))


def people_with(sets: PeopleSets, word: Word) -> BitMap:
    """Return the numbers of those who have the word in their texts, another name or the title of a role."""
    return union(BitMap.intersection(*(_matching(sets, match) for match in way)) for way in index().ways(word))


def _matching(sets: PeopleSets, match: Match) -> BitMap:
    found = sets.searched.get(match)
    if found is None:
        own, aliases, roles = index().keys(match, PEOPLE)
        found = sets.numbering.set_of(own) | sets.names.set_of(aliases) | sets.posts.set_of(roles)
        if len(sets.searched) >= KEPT:
            sets.searched.clear()
        sets.searched[match] = found
    return found


def people_rows(word: Word) -> list[list[list[Any]]]:
    """Return the same as subqueries of keys: ways, of each way what must all be met, and of that alternatives."""
    return [[_people_rows(match) for match in way] for way in index().ways(word)]


def _people_rows(match: Match) -> list[Any]:
    own, aliases, roles = (rows_matching(match, model, hidden=False) for model in (Person, Alias, Role))
    return [
        own,
        Alias.public.filter(pk__in=aliases).order_by().values("person"),
        Role.public.filter(pk__in=roles).order_by().values("person"),
    ]


def rows_matching(match: Match, model: Any, *, hidden: bool) -> RawSQL:
    """Return the subquery of the keys of the model's rows that match; `hidden` says whether of drafts too."""
    sql, values = index().rows(match, NOUN_OF[model], hidden=hidden)
    return RawSQL(sql, values)  # noqa: S611 - our own
