"""The two groups of people who work in the admin."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS = "Editors"
CHIEF_EDITORS = "Chief editors"


def make_groups(apps, schema_editor):
    """Make both groups, or give them their permissions where they are there already."""
    database = schema_editor.connection.alias
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Django makes an app's permissions only after all migrations have run.
    people = apps.get_app_config("people")
    people.models_module = True  # without it, permissions are not made for an app of a migration
    create_permissions(people, apps=apps, using=database, verbosity=0)
    people.models_module = None
    everything = Permission.objects.using(database).filter(content_type__app_label="people")
    for name, permissions in (
        (CHIEF_EDITORS, everything),
        (EDITORS, everything.exclude(codename__startswith="delete_")),
    ):
        group, _ = Group.objects.using(database).get_or_create(name=name)
        group.permissions.set(permissions)


def remove_groups(apps, schema_editor):
    """Remove both groups; their members keep their accounts."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=[EDITORS, CHIEF_EDITORS]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
