"""The log of changes. The triggers that write it are installed once all migrations have run."""

import django.db.models.deletion
import django.db.models.functions.datetime
import people.fields.text
from django.conf import settings
from django.db import migrations, models


# SQLite has no settings of a transaction: a row that its only writer takes away before others see it says which revision
# is open. PostgreSQL has them.
MADE = "CREATE TABLE people_openrevision (slot integer NOT NULL PRIMARY KEY CHECK (slot = 1), revision bigint NOT NULL)"


def make_open_revision(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(MADE)


def remove_open_revision(apps, schema_editor):
    from people.changes.triggers import log_triggers

    log_triggers(schema_editor.connection).uninstall()
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE people_openrevision")


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0021_citations'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True, editable=False)),
                ('kind', models.CharField(choices=[('edit', 'edit'), ('delete', 'deletion'), ('bulk', 'bulk action'), ('seed', 'seed'), ('import', 'import'), ('merge', 'merge'), ('undo', 'undo'), ('proposal', 'proposal')], max_length=8)),
                ('reason', people.fields.text.NameField(blank=True, max_length=200)),
                ('editor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undoes', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='undone_by', to='people.revision')),
            ],
            options={
                'ordering': ['-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('model', models.CharField(editable=False, max_length=40)),
                ('key', models.BigIntegerField()),
                ('owner', models.BigIntegerField(null=True)),
                ('operation', models.CharField(choices=[('I', 'added'), ('U', 'changed'), ('D', 'deleted')], max_length=1)),
                ('before', models.JSONField(null=True)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='people.revision')),
            ],
            options={
                'ordering': ['pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['model', 'key'], name='change_row'), models.Index(condition=models.Q(('owner__isnull', False)), fields=['model', 'owner'], name='change_owner')],
            },
        ),
        migrations.RunPython(make_open_revision, remove_open_revision),
    ]
