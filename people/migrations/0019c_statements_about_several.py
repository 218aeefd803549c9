"""A statement may be about several people, and stands on the page of each."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0019b_replies_and_outcomes'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='others',
            field=models.ManyToManyField(blank=True, help_text="Whom else it names. It stands on each one's page, so it names everybody in words.", related_name='other_statements', to='people.person', verbose_name='also about'),
        ),
    ]
