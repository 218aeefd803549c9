"""Triggers take time in proportion to the rows that one statement writes.

PostgreSQL looks up the words of documents by the index, and joins nothing, as it plans once for a session; redirects
are found by their entries. The triggers themselves are laid anew after `migrate`, where they have changed.
"""

from django.db import migrations, models

LEARN = """
CREATE OR REPLACE FUNCTION people_searchdocument_learn() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT {settings} AS $$
BEGIN
    -- No unique index, no lock: two transactions may learn a word twice, but never wait for each other.
    INSERT INTO people_searchword (word) {selected};
    RETURN NULL;
END $$
"""
WORDS = """
    SELECT DISTINCT one.word COLLATE "C" AS word
    FROM added, people_searchwords(added.title || ' ' || added.body) AS one (word)
"""
BY_INDEX = f"""
    WITH one AS MATERIALIZED ({WORDS}) SELECT word FROM one
    EXCEPT SELECT word FROM people_searchword WHERE word = ANY (ARRAY(SELECT word FROM one))
"""
AS_PLANNED = f"""
    SELECT one.word FROM ({WORDS}) AS one
    WHERE NOT EXISTS (SELECT FROM people_searchword AS known WHERE known.word = one.word COLLATE "C")
"""


def learning(selected, settings=""):
    """Return what makes the function learn the words selected."""

    def change(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(LEARN.format(selected=selected, settings=settings))

    return change


class Migration(migrations.Migration):
    dependencies = [("people", "0010_portrait_index")]

    operations = [
        migrations.RunPython(learning(BY_INDEX, "SET enable_seqscan = off"), learning(AS_PLANNED)),
        migrations.AddIndex(
            "formerslug", models.Index(fields=["object_id", "content_type"], name="former_slug_entry")
        ),
        migrations.RemoveIndex("formerslug", "people_form_content_c8e0bf_idx"),
    ]
