"""What is typed to search a list: read as the search page reads it, and found as keys, by which a list is filtered.

Each word is looked for on its own: whole in any text, or as the beginning of a word of a name or title. What nobody
listed has is taken for the beginning of any word, then for the word that is spelled most like it.
"""

from collections.abc import Callable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models.expressions import RawSQL
from pyroaring import BitMap

from people.index import ListIndex, PeopleIndex, union
from people.models import Alias, JobTitle, Organisation, Person, Role
from people.search.document_specs import SPEC_OF_MODEL
from people.search.english import is_english
from people.search.index import Index, Match
from people.search.spelling import MIN_RESPELLED_LENGTH, similar
from people.search.strategies import MAX_CANDIDATES_TRIED, Substitution, search_index, with_completions
from people.search.words import MAX_QUERY_WORDS, Word, parse_query

# What readers find people by.
PERSON_SPECS = (SPEC_OF_MODEL[Person], SPEC_OF_MODEL[Alias], SPEC_OF_MODEL[JobTitle])
ORGANISATION_SPECS = (SPEC_OF_MODEL[Organisation],)

HasMatches = Callable[[Word], bool]


class ListQuery(NamedTuple):
    """The words that a list is searched for, and which of them stand for others that were typed."""

    words: list[Word]
    substitutions: list[Substitution]


def parse_list_query(text: str, finds: HasMatches, max_words: int = MAX_QUERY_WORDS) -> ListQuery:
    """Return what `text` searches a list for, given what tells whether a word finds anything on it."""
    index = search_index()
    read_words = [one for word in parse_query(text, max_words).words for one in _read_word(index, word, finds)]
    return ListQuery([word for word, _ in read_words], [substitution for _, substitution in read_words if substitution])


def _read_word(index: Index, word: Word, finds: HasMatches) -> Iterator[tuple[Word, Substitution | None]]:
    """Yield the words to look for in place of the one that was typed, with what is to be told of it."""
    if finds(word):
        yield word, None
    elif word.parts:
        for part in word.parts:
            yield from _read_word(index, part, finds)
    else:
        begun = with_completions(index, word)
        yield (begun, None) if finds(begun) else _respelled(index, word, finds)


def _respelled(index: Index, word: Word, finds: HasMatches) -> tuple[Word, Substitution | None]:
    """Return the words that are spelled most like this one, of those that find anything; it itself if none does."""
    if len(word.folded) < MIN_RESPELLED_LENGTH or is_english(word.folded):
        return word, None
    found = similar(word.folded, index.similar([word.folded])[0])
    likely = sorted(found.items(), key=lambda one: (-one[1], one[0]))[:MAX_CANDIDATES_TRIED]
    for _, equal in groupby(likely, key=itemgetter(1)):
        known = [other for other, _ in equal if finds(word.spelled([other]))]
        if known:
            return word.spelled(known), Substitution(word.text, known)
    return word, None


def parse_people_query(text: str, index: PeopleIndex) -> ListQuery:
    """Return what `text` searches people for, of whom readers see those in the index."""
    return parse_list_query(text, lambda word: bool(people_matching(index, word)))


def people_with_words(index: PeopleIndex, words: list[Word]) -> BitMap:
    """Return those who have all the words."""
    return BitMap.intersection(index.everything, *(people_matching(index, word) for word in words))


def people_matching(index: PeopleIndex, word: Word) -> BitMap:
    """Return those who have the word in their texts, another name or the title of a role, or whom the slide shows."""
    ways = (
        BitMap.intersection(*(_matching(index, match) for match in way)) for way in search_index().alternatives(word)
    )
    return union(chain(ways, [_on_slide(index, word.slide)] if word.slide else []))


def _on_slide(index: PeopleIndex, slide: int) -> BitMap:
    return index.cached(
        ("slide", slide), lambda: index.bitmap(list(Person.public.on_slide(slide).values_list("pk", flat=True)))
    )


def _matching(index: PeopleIndex, match: Match) -> BitMap:
    return index.cached(match, lambda: index.owners(*search_index().keys(match, PERSON_SPECS)))


def parse_organisation_query(text: str, index: ListIndex) -> ListQuery:
    """Return what `text` searches organisations for, of which readers see those in the index."""
    return parse_list_query(text, lambda word: bool(organisations_matching(index, word)))


def organisations_with_words(index: ListIndex, words: list[Word]) -> BitMap:
    """Return those that have all the words in their names."""
    return BitMap.intersection(index.everything, *(organisations_matching(index, word) for word in words))


def organisations_matching(index: ListIndex, word: Word) -> BitMap:
    """Return those that have the word in their name."""

    def matching(match: Match) -> BitMap:
        return index.cached(match, lambda: index.bitmap(search_index().keys(match, ORGANISATION_SPECS)[0]))

    return union(BitMap.intersection(*map(matching, way)) for way in search_index().alternatives(word))


def rows_matching(match: Match, model: Any, *, hidden: bool) -> Any:
    """Return the subquery of the keys of the model's rows that match; `hidden` says whether of drafts too."""
    if model is Role:
        titles = JobTitle.objects.filter(pk__in=rows_matching(match, JobTitle, hidden=hidden))
        return Role.objects.filter(title_slug__in=titles.slugs()).order_by().values("pk")
    sql, values = search_index().rows(match, SPEC_OF_MODEL[model], hidden=hidden)
    return RawSQL(sql, values)  # noqa: S611 - our own
