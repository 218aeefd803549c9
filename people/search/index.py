"""The one interface to the index, which each database keeps in its own way."""

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, ClassVar, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper

from people.search.document_specs import HIDDEN, READER_SPECS, DocumentSpec, row_of, spec_of_document
from people.search.words import Form, Word, words_in

# How many matches are ranked, however many there are: a frequent word may stand in half of the documents.
MAX_RANKED_MATCHES = 2_000
QUERIES_PER_PATTERN = sum(bool(spec.title) + bool(spec.body) for spec in READER_SPECS)

MAX_COMPLETIONS = 10
# SQLite takes no more than 500 queries as one, and each of ours may be two.
MAX_UNION_QUERIES = 200
MAX_SIMILAR_WORDS = 60
# Of the documents that have a word, so many are looked at for one that readers may see.
MAX_SAMPLED_DOCUMENTS = 30

# One word as all of a name is too short to be the beginning of another: JD is no beginning of Jdanov.
MIN_PREFIX_LENGTH = 4

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


class Match(NamedTuple):
    """What to look for in documents of which all are wanted: words that titles have or begin with, words of texts."""

    names: str
    texts: str


class SearchHits(NamedTuple):
    """The documents found, the best first, and the numbers of the models of which there may be more."""

    hits: list[Hit]
    cut: frozenset[int]


