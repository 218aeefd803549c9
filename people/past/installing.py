"""What the database needs so as to tell the past, put back after every migration: triggers, and an index of the log."""

from django.db import connections

from people.past.tombstones import tombstone_triggers
from people.querysets.past import FORMER_INDEX, former_index
from people.triggers import are_in_the_way


def before_migrate(using: str, plan: object, **_: object) -> None:
    """Take the triggers away where they would be in the way of migrations."""
    triggers = tombstone_triggers(connections[using])
    if are_in_the_way(triggers.connection, plan):
        triggers.uninstall()


def after_migrate(using: str, **_: object) -> None:
    """Install triggers and index, or put them back where a migration took them away."""
    triggers = tombstone_triggers(connections[using])
    if triggers.is_ready():
        triggers.ensure_installed()
        with triggers.connection.cursor() as cursor:
            known = triggers.connection.introspection.get_constraints(cursor, "people_change")
        # Even to find that it is there, PostgreSQL asks that nobody is writing to the table.
        if FORMER_INDEX not in known:
            triggers.execute([former_index(triggers.connection.vendor)])
