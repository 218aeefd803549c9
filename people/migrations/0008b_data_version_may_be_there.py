"""The table of 0006, in a database that has it already: it was made by 0005_data_version, which is no more.

A database in which 0006 has run needs nothing of this, and Django takes it as done.
"""

from importlib import import_module

from django.db import migrations

landed = import_module("people.migrations.0006_data_version")

MADE = "CREATE TABLE IF NOT EXISTS people_dataversion (slot integer NOT NULL PRIMARY KEY, number bigint NOT NULL)"


class Migration(migrations.Migration):
    replaces = [("people", "0006_data_version")]

    dependencies = [("people", "0005_reserved_slugs")]

    operations = [
        migrations.RunSQL(MADE, landed.REMOVED),
        migrations.RunPython(migrations.RunPython.noop, landed.remove_triggers),
    ]
