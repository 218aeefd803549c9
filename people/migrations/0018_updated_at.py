"""Names that say what they are: redirects of slugs, and the time of an entry's last update.

Only names change, so that no table is read or written anew, however large it is. The triggers that name the columns
are installed again after `migrate`.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Value
from django.db.models.functions import Replace

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


def rename_permissions(apps: Apps, editor: BaseDatabaseSchemaEditor, former: str, name: str) -> None:
    """Let those go on who were permitted to see and delete redirects."""
    permissions = apps.get_model("auth", "Permission").objects.using(editor.connection.alias)
    found = permissions.filter(content_type__app_label="people", codename__endswith=f"_{former}")
    found.update(codename=Replace(F("codename"), Value(former), Value(name)))


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    rename_permissions(apps, editor, "formerslug", "slugredirect")


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    rename_permissions(apps, editor, "slugredirect", "formerslug")


class Migration(migrations.Migration):
    dependencies = [("people", "0017_appearance"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.RenameModel("FormerSlug", "SlugRedirect"),
        migrations.AlterModelOptions(
            "SlugRedirect", {"ordering": ["content_type", "slug"], "verbose_name": "former slug"}
        ),
        migrations.RunPython(forwards, backwards, elidable=True),
        *(migrations.RenameField(name, "changed_at", "updated_at") for name in MODELS),
    ]
