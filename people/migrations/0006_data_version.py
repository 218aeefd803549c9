"""The version of the data. Its triggers are laid once all migrations have run."""

from django.db import migrations, models


def remove_triggers(apps, schema_editor):
    """Remove the triggers, which would write to a table that is gone."""
    from people.version import uninstall

    uninstall(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("people", "0005_reserved_slugs")]

    operations = [
        migrations.CreateModel(
            name="DataVersion",
            fields=[
                ("slot", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
            ],
            options={"ordering": ["slot"]},
        ),
        migrations.RunPython(migrations.RunPython.noop, remove_triggers),
    ]
