"""The index in SQLite: FTS5 for stems and accents, and for the trigrams of words."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from people.search.document_specs import DocumentSpec
from people.search.index import Index, Match, Query
from people.search.spelling import trigrams
from people.search.words import WORD, Form, Word
from people.text import fold

# What surrounds a match; no document has control characters that anybody typed.
START, END = "\x02", "\x03"


class SQLiteIndex(Index):
    """People's documents in FTS5. A pattern is a query of FTS5."""

    titles_query = """
        SELECT rowid, %s, %s, length(title)
        FROM people_searchtitle
        WHERE people_searchtitle MATCH %s AND rowid BETWEEN %s AND %s
        LIMIT %s
    """
    texts_query = """
        SELECT rowid, %s, %s, length(title) + length(body)
        FROM people_searchtext
        WHERE people_searchtext MATCH %s AND rowid BETWEEN %s AND %s
        LIMIT %s
    """
    names_query = """
        SELECT rowid, %s, %s, length(title)
        FROM people_searchname
        WHERE people_searchname MATCH %s AND rowid BETWEEN %s AND %s
        LIMIT %s
    """
    ids_by_name = """
        SELECT rowid - %s AS id FROM people_searchname WHERE people_searchname MATCH %s AND rowid BETWEEN %s AND %s
    """
    ids_by_text = """
        SELECT rowid - %s AS id FROM people_searchtext WHERE people_searchtext MATCH %s AND rowid BETWEEN %s AND %s
    """
    joined = "group_concat({})"
    documents_by_name = """
        SELECT rowid AS document FROM people_searchname WHERE people_searchname MATCH %s AND rowid <= %s
    """
    ids_of_spec = f"""
        SELECT document - %s AS id FROM named WHERE document BETWEEN %s AND %s UNION ALL {ids_by_text}
    """  # noqa: S608 - our own
    sample_query = """
        SELECT %s, rowid FROM people_searchtext WHERE people_searchtext MATCH %s AND rowid < %s LIMIT %s
    """
    prefix_query = "SELECT word FROM people_searchword WHERE word >= %s AND word < %s LIMIT %s"
    similar_query = """
        SELECT place, word
        FROM (
            SELECT %s AS place, rowid AS id
            FROM people_searchspelling
            WHERE people_searchspelling MATCH %s
            ORDER BY rank
            LIMIT %s
        )
        JOIN people_searchword USING (id)
    """

    highlight_titles = """
        SELECT highlight(people_searchtitle, 0, %s, %s)
        FROM people_searchtitle
        WHERE people_searchtitle MATCH %s AND rowid IN ({})
    """
    highlight_texts = """
        SELECT highlight(people_searchtext, 0, %s, %s), highlight(people_searchtext, 1, %s, %s)
        FROM people_searchtext
        WHERE people_searchtext MATCH %s AND rowid IN ({})
    """

    def pattern(self, words: Sequence[Word], *, any_word: bool = False) -> str:
        """Return the query of FTS5; each word in quotation marks, so that none is an operator."""
        alternatives = (" OR ".join(map(written, word.forms)) for word in words)
        return (" OR " if any_word else " AND ").join(f"({one})" for one in alternatives)

    def names_pattern(self, forms: Sequence[Form]) -> str:
        """Return the query of FTS5 for titles that have a longer word only, of which one of the forms is the beginning.

        Texts hold titles too, and what has the word itself is found there: to find and fetch a million ids twice takes
        as long again.
        """
        whole = [form._replace(is_prefix=False) for form in forms]
        begun, same = (" OR ".join(map(written, some)) for some in (forms, whole))
        return f"({begun}) NOT ({same})"

    def _keys(self, match: Match, specs: Sequence[DocumentSpec]) -> Iterator[Query]:
        """Yield the query of the places of specs, and of the keys of their rows as texts.

        What titles have is looked up once for all of them: of a beginning, FTS5 goes through all documents whatever
        part of them is asked for. So they have the least numbers that there are.
        """
        values: list[Any] = [match.names, max(spec.last for spec in specs)]
        for place, spec in enumerate(specs):
            values += [place, spec.first, spec.first, spec.last, spec.first, match.texts, spec.first, spec.last]
        sql = " UNION ALL ".join(self._joined_keys(spec, self.ids_of_spec) for spec in specs)
        yield f"WITH named AS MATERIALIZED ({self.documents_by_name}) {sql}", values

    def likeness(self, word: str) -> str:
        """Return the query of FTS5 for words that have one of its trigrams."""
        return " OR ".join(f'"{trigram}"' for trigram in sorted(trigrams(word)))

    def matched(self, documents: Collection[int], pattern: str, *, titles: bool = False) -> set[str]:
        """Return the words that FTS5 would highlight."""
        places = ", ".join(["%s"] * len(documents))
        query = (self.highlight_titles if titles else self.highlight_texts).format(places)
        with self.connection.cursor() as cursor:
            cursor.execute(query, [START, END, *([] if titles else [START, END]), pattern, *documents])
            texts = [text for row in cursor.fetchall() for text in row]
        marked = (part.partition(END)[0] for text in texts for part in text.split(START)[1:])
        return {fold(word) for match in marked for word in WORD.findall(match)}


def written(form: Form) -> str:
    """Return the form in the language of FTS5: words in one pair of quotation marks stand beside each other."""
    if form.apart:
        return f"({' AND '.join(map(written, form.words))})"
    return f'"{form.text}"{"*" if form.is_prefix else ""}'
