"""Names and titles are sorted by a key of our own, the same on every database; here those that are stored get theirs.

Indexes follow in a migration of their own: PostgreSQL makes none on a table that was written to just before.
"""

from django.db import migrations, models
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from people.fields import NameKeyField, SortKeyField, SortNameField
from people.querysets.keys import fill_keys

NAMED = {"alias": ["name"], "organisation": ["name"], "person": ["sort_name", "name", "description"]}
TITLED = {"allegation": ["title"], "meeting": ["title"], "role": ["title"], "source": ["title"]}
LOOKED_FOR = {"alias": ["name"], "organisation": ["name"], "person": ["name", "description"]}


def make_keys(apps, schema_editor):
    """Make the keys of what is stored."""
    for name in NAMED | TITLED:
        fill_keys(apps.get_model("people", name)._default_manager.using(schema_editor.connection.alias).all())


def in_time(start, end):
    return [
        models.OrderBy(IsNull(Coalesce(start, end), True)),
        models.OrderBy(models.F(start), nulls_first=True),
        models.OrderBy(models.F(end), nulls_last=True),
    ]


ORDERS = {
    "alias": ["sort_key"],
    "allegation": ["sort_key"],
    "meeting": [*in_time("date_earliest", "date_latest"), "sort_key"],
    "organisation": ["sort_key"],
    "participation": ["meeting", "person__sort_key"],
    "person": ["sort_key"],
    "response": ["allegation", "person__sort_key"],
    "role": [*in_time("start_earliest", "end_latest"), "sort_key"],
    "source": ["sort_key"],
    "tie": ["from_person__sort_key", "to_person__sort_key"],
}
PLURALS = {"alias": {"verbose_name_plural": "aliases"}, "person": {"verbose_name_plural": "people"}}


class Migration(migrations.Migration):
    dependencies = [("people", "0012a_days_before")]

    operations = [
        migrations.AlterField(
            "person",
            "sort_name",
            SortNameField(
                blank=True,
                help_text="Family name first: Sessions, Jeff. If left blank, it is made of the name; look whether it "
                "is right.",
                max_length=200,
            ),
        ),
        *(
            migrations.AddField(name, "sort_key", SortKeyField(*sources, db_default="", default="", editable=False))
            for name, sources in (NAMED | TITLED).items()
        ),
        *(
            migrations.AddField(name, "name_key", NameKeyField(*sources, db_default="", default="", editable=False))
            for name, sources in LOOKED_FOR.items()
        ),
        migrations.RunPython(make_keys, migrations.RunPython.noop, elidable=True),
        *(
            migrations.AlterModelOptions(name, {"ordering": [*order, "pk"]} | PLURALS.get(name, {}))
            for name, order in ORDERS.items()
        ),
    ]
