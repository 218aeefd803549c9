"""When each entry last changed: `updated_at` moves with everything that readers see of the entry, whoever writes it."""

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from people.change_times.postgresql import PostgreSQLChangeTriggers
from people.change_times.sqlite import SQLiteChangeTriggers
from people.change_times.triggers import ChangeTriggers
from people.triggers import are_in_the_way

__all__ = ["after_migrate", "before_migrate", "triggers_of"]

TRIGGERS: dict[str, type[ChangeTriggers]] = {"sqlite": SQLiteChangeTriggers, "postgresql": PostgreSQLChangeTriggers}


def triggers_of(connection: BaseDatabaseWrapper) -> ChangeTriggers:
    """Return the triggers of the connection's database."""
    return TRIGGERS[connection.vendor](connection)


def before_migrate(using: str, plan: object, **_: object) -> None:
    """Take the triggers away where they would be in the way of migrations."""
    triggers = triggers_of(connections[using])
    if are_in_the_way(triggers.connection, plan):
        triggers.uninstall()


def after_migrate(using: str, **_: object) -> None:
    """Install the triggers, or put them back where a migration took them away."""
    triggers = triggers_of(connections[using])
    if triggers.is_ready():
        triggers.ensure_installed()
