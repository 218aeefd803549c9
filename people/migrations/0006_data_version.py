"""The version of the data: a table that only triggers write to, which are laid once all migrations have run."""

from django.db import migrations

MADE = "CREATE TABLE people_dataversion (slot integer NOT NULL PRIMARY KEY, number bigint NOT NULL)"
REMOVED = "DROP TABLE people_dataversion"


def remove_triggers(apps, schema_editor):
    """Remove the triggers, which would write to a table that is gone."""
    from people.version import uninstall

    uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("people", "0005_reserved_slugs")]

    operations = [
        migrations.RunSQL(MADE, REMOVED),
        migrations.RunPython(migrations.RunPython.noop, remove_triggers),
    ]
