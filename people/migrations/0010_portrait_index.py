from django.db import migrations, models


class Migration(migrations.Migration):
    """By whose portrait it is, a request for a file is answered."""

    dependencies = [("people", "0009_tidy_texts")]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["portrait"], name="person_portrait"),
        ),
    ]
