"""The index in PostgreSQL: text search with unaccent and a stemmer, and pg_trgm."""

from collections.abc import Collection, Sequence

from people.search.index import Index
from people.search.words import Form, Word
from people.text import fold


class PostgreSQLIndex(Index):
    """People's documents as text search vectors. A pattern is the text of a tsquery."""

    titles_query = """
        SELECT id, %s, %s, length(title)
        FROM people_searchdocument
        WHERE titles @@ to_tsquery('people_stems', %s) AND id BETWEEN %s AND %s
        LIMIT %s
    """
    texts_query = """
        SELECT id, %s, %s, length(title) + length(body)
        FROM people_searchdocument
        WHERE texts @@ to_tsquery('people_stems', %s) AND id BETWEEN %s AND %s
        LIMIT %s
    """
    names_query = """
        SELECT id, %s, %s, length(title)
        FROM people_searchdocument
        WHERE names @@ to_tsquery('people_words', %s) AND id BETWEEN %s AND %s
        LIMIT %s
    """
    ids_by_name = """
        SELECT id - %s AS id FROM people_searchdocument
        WHERE names @@ to_tsquery('people_words', %s) AND id BETWEEN %s AND %s
    """
    ids_by_text = """
        SELECT id - %s AS id FROM people_searchdocument
        WHERE texts @@ to_tsquery('people_stems', %s) AND id BETWEEN %s AND %s
    """
    joined = "string_agg({}::text, ',')"
    sample_query = """
        SELECT %s, id FROM people_searchdocument WHERE texts @@ to_tsquery('people_stems', %s) AND id < %s LIMIT %s
    """
    prefix_query = "SELECT word FROM people_searchword WHERE word >= %s AND word < %s LIMIT %s"
    # Two transactions may have learnt a word at the same time.
    similar_query = """
        SELECT %s AS place, word
        FROM people_searchword, (SELECT %s::text AS given) AS given
        WHERE word %% given
        GROUP BY word, given
        ORDER BY similarity(word, given) DESC
        LIMIT %s
    """

    def pattern(self, words: Sequence[Word], *, any_word: bool = False) -> str:
        """Return the text of the tsquery; each word in quotation marks, so that none is an operator."""
        alternatives = (" | ".join(map(written, word.forms)) for word in words)
        return (" | " if any_word else " & ").join(f"({one})" for one in alternatives)

    def likeness(self, word: str) -> str:
        """Return the word itself, which pg_trgm takes apart."""
        return word

    def matched(self, documents: Collection[int], pattern: str, *, titles: bool = False) -> set[str]:
        """Return the words that match the pattern on their own: patterns are asked for one word of several."""
        sql = """
            SELECT DISTINCT word
            FROM people_searchdocument,
                unnest(tsvector_to_array(to_tsvector(
                    'people_words', CASE WHEN %s THEN title ELSE title || ' ' || body END
                ))) AS word
            WHERE id = ANY(%s) AND to_tsvector('people_stems', word) @@ to_tsquery('people_stems', %s)
        """
        with self.connection.cursor() as cursor:
            cursor.execute(sql, [titles, list(documents), pattern])
            return {fold(word) for (word,) in cursor.fetchall()}


def written(form: Form) -> str:
    """Return the form as a tsquery has it, in brackets where it is several words."""
    words = [f"'{one.text}'{':*' if one.is_prefix else ''}" for one in form.words]
    return f"({(' & ' if form.apart else ' <-> ').join(words)})"
