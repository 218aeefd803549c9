"""People and organisations that entries name in their prose, as editors choose them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0019c_statements_about_several'),
    ]

    operations = [
        migrations.AlterField(
            model_name='organisation',
            name='kind',
            field=models.CharField(choices=[('campaign', 'campaign'), ('government', 'government body'), ('company', 'company'), ('party', 'political party'), ('outlet', 'media outlet'), ('other', 'kind not given')], max_length=10),
        ),
        migrations.AddField(
            model_name='allegation',
            name='mentioned_organisations',
            field=models.ManyToManyField(blank=True, help_text='Organisations that the text names, likewise.', related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='allegation',
            name='mentioned_people',
            field=models.ManyToManyField(blank=True, help_text='Others whom the text names: their names in it become links, and their pages lead here.', related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='mentioned_organisations',
            field=models.ManyToManyField(blank=True, help_text='Organisations that the text names, likewise.', related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='mentioned_people',
            field=models.ManyToManyField(blank=True, help_text='Others whom the text names: their names in it become links, and their pages lead here.', related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='person',
            name='mentioned_organisations',
            field=models.ManyToManyField(blank=True, help_text='Organisations that the text names, likewise.', related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='person',
            name='mentioned_people',
            field=models.ManyToManyField(blank=True, help_text='Others whom the text names: their names in it become links, and their pages lead here.', related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='statement',
            name='mentioned_organisations',
            field=models.ManyToManyField(blank=True, help_text='Organisations that the text names, likewise.', related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='statement',
            name='mentioned_people',
            field=models.ManyToManyField(blank=True, help_text='Others whom the text names: their names in it become links, and their pages lead here.', related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='tie',
            name='mentioned_organisations',
            field=models.ManyToManyField(blank=True, help_text='Organisations that the text names, likewise.', related_name='+', to='people.organisation'),
        ),
        migrations.AddField(
            model_name='tie',
            name='mentioned_people',
            field=models.ManyToManyField(blank=True, help_text='Others whom the text names: their names in it become links, and their pages lead here.', related_name='+', to='people.person'),
        ),
    ]
