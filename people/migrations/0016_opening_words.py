"""How a sentence begins, and pages and turns, which sources in other layouts than an article's have."""

import django.core.validators
from django.db import migrations, models

import people.fields


class Migration(migrations.Migration):
    dependencies = [("people", "0015_spellings")]

    operations = [
        migrations.AddField(
            model_name="passage",
            name="opening",
            field=people.fields.NameField(
                blank=True,
                help_text="How the sentence begins: at most 6 words, never all of it; all of a heading.",
                max_length=200,
                verbose_name="opening words",
            ),
        ),
        migrations.AlterField(
            model_name="passage",
            name="section",
            field=models.CharField(
                help_text="Such as slide-5, page-3 or turn-12.",
                max_length=20,
                validators=[
                    django.core.validators.RegexValidator(
                        "^(headline|paragraph|related|gallery|slide|navigation|page|turn)(-[1-9]\\d*)?\\Z",
                        "A section is one of headline, paragraph, related, gallery, slide, navigation, page, turn, "
                        "and its number where it has one: slide-5, paragraph-9.",
                    )
                ],
            ),
        ),
        migrations.AlterField(
            model_name="passage",
            name="sentence",
            field=models.PositiveSmallIntegerField(
                help_text="Its number in the section; 0 is a slide's heading or a speaker."
            ),
        ),
    ]
