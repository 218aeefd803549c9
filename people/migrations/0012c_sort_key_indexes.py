from django.db import migrations, models


class Migration(migrations.Migration):
    """By these keys lists are sorted, and namesakes found."""

    dependencies = [("people", "0012b_sort_keys")]

    operations = [
        migrations.AddIndex(name, models.Index(fields=[key], name=f"{name}_{key}"))
        for name, key in (
            ("allegation", "sort_key"),
            ("organisation", "sort_key"),
            ("person", "sort_key"),
            ("alias", "name_key"),
            ("organisation", "name_key"),
            ("person", "name_key"),
        )
    ]
