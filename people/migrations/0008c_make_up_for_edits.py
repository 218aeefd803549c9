"""What databases lack, or have left, whose migrations ran before these were edited.

PostgreSQL gets the function that 0003 makes today, without which 0007 lets nothing be written. Both databases lose
what Django keeps of a model that is no more, above all its permissions, which the admin would still offer.
"""

from django.db import migrations

POSTGRESQL = (
    """
CREATE OR REPLACE FUNCTION people_searchwords(text text) RETURNS SETOF text LANGUAGE sql STABLE
SET search_path FROM CURRENT AS $$
SELECT one.word
FROM unnest(tsvector_to_array(to_tsvector('people_words', text))) AS one (word)
WHERE length(one.word) BETWEEN 3 AND 40
$$
""",
    """
CREATE OR REPLACE VIEW people_searchdocumentword AS
SELECT document.id AS document, one.word COLLATE "C" AS word
FROM people_searchdocument AS document, people_searchwords(title || ' ' || body) AS one (word)
""",
)


def make_function(apps, schema_editor):
    """Make the function, and the view that calls it, or make them again as they are."""
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)


def forget_data_version(apps, schema_editor):
    """Forget the model DataVersion, and with it its permissions; its table stays."""
    types = apps.get_model("contenttypes", "ContentType").objects.using(schema_editor.connection.alias)
    types.filter(app_label="people", model="dataversion").delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0007_learn_words_once")]

    operations = [
        migrations.RunPython(make_function, migrations.RunPython.noop),
        migrations.RunPython(forget_data_version, migrations.RunPython.noop),
    ]
