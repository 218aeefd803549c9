"""How a query is looked for: as it was asked, then with unknown words spelled otherwise, then in part."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection

from people.models import Allegation, Meeting, Person, Role, Statement
from people.search.document_specs import SPEC_OF_MODEL, document_id_of
from people.search.english import is_english
from people.search.index import Hit, Index, SearchHits
from people.search.postgresql import PostgreSQLIndex
from people.search.public import any_public
from people.search.spelling import MIN_RESPELLED_LENGTH, nearest, similar
from people.search.sqlite import SQLiteIndex
from people.search.words import SearchQuery, Word, parse_word

INDEXES: dict[str, type[Index]] = {"sqlite": SQLiteIndex, "postgresql": PostgreSQLIndex}

# Of the words that are spelled alike, so many are looked up before one is chosen.
MAX_CANDIDATES_TRIED = 8
# Of each kind, so many entries are found about those whom a slide shows.
MAX_ENTRIES_OF_SLIDE = 100
MODELS_ABOUT_PEOPLE = (Role, Meeting, Allegation, Statement)


class Substitution(NamedTuple):
    """A word that no document has, and what is looked for instead: other words, or words that begin with it."""

    typed: str
    words: list[str]


class Attempt(NamedTuple):
    """One way to look for the query.

    Attributes:
        words: What was looked for.
        found: What was found.
        substitutions: Which words were replaced; no words instead mean those that begin with it.
        any_word: Whether one of the words was enough.
        titles: Whether only titles were looked at.
    """

    words: tuple[Word, ...]
    found: SearchHits
    substitutions: list[Substitution]
    any_word: bool = False
    titles: bool = False


def search_index() -> Index:
    """Return the index of the database."""
    return INDEXES[connection.vendor](connection)


def strategies(query: SearchQuery) -> Iterator[Attempt]:
    """Yield each way to look for the query, the most faithful first; each costs its queries when its turn comes."""
    index = search_index()
    words = query.words
    if slide := query.slide:
        people = people_on_slide(slide)
        yield Attempt(words, hits([*people, *entries_about(people)]), [])
    yield Attempt(words, index.find(words), [])
    respelled, substitutions = respell(index, words)
    if substitutions:
        yield Attempt(respelled, index.find(respelled), substitutions)
    if len(respelled) > 1:
        yield Attempt(respelled, index.find(respelled, any_word=True), substitutions, any_word=True)


def autocomplete_strategies(query: SearchQuery) -> Iterator[Attempt]:
    """Yield each way to look in titles for the query, of which the last word may not be typed to its end."""
    index = search_index()
    *before, last = query.words
    if slide := query.slide:
        yield Attempt(query.words, hits(people_on_slide(slide)), [], titles=True)
    words = (*before, last.as_prefix())
    yield Attempt(words, index.find(words, names=True), [], titles=True)
    begun = (*before, with_completions(index, last))
    yield Attempt(begun, index.find(begun, titles=True), [], titles=True)
    respelled, substitutions = respell(index, query.words)
    if substitutions:
        yield Attempt(respelled, index.find(respelled, titles=True), substitutions, titles=True)


def people_on_slide(slide: int) -> list[tuple[Any, int]]:
    """Return whom readers see on the slide of that number, of any gallery, as model and key."""
    return [(Person, key) for key in Person.public.on_slide(slide).values_list("pk", flat=True)]


def entries_about(people: Collection[tuple[Any, int]]) -> Iterator[tuple[Any, int]]:
    """Yield the entries about the people, as model and key."""
    for model in MODELS_ABOUT_PEOPLE if people else ():
        about = model.public.about([key for _, key in people]).order_by("pk")
        yield from ((model, key) for key in about.values_list("pk", flat=True)[:MAX_ENTRIES_OF_SLIDE])


def hits(entries: Iterable[tuple[Any, int]]) -> SearchHits:
    """Return the entries as if words had found them, in the same order."""
    documents = (document_id_of(SPEC_OF_MODEL[model].number, key) for model, key in entries)
    return SearchHits([Hit(0, 0, place, document) for place, document in enumerate(documents)], frozenset())


def respell(index: Index, words: Sequence[Word]) -> tuple[tuple[Word, ...], list[Substitution]]:
    """Return the words with those replaced that no document has, and what each of these was replaced by.

    Words that were typed as one are looked for on their own. A word that others begin with stands for these; any other
    for the word that is spelled most like it, if one is. Very short words stand for no other, nor do English ones. What
    readers don't see has no words here: none of them is ever told, nor that there is one.
    """
    words = split_compounds(index, words)
    prefix_words = [with_completions(index, word) for word in words]
    present = any_public(index.sample([index.pattern([word]) for word in (*words, *prefix_words)]))
    known, begun = present[: len(words)], present[len(words) :]
    long = {word for word in words if len(word.folded) >= MIN_RESPELLED_LENGTH}
    unknown = [word for word, is_known in zip(words, known, strict=True) if not is_known and word in long]
    beginnings = {word: longer for word, longer, is_begun in zip(words, prefix_words, begun, strict=True) if is_begun}
    names = [word for word in unknown if word not in beginnings and not is_english(word.folded)]
    spellings = nearest_spellings(index, names)
    replaced = {word: beginnings.get(word) or spellings.get(word) for word in unknown}
    substitutions = [
        Substitution(word.text, [] if word in beginnings else [form.text for form in new.forms])
        for word, new in replaced.items()
        if new
    ]
    return tuple(replaced.get(word) or word for word in words), substitutions


def split_compounds(index: Index, words: Sequence[Word]) -> list[Word]:
    """Return the words, those that stand nowhere as they were typed as the several words that they are."""
    known = any_public(index.sample([index.pattern([word]) for word in words]))
    return [
        part
        for word, is_known in zip(words, known, strict=True)
        for part in (word,) * is_known or word.parts or (word,)
    ]


def with_completions(index: Index, word: Word) -> Word:
    """Return the word as the beginning of others, of which a stem may be shorter, and no longer begin with it."""
    return word.as_prefix().or_any_of(sorted(index.words_with_prefix(word.folded)))


def nearest_spellings(index: Index, words: Sequence[Word]) -> dict[Word, Word]:
    """Return for each of the words the one that is spelled most like it, among those that readers may see."""
    candidates_of = index.similar([word.folded for word in words])
    likely = [
        dict(sorted(similar(word.folded, some).items(), key=lambda one: -one[1])[:MAX_CANDIDATES_TRIED])
        for word, some in zip(words, candidates_of, strict=True)
    ]
    candidates = sorted({one for some in likely for one in some})
    present = any_public(index.sample([index.pattern([parse_word(one)]) for one in candidates]))
    known = {one for one, is_known in zip(candidates, present, strict=True) if is_known}
    best = (nearest({one: value for one, value in some.items() if one in known}) for some in likely)
    return {word: word.spelled(some) for word, some in zip(words, best, strict=True) if some}
