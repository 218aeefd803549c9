"""Where the search index lies: a table of documents, what makes it searchable, and the words in it.

people.search.upkeep lays the triggers on the tables of the entries after each `migrate`.
"""

from django.db import NotSupportedError, migrations

SQLITE = """
CREATE TABLE people_searchdocument (id integer PRIMARY KEY, title text NOT NULL, body text NOT NULL)
----
CREATE VIRTUAL TABLE people_searchtitle USING fts5(
    title,
    content = 'people_searchdocument', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3', columnsize = 0
)
----
CREATE VIRTUAL TABLE people_searchtext USING fts5(
    title, body,
    content = 'people_searchdocument', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2', columnsize = 0
)
----
CREATE VIEW people_searchdocumentword AS
SELECT document, word
FROM (
    SELECT people_searchdocument.id AS document, lower(trim(value, '!?"()[]{}<>,;:*…“”„«»‘\t\r\n')) AS word
    FROM people_searchdocument, json_each('[' || replace(json_quote(
        replace(replace(replace(replace(replace(replace(
            title || ' ' || body, '-', ' '), '–', ' '), '/', ' '), '.', ' '), '’', ' '), '''', ' ')
    ), ' ', '","') || ']')
)
WHERE length(word) BETWEEN 3 AND 40
----
CREATE TABLE people_searchword (id integer PRIMARY KEY, word text NOT NULL UNIQUE)
----
CREATE VIRTUAL TABLE people_searchspelling USING fts5(word, content = '', tokenize = 'trigram')
----
CREATE TRIGGER people_searchdocument_added AFTER INSERT ON people_searchdocument BEGIN
    INSERT INTO people_searchtitle (rowid, title) VALUES (NEW.id, NEW.title);
    INSERT INTO people_searchtext (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body);
    INSERT INTO people_searchword (word)
    SELECT DISTINCT word FROM people_searchdocumentword AS one
    WHERE document = NEW.id AND NOT EXISTS (SELECT 1 FROM people_searchword AS known WHERE known.word = one.word);
END
----
CREATE TRIGGER people_searchdocument_removed AFTER DELETE ON people_searchdocument BEGIN
    INSERT INTO people_searchtitle (people_searchtitle, rowid, title) VALUES ('delete', OLD.id, OLD.title);
    INSERT INTO people_searchtext (people_searchtext, rowid, title, body)
    VALUES ('delete', OLD.id, OLD.title, OLD.body);
END
----
CREATE TRIGGER people_searchword_added AFTER INSERT ON people_searchword BEGIN
    INSERT INTO people_searchspelling (rowid, word) VALUES (NEW.id, '  ' || NEW.word || ' ');
END
"""

SQLITE_REMOVED = """
DROP VIEW people_searchdocumentword
----
DROP TABLE people_searchspelling
----
DROP TABLE people_searchword
----
DROP TABLE people_searchtext
----
DROP TABLE people_searchtitle
----
DROP TABLE people_searchdocument
"""

# An index per noun, so that a frequent word of one noun doesn't keep the others waiting: an id is the number of
# its noun times 2 to the 48th, plus the id of the entry.
PARTITIONS = "".join(
    f"""
----
CREATE TABLE people_searchdocument_{number} PARTITION OF people_searchdocument
FOR VALUES FROM ({number << 48}) TO ({number + 1 << 48})
"""
    for number in range(1, 9)
)

