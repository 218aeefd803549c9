"""What was "before 2017" ends with 2016 in days too, not only in words; and the order of time begins with it."""

from django.db import migrations, models
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from people.dates import InvalidDateError, days

MODELS = ("meeting", "source", "statement")


def find_last_days(apps, schema_editor):
    """Store the last day of dates with an open start anew."""
    for name in MODELS:
        rows = apps.get_model("people", name)._default_manager.using(schema_editor.connection.alias)
        dates = rows.filter(date__startswith="../").order_by().values_list("date", flat=True).distinct()
        for date in list(dates):
            try:
                latest = days(date)[1]
            except InvalidDateError:  # another program has put it there
                continue
            rows.filter(date=date).update(date_latest=latest)


def in_time(start, end):
    return [
        models.OrderBy(IsNull(Coalesce(start, end), True)),
        models.OrderBy(models.F(start), nulls_first=True),
        models.OrderBy(models.F(end), nulls_last=True),
    ]


class Migration(migrations.Migration):
    dependencies = [("people", "0011_linear_triggers")]

    operations = [
        migrations.RunPython(find_last_days, migrations.RunPython.noop, elidable=True),
        migrations.AlterModelOptions(
            "meeting", {"ordering": [*in_time("date_earliest", "date_latest"), "title", "pk"]}
        ),
        migrations.AlterModelOptions("role", {"ordering": [*in_time("start_earliest", "end_latest"), "title", "pk"]}),
        migrations.AlterModelOptions("statement", {"ordering": [*in_time("date_earliest", "date_latest"), "pk"]}),
    ]
