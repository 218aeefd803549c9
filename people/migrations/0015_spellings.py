"""Other spellings of names and texts, and an index in which drafts are found too, and names by how their words begin.

The index is emptied here, as its triggers change: they are laid, and it is filled, at the end of `migrate`.
"""

from django.db import migrations

import people.fields
from people.spellings import spellings

# Where the spellings stand, and of which columns.
FIELDS = (
    ("person", "title_spellings", ("name",)),
    ("person", "body_spellings", ("description", "summary")),
    ("alias", "title_spellings", ("name",)),
    ("organisation", "title_spellings", ("name",)),
    ("role", "title_spellings", ("title",)),
    ("meeting", "title_spellings", ("title",)),
    ("meeting", "body_spellings", ("summary", "place")),
    ("allegation", "title_spellings", ("title",)),
    ("allegation", "body_spellings", ("claim", "said_by")),
    ("response", "body_spellings", ("summary", "quote")),
    ("statement", "body_spellings", ("summary",)),
    ("tie", "body_spellings", ("summary",)),
    ("source", "title_spellings", ("title",)),
    ("source", "body_spellings", ("publisher",)),
)
AT_ONCE = 1_000

TITLES = """
CREATE VIRTUAL TABLE people_searchtitle USING fts5(
    title,
    content = 'people_searchdocument', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2', {prefix} columnsize = 0
)
"""
ADDED = """
CREATE TRIGGER people_searchdocument_added AFTER INSERT ON people_searchdocument BEGIN
    INSERT INTO people_searchtitle (rowid, title) VALUES (NEW.id, NEW.title);
    INSERT INTO people_searchtext (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body);
    {name}
    INSERT INTO people_searchword (word)
    SELECT DISTINCT word FROM people_searchdocumentword AS one
    WHERE document = NEW.id AND NOT EXISTS (SELECT 1 FROM people_searchword AS known WHERE known.word = one.word);
END
"""
REMOVED = """
CREATE TRIGGER people_searchdocument_removed AFTER DELETE ON people_searchdocument BEGIN
    INSERT INTO people_searchtitle (people_searchtitle, rowid, title) VALUES ('delete', OLD.id, OLD.title);
    INSERT INTO people_searchtext (people_searchtext, rowid, title, body)
    VALUES ('delete', OLD.id, OLD.title, OLD.body);
    {name}
END
"""
EMPTIED = (
    "DROP TRIGGER people_searchdocument_added",
    "DROP TRIGGER people_searchdocument_removed",
    "DELETE FROM people_searchdocument",
    "DROP TABLE people_searchtitle",
    "INSERT INTO people_searchtext (people_searchtext) VALUES ('rebuild')",
)
SQLITE = (
    *EMPTIED,
    TITLES.format(prefix=""),
    """
    CREATE VIRTUAL TABLE people_searchname USING fts5(
        title,
        content = 'people_searchdocument', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', columnsize = 0
    )
    """,
    ADDED.format(name="INSERT INTO people_searchname (rowid, title) VALUES (NEW.id, NEW.title);"),
    REMOVED.format(
        name="INSERT INTO people_searchname (people_searchname, rowid, title) VALUES ('delete', OLD.id, OLD.title);"
    ),
)
SQLITE_REMOVED = (
    *EMPTIED,
    "DROP TABLE people_searchname",
    TITLES.format(prefix="prefix = '1 2 3',"),
    ADDED.format(name=""),
    REMOVED.format(name=""),
)
POSTGRESQL = (
    "TRUNCATE people_searchdocument",
    """
    ALTER TABLE people_searchdocument
    ADD COLUMN names tsvector GENERATED ALWAYS AS (to_tsvector('people_words', title)) STORED
    """,
    "CREATE INDEX people_searchdocument_names ON people_searchdocument USING gin (names)",
)
POSTGRESQL_REMOVED = (
    "TRUNCATE people_searchdocument",
    "ALTER TABLE people_searchdocument DROP COLUMN names",
)


def change_index(sqlite, postgresql):
    """Return what takes the triggers off the entries' tables and runs the statements."""

    def change(apps, schema_editor):
        from people.search.upkeep import uninstall

        uninstall(schema_editor.connection)
        with schema_editor.connection.cursor() as cursor:
            for statement in {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]:
                cursor.execute(statement)

    return change


def fill(apps, schema_editor):
    """Set the spellings of all rows that have any."""
    quote = schema_editor.quote_name
    for noun, field, sources in FIELDS:
        model = apps.get_model("people", noun)
        rows = model.objects.order_by().values_list("pk", *sources).iterator(chunk_size=AT_ONCE)
        found = [(text, key) for key, *texts in rows if (text := spellings(" ".join(texts)))]
        with schema_editor.connection.cursor() as cursor:
            update = f"UPDATE {quote(model._meta.db_table)} SET {quote(field)} = %s WHERE id = %s"
            for start in range(0, len(found), AT_ONCE):
                cursor.executemany(update, found[start : start + AT_ONCE])


class Migration(migrations.Migration):
    dependencies = [("people", "0013_digests_of_seeding")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, change_index(SQLITE_REMOVED, POSTGRESQL_REMOVED)),
        *(
            migrations.AddField(noun, field, people.fields.SpellingsField(*sources))
            for noun, field, sources in FIELDS
        ),
        *(migrations.RemoveField(noun, "folded") for noun in ("person", "alias", "role")),
        migrations.RunPython(fill, migrations.RunPython.noop),
        # To go back, the triggers go first: they read columns that go then.
        migrations.RunPython(change_index(SQLITE, POSTGRESQL), change_index((), ())),
    ]
