"""What is known of a source as a document, and how long each sentence is, by which a copy is checked in a browser."""

from django.db import migrations, models

import people.fields
from people.querysets.keys import fill_keys


def measure(apps, schema_editor):
    """Fill the length of the passages whose text is kept; the fixtures give that of the others."""
    passages = apps.get_model("people", "passage")._default_manager.using(schema_editor.connection.alias)
    fill_keys(passages.exclude(text=""))


class Migration(migrations.Migration):
    dependencies = [("people", "0020_mentions")]

    operations = [
        migrations.AlterField(
            model_name="source",
            name="title",
            field=people.fields.NameField(
                help_text="As published, letter for letter; a description of our own only if it has none.",
                max_length=200,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="gallery_title",
            field=people.fields.NameField(
                blank=True,
                default="",
                help_text="As published, letter for letter; blank if it has no gallery.",
                max_length=200,
                verbose_name="title of its gallery",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="source",
            name="covers_until",
            field=people.fields.PartialDateField(
                blank=True,
                default="",
                help_text="EDTF; the latest date that it gives, after which nothing is covered. Blank if that is not "
                "known.",
                max_length=40,
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="covers_until_earliest",
            field=people.fields.DayField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="covers_until_latest",
            field=people.fields.DayField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="archived_url",
            field=models.URLField(
                blank=True, default="", help_text="Where a copy of it is kept for good.", verbose_name="archived copy"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="source",
            name="read_on",
            field=models.DateField(
                blank=True,
                help_text="The day on which the copy was read that entries rest on.",
                null=True,
                verbose_name="read on",
            ),
        ),
        migrations.AddField(
            model_name="passage",
            name="length",
            field=people.fields.LengthField(
                "text",
                blank=True,
                help_text="Characters of the sentence in the form of which the digest is made. Counted, if the text "
                "is given.",
                null=True,
            ),
        ),
        migrations.RunPython(measure, migrations.RunPython.noop, elidable=True),
    ]
