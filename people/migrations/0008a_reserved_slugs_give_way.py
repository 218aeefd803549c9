"""The constraints of 0005, in a database where entries have the slugs already: each of them takes a free one first.

A database in which 0005 has run needs nothing of this, and Django takes it as done.
"""

from importlib import import_module

from django.db import migrations

RESERVED = {"Allegation": ("choices",), "Meeting": ("choices",), "Person": ("choices", "compare")}


def free_slugs(apps, schema_editor):
    """Give the entries at the addresses of other pages addresses of their own. The old ones can't redirect."""
    database = schema_editor.connection.alias
    for name, slugs in RESERVED.items():
        for entry in apps.get_model("people", name).objects.using(database).filter(slug__in=slugs):
            entry.slug = free_slug(entry, apps, database)
            entry.save(update_fields=["slug", "changed_at"])


def free_slug(entry, apps, database):
    """Return the slug with the first number that no entry has or had, as the models would."""
    entries = type(entry).objects.using(database).filter(slug__startswith=entry.slug)
    former = apps.get_model("people", "FormerSlug").objects.using(database)
    former = former.filter(content_type__app_label="people", content_type__model=entry._meta.model_name)
    taken = {*entries.values_list("slug", flat=True), *former.values_list("slug", flat=True)}
    numbered = (f"{entry.slug}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in numbered if slug not in taken)


class Migration(migrations.Migration):
    replaces = [("people", "0005_reserved_slugs")]

    dependencies = [("people", "0004_changed_at")]

    operations = [
        migrations.RunPython(free_slugs, migrations.RunPython.noop),
        *import_module("people.migrations.0005_reserved_slugs").Migration.operations,
    ]
