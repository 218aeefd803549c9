"""Tombstones of what was published, which triggers write, and indexes by which a page of the log is read alone."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0025_transaction'),
    ]

    operations = [
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.CharField(editable=False, max_length=20)),
                ('key', models.BigIntegerField()),
                ('slug', models.CharField(editable=False, max_length=120)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('first_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('gone', models.BooleanField(db_default=True, editable=False)),
            ],
            options={
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.RemoveIndex(
            model_name='change',
            name='change_row',
        ),
        migrations.RemoveIndex(
            model_name='change',
            name='change_owner',
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(fields=['model', 'key', 'id'], name='change_row'),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('owner__isnull', False)), fields=['model', 'owner', 'id'], name='change_owner'),
        ),
        migrations.AddIndex(
            model_name='tombstone',
            index=models.Index(fields=['noun', 'slug'], name='tombstone_slug'),
        ),
        migrations.AddIndex(
            model_name='tombstone',
            index=models.Index(condition=models.Q(('gone', True)), fields=['at', 'id'], name='tombstone_at'),
        ),
        migrations.AddConstraint(
            model_name='tombstone',
            constraint=models.UniqueConstraint(fields=('noun', 'key', 'slug'), name='tombstone_unique'),
        ),
    ]
