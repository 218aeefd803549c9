"""Which entries are not the same although their names suggest it, and an index by which deletions are listed."""

import django.db.models.deletion
import django.db.models.functions.datetime
import people.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0023_job_titles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NotSame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(editable=False, max_length=40)),
                ('first', models.BigIntegerField(editable=False)),
                ('second', models.BigIntegerField(editable=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('reason', people.fields.NameField(blank=True, max_length=200)),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('operation', 'D')), fields=['id'], name='change_deletion'),
        ),
        migrations.AddField(
            model_name='notsame',
            name='editor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='notsame',
            index=models.Index(fields=['model', 'second'], name='not_same_second'),
        ),
        migrations.AddConstraint(
            model_name='notsame',
            constraint=models.UniqueConstraint(fields=('model', 'first', 'second'), name='not_same_unique'),
        ),
        migrations.AddConstraint(
            model_name='notsame',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='not_same_in_order'),
        ),
    ]