class Index(ABC):
    """The search index of a database, as readers use it.

    A pattern is what to look for, in the database's own language. Only `pattern` writes one, from words without
    any punctuation, so none is ever malformed.
    """

    titles_query: ClassVar[str]
    texts_query: ClassVar[str]
    names_query: ClassVar[str]
    ids_by_name: ClassVar[str]
    ids_by_text: ClassVar[str]
    joined: ClassVar[str]
    sample_query: ClassVar[str]
    prefix_query: ClassVar[str]
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
        names: bool = False,
    ) -> SearchHits:
        """Return the best of the documents, in one query; of a word in very many of them, the best of some.

        Those that lack the fewest words come first, then those that have them in the title, then the shortest.

        Args:
            words: What to look for. No words find nothing.
            any_word: Whether one of the words is enough.
            titles: Whether to look at titles only.
            names: Whether to look in titles for words as they are written, and not for others of the same stem.
        """
        patterns = [self.pattern([word]) for word in words] if any_word else [self.pattern(words)]
        limit = MAX_RANKED_MATCHES // (QUERIES_PER_PATTERN * max(1, len(patterns)))
        lists = self._names(patterns, limit) if names else self._lists(patterns, titles, limit)
        rows = self._select(lists if words else [])
        lengths = Counter((spec_of_document(row[0]).number, *row[1:3]) for row in rows)
        cut = frozenset(number for (number, *_), length in lengths.items() if length == limit)
        return SearchHits(ranked(rows, len(patterns)), cut)

    def find_rows(self, spec: DocumentSpec, word: Word, limit: int) -> list[int]:
        """Return the ids of the model's rows of which the text has the word, up to `limit` of them; drafts left out."""
        values = [0, 1, self.pattern([word]), spec.first, spec.last, limit]
        return [row_of(document) for document, *_ in self._select([(self.texts_query, values)])]

    def _names(self, patterns: list[str], limit: int) -> Iterator[Query]:
        for spec in READER_SPECS:
            for place, pattern in enumerate(patterns):
                if spec.title:
                    yield self.names_query, [place, 0, pattern, spec.first, spec.last, limit]

    def _lists(self, patterns: list[str], titles: bool, limit: int) -> Iterator[Query]:
        for spec in READER_SPECS:
            for place, pattern in enumerate(patterns):
                if spec.title:
                    yield self.titles_query, [place, 0, pattern, spec.first, spec.last, limit]
                if spec.body and not titles:
                    yield self.texts_query, [place, 1, pattern, spec.first, spec.last, limit]

    def sample(self, patterns: Sequence[str]) -> list[list[int]]:
        """Return for each of the patterns some of the documents that match it and are not hidden."""
        queries = (
            (self.sample_query, [place, pattern, HIDDEN, MAX_SAMPLED_DOCUMENTS])
            for place, pattern in enumerate(patterns)
        )
        found: list[list[int]] = [[] for _ in patterns]
        for place, document in self._select(queries):
            found[place].append(document)
        return found

    def alternatives(self, word: Word) -> list[list[Match]]:
        """Return in which ways the word may stand in documents: one is enough, and of a way all that it matches.

        Words that may stand apart may also stand in different documents of the same entry.
        """
        together = [form for form in word.forms if not form.apart]
        apart = [form.words for form in word.forms if form.apart]
        return [
            *([[self._match(together)]] if together else []),
            *([self._match([one]) for one in way] for way in apart),
        ]

    def _match(self, forms: Sequence[Form]) -> Match:
        begun = [
            form._replace(is_prefix=form.is_prefix or " " in form.text or len(forms) == 1 or is_long(form))
            for form in forms
        ]
        return Match(self.names_pattern(begun), self.pattern([Word("", "", tuple(forms))]))

    def names_pattern(self, forms: Sequence[Form]) -> str:
        """Return the pattern of documents whose titles have one of the forms.

        It may leave out those whose texts have the form as a whole: they are found by it all the same.
        """
        return self.pattern([Word("", "", tuple(forms))])

    def rows(self, match: Match, spec: DocumentSpec, *, hidden: bool) -> Query:
        """Return the query of the ids of the model's rows whose documents match, drafts too if `hidden`."""
        queries = [
            (query, [first, pattern, first, last])
            for first, last in spec.ranges(hidden=hidden)
            for query, pattern in ((self.ids_by_name, match.names), (self.ids_by_text, match.texts))
        ]
        return " UNION ALL ".join(query for query, _ in queries), [one for _, values in queries for one in values]

    def keys(self, match: Match, specs: Sequence[DocumentSpec]) -> list[list[Any]]:
        """Return for each of the models the keys of its rows whose documents match, drafts left out, in one query.

        The database sends them as one text: of a million rows, each would take longer to fetch than to find.
        """
        found: list[list[Any]] = [[] for _ in specs]
        for place, joined in self._select(self._keys(match, specs)):
            if joined is not None:
                found[place] = json.loads(f"[{joined}]") if specs[place].key == "id" else joined.split(",")
        return found

    def _keys(self, match: Match, specs: Sequence[DocumentSpec]) -> Iterator[Query]:
        """Yield queries of the place of a spec, and of the keys of its rows as a text."""
        for place, spec in enumerate(specs):
            sql, values = self.rows(match, spec, hidden=False)
            yield self._joined_keys(spec, sql), [place, *values]

    def _joined_keys(self, spec: DocumentSpec, ids: str) -> str:
        """Return the query of a place and of the keys of the model's rows with those ids, given as a query."""
        rows = f"({ids}) AS found" if spec.key == "id" else f"{spec.table} WHERE id IN ({ids})"
        return f"SELECT %s, {self.joined.format(spec.key)} FROM {rows}"  # noqa: S608 - our own

    def words_with_prefix(self, prefix: str) -> set[str]:
        """Return some of the words, folded, that begin so. Some may be in no document any more; so in `similar`."""
        after = f"{prefix[:-1]}{chr(ord(prefix[-1]) + 1)}"
        return words_in(word for (word,) in self._select([(self.prefix_query, [prefix, after, MAX_COMPLETIONS])]))

    def similar(self, words: Sequence[str]) -> list[set[str]]:
        """Return for each of the words those, folded, that have the most trigrams in common with it."""
        likenesses = ([place, self.likeness(word), MAX_SIMILAR_WORDS] for place, word in enumerate(words))
        found: list[set[str]] = [set() for _ in words]
        for place, word in self._select((self.similar_query, likeness) for likeness in likenesses):
            found[place].add(word)
        return [words_in(words) for words in found]

    def _select(self, queries: Iterable[Query]) -> list[tuple[Any, ...]]:
        """Return the rows of all of the queries, asked as one, or as few."""
        rest = iter(queries)
        return [
            row for given in iter(lambda: list(islice(rest, MAX_UNION_QUERIES)), []) for row in self._select_some(given)
        ]

    def _select_some(self, given: Sequence[Query]) -> list[tuple[Any, ...]]:
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


def is_long(form: Form) -> bool:
    """Return whether other words may begin with the form."""
    return len(form.text) >= MIN_PREFIX_LENGTH