POSTGRESQL = f"""
CREATE EXTENSION IF NOT EXISTS unaccent
----
CREATE EXTENSION IF NOT EXISTS pg_trgm
----
CREATE TEXT SEARCH DICTIONARY people_stem (TEMPLATE = pg_catalog.snowball, LANGUAGE = english)
----
CREATE TEXT SEARCH CONFIGURATION people_stems (COPY = pg_catalog.simple)
----
ALTER TEXT SEARCH CONFIGURATION people_stems
ALTER MAPPING FOR asciiword, word, numword WITH unaccent, people_stem
----
CREATE TEXT SEARCH CONFIGURATION people_words (COPY = pg_catalog.simple)
----
ALTER TEXT SEARCH CONFIGURATION people_words ALTER MAPPING FOR asciiword, word, numword WITH unaccent, simple
----
CREATE TABLE people_searchdocument (
    id bigint PRIMARY KEY,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('people_stems', title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('people_stems', title || ' ' || body)) STORED
) PARTITION BY RANGE (id)
----
CREATE TABLE people_searchdocument_others PARTITION OF people_searchdocument DEFAULT
{PARTITIONS}
----
CREATE INDEX people_searchdocument_titles ON people_searchdocument USING gin (titles)
----
CREATE INDEX people_searchdocument_texts ON people_searchdocument USING gin (texts)
----
CREATE FUNCTION people_searchwords(text text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
SELECT one.word
FROM unnest(tsvector_to_array(to_tsvector('people_words', text))) AS one (word)
WHERE length(one.word) BETWEEN 3 AND 40
$$
----
CREATE VIEW people_searchdocumentword AS
SELECT document.id AS document, one.word COLLATE "C" AS word
FROM people_searchdocument AS document, people_searchwords(title || ' ' || body) AS one (word)
----
CREATE TABLE people_searchword (word text COLLATE "C" NOT NULL)
----
CREATE INDEX people_searchword_word ON people_searchword (word)
----
CREATE INDEX people_searchword_spelling ON people_searchword USING gin (word gin_trgm_ops)
----
CREATE FUNCTION people_searchdocument_learn() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    -- No unique index, no lock: two transactions may learn a word twice, but never wait for each other.
    INSERT INTO people_searchword (word)
    SELECT DISTINCT one.word
    FROM added, people_searchwords(added.title || ' ' || added.body) AS one (word)
    WHERE NOT EXISTS (SELECT FROM people_searchword AS known WHERE known.word = one.word COLLATE "C");
    RETURN NULL;
END $$
----
CREATE TRIGGER people_searchdocument_added AFTER INSERT ON people_searchdocument
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_searchdocument_learn()
----
CREATE TRIGGER people_searchdocument_changed AFTER UPDATE ON people_searchdocument
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_searchdocument_learn()
"""

# The extensions stay: others may use them.
POSTGRESQL_REMOVED = """
DROP VIEW people_searchdocumentword
----
DROP TABLE people_searchword
----
DROP TABLE people_searchdocument
----
DROP FUNCTION people_searchdocument_learn()
----
DROP FUNCTION people_searchwords(text)
----
DROP TEXT SEARCH CONFIGURATION people_words
----
DROP TEXT SEARCH CONFIGURATION people_stems
----
DROP TEXT SEARCH DICTIONARY people_stem
"""


def make_index(apps, schema_editor):
    """Make the index, empty."""
    connection = schema_editor.connection
    if connection.vendor == "sqlite":
        require_sqlite(connection)
    run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def remove_index(apps, schema_editor):
    """Remove the index, and the triggers that keep it."""
    from people.search.upkeep import uninstall

    uninstall(schema_editor.connection)
    run(schema_editor, {"sqlite": SQLITE_REMOVED, "postgresql": POSTGRESQL_REMOVED})


def run(schema_editor, statements):
    """Run the statements of the connection's vendor."""
    with schema_editor.connection.cursor() as cursor:
        for statement in statements[schema_editor.connection.vendor].split("----"):
            cursor.execute(statement)


def require_sqlite(connection):
    """Raise NotSupportedError for a SQLite that can't find spellings."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')")
        if connection.Database.sqlite_version_info < (3, 34) or not cursor.fetchone()[0]:
            raise NotSupportedError("Searching needs SQLite 3.34 or later with FTS5.")


class Migration(migrations.Migration):
    dependencies = [("people", "0002_groups")]

    operations = [migrations.RunPython(make_index, remove_index)]
