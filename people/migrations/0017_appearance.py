"""Places in galleries besides the first, in which the slides of people stand with the people themselves."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0016_opening_words'),
    ]

    operations = [
        migrations.AlterField(
            model_name='person',
            name='slide',
            field=models.PositiveSmallIntegerField(blank=True, help_text="Place in the first gallery; blank if that doesn't show the person.", null=True, unique=True),
        ),
        migrations.CreateModel(
            name='Appearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slide', models.PositiveSmallIntegerField(help_text='Place in that gallery.')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='people.person')),
                ('source', models.ForeignKey(help_text='A gallery, but not the first one.', on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='people.source')),
            ],
            options={
                'verbose_name': 'place in a further gallery',
                'verbose_name_plural': 'places in further galleries',
                'ordering': ['source_id', 'slide'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('source', 'slide'), name='appearance_slide_unique', violation_error_message='This slide of the gallery shows somebody else.'), models.UniqueConstraint(fields=('source', 'person'), name='appearance_person_unique', violation_error_message='Another slide of the gallery shows this person already.'), models.CheckConstraint(condition=models.Q(('slide__gte', 1)), name='appearance_slide_positive', violation_error_message='Slides are counted from 1.')],
            },
        ),
    ]
