"""The one interface to the index, which each database keeps in its own way."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, ClassVar, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

from people.search.nouns import NOUNS, SearchNoun, noun_of
from people.search.words import Word, words_in

# How many matches are ranked, however many there are: a frequent word may stand in half of the documents.
RANKED = 2_000
LISTS = sum(bool(noun.title) + bool(noun.body) for noun in NOUNS)

COMPLETIONS = 10
CANDIDATES = 60

Query = tuple[str, Sequence[Any]]


class Hit(NamedTuple):
    """A document found, in the order of its rank.

    Attributes:
        missing: How many of the words it lacks.
        tier: 0 if they stand in its title, else 1.
        length: Of the text in which they stand, in characters.
        document: Its id.
    """

    missing: int
    tier: int
    length: int
    document: int


class SearchHits(NamedTuple):
    """The documents found, the best first, and the numbers of the nouns of which there may be more."""

    hits: list[Hit]
    cut: frozenset[int]


class Index(ABC):
    """The search index of a database, as readers use it.

    A pattern is what to look for, in the database's own language. Only `pattern` writes one, from words without
    any punctuation, so none is ever malformed.
    """

    titles_query: ClassVar[str]
    texts_query: ClassVar[str]
    present_query: ClassVar[str]
    beginning_query: ClassVar[str]
    similar_query: ClassVar[str]

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        """Take the connection to the database."""
        self.connection = connection

    @abstractmethod
    def pattern(self, words: Sequence[Word], *, any_word: bool = False) -> str:
        """Return the pattern of documents that have all of the words, or any of them."""

    @abstractmethod
    def likeness(self, word: str) -> str:
        """Return what `similar_query` compares words with to find those that are spelled like `word`."""

    @abstractmethod
    def matched(self, documents: Collection[int], pattern: str, *, titles: bool = False) -> set[str]:
        """Return the words of the documents, or of their titles, folded, by which they match the pattern."""

    def find(
        self,
        words: Sequence[Word],
        *,
        any_word: bool = False,
        titles: bool = False,
        nouns: Collection[SearchNoun] = NOUNS,
    ) -> SearchHits:
        """Return the best of the documents, in one query; of a word in very many of them, the best of some.

        Those that lack the fewest words come first, then those that have them in the title, then the shortest.

        Args:
            words: What to look for. No words find nothing.
            any_word: Whether one of the words is enough.
            titles: Whether to look at titles only.
            nouns: Whose documents to look at.
        """
        patterns = [self.pattern([word]) for word in words] if any_word else [self.pattern(words)]
        limit = RANKED // (LISTS * max(1, len(patterns)))
        rows = self._select(self._lists(patterns, nouns, titles, limit) if words else [])
        lengths = Counter((noun_of(row[0]).number, *row[1:3]) for row in rows)
        cut = frozenset(number for (number, *_), length in lengths.items() if length == limit)
        return SearchHits(ranked(rows, len(patterns)), cut)

    def _lists(self, patterns: list[str], nouns: Collection[SearchNoun], titles: bool, limit: int) -> Iterator[Query]:
        for noun in nouns:
            for place, pattern in enumerate(patterns):
                if noun.title:
                    yield self.titles_query, [place, 0, pattern, noun.first, noun.last, limit]
                if noun.body and not titles:
                    yield self.texts_query, [place, 1, pattern, noun.first, noun.last, limit]

    def present(self, patterns: Sequence[str]) -> list[bool]:
        """Return for each of the patterns whether some document matches it."""
        found = {place for (place,) in self._select((self.present_query, one) for one in enumerate(patterns))}
        return [place in found for place in range(len(patterns))]

    def beginning(self, start: str) -> set[str]:
        """Return some of the words, folded, that begin so. Some may be in no document any more; so in `similar`."""
        after = f"{start[:-1]}{chr(ord(start[-1]) + 1)}"
        return words_in(word for (word,) in self._select([(self.beginning_query, [start, after, COMPLETIONS])]))

    def similar(self, words: Sequence[str]) -> list[set[str]]:
        """Return for each of the words those, folded, that have the most trigrams in common with it."""
        likenesses = ([place, self.likeness(word), CANDIDATES] for place, word in enumerate(words))
        found: list[set[str]] = [set() for _ in words]
        for place, word in self._select((self.similar_query, likeness) for likeness in likenesses):
            found[place].add(word)
        return [words_in(words) for words in found]

    def _select(self, queries: Iterable[Query]) -> list[tuple[Any, ...]]:
        """Return the rows of all of the queries, asked as one."""
        given = list(queries)
        if not given:
            return []
        sql = " UNION ALL ".join(f"SELECT * FROM ({query}) AS part" for query, _ in given)  # noqa: S608 - our own
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [value for _, values in given for value in values])
            return list(cursor.fetchall())


def ranked(rows: Iterable[tuple[int, int, int, int]], patterns: int) -> list[Hit]:
    """Return the documents of the rows (document, place of the pattern, tier, length), the best first."""
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for document, pattern, tier, length in rows:
        matches = found.setdefault(document, {})
        matches[pattern] = min((tier, length), matches.get(pattern, (tier, length)))
    hits = (Hit(patterns - len(matches), *min(matches.values()), one) for one, matches in found.items())
    return sorted(hits)
