"""When each entry was last changed; of those that are there, as far as anybody knows, now."""

import django.utils.timezone
from django.db import migrations

import people.fields

MODELS = (
    "alias",
    "allegation",
    "meeting",
    "organisation",
    "person",
    "response",
    "role",
    "source",
    "statement",
    "tie",
)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_search")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="changed_at",
            field=people.fields.ChangedField(
                blank=True, db_index=True, default=django.utils.timezone.now, editable=False
            ),
            preserve_default=False,
        )
        for name in MODELS
    ]
