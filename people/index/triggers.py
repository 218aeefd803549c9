"""The triggers that change the version of the data whenever anything is written."""

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from people.models import Desk
from people.triggers import PostgreSQLTriggers, SQLiteTriggers, Triggers

# Its rows are random numbers that are replaced whenever anything is written, in the same transaction. Their sum is the
# version: never the same for different data. Writers of PostgreSQL have a row each, so that none waits for another;
# SQLite has one writer at a time, and one row.
TABLE = "people_dataversion"
EVENTS = ("insert", "update", "delete")

# Writers beyond so many may have to wait for each other.
SLOTS = 1024

# Nothing in it can conflict: a statement that ignores conflicts would have its triggers ignore theirs.
BUMP = f"DELETE FROM {TABLE}; INSERT INTO {TABLE} (slot, number) VALUES (0, random());"  # noqa: S608 - our own

# What a trigger writes needs no version of its own: the statement that it follows makes one. Each change within a
# transaction has to pass those before it, so that one for each row would take longer and longer.
FUNCTION = f"""
BEGIN
    IF pg_trigger_depth() > 1 THEN
        RETURN NULL;
    END IF;
    INSERT INTO {TABLE} (slot, number) VALUES (pg_backend_pid() % {SLOTS}, (random() * 9e18)::bigint)
    ON CONFLICT (slot) DO UPDATE SET number = EXCLUDED.number;
    RETURN NULL;
END
"""  # noqa: S608 - our own


class VersionTriggers(Triggers):
    """The triggers of every table of ours, those of links between entries too."""

    prefix = "people_version_"

    @property
    def tables(self) -> list[str]:
        """Return the tables whose rows are the data: all but those of the desk."""
        models = apps.get_app_config("people").get_models(include_auto_created=True)
        return [model._meta.db_table for model in models if not issubclass(model, Desk)]

    def is_ready(self) -> bool:
        """Return whether the database has the version's table and all tables of the data."""
        return {TABLE, *self.tables} <= set(self.connection.introspection.table_names())

    def bump(self) -> None:
        """Make a new version."""
        raise NotImplementedError

    def ensure_installed(self) -> None:
        """Install the triggers unless they are as they should be; what was written without them is a new version."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.install()
                self.bump()


class SQLiteVersionTriggers(SQLiteTriggers, VersionTriggers):
    """The triggers of SQLite, which it calls for each row written."""

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers."""
        return dict(self._trigger(table, event) for table in self.tables for event in EVENTS)

    def _trigger(self, table: str, event: str) -> tuple[str, str]:
        name = f"{self.prefix}{table.removeprefix('people_')}_{event}"
        return name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} BEGIN {BUMP} END"

    def bump(self) -> None:
        """Make a new version."""
        self.execute(filter(None, BUMP.split("; ")))


class PostgreSQLVersionTriggers(PostgreSQLTriggers, VersionTriggers):
    """The triggers of PostgreSQL, which it calls for each statement."""

    function = "people_version_draw()"

    def expected(self) -> dict[str, str]:
        """Return the body of the function, and the tables of the triggers that call it."""
        return {self.function: FUNCTION} | {self._name(table): table for table in self.tables}

    def install(self) -> None:
        """Create the function and the triggers."""
        triggers = (
            f"CREATE TRIGGER {self._name(table)} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.function}"
            for table in self.tables
        )
        function = f"CREATE FUNCTION {self.function} RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT"
        self.execute([f"{function} AS $${FUNCTION}$$", *triggers])

    def _name(self, table: str) -> str:
        return f"{self.prefix}{table.removeprefix('people_')}"

    def bump(self) -> None:
        """Make a new version."""
        self.execute([f"UPDATE {self.tables[0]} SET id = id WHERE false"])  # noqa: S608 - our own


TRIGGERS: dict[str, type[VersionTriggers]] = {"sqlite": SQLiteVersionTriggers, "postgresql": PostgreSQLVersionTriggers}


def version_triggers(connection: BaseDatabaseWrapper) -> VersionTriggers:
    """Return the triggers of the connection's database."""
    return TRIGGERS[connection.vendor](connection)


def after_migrate(using: str, **_: object) -> None:
    """Put back triggers that a migration dropped, and replace those that have changed."""
    triggers = version_triggers(connections[using])
    if triggers.is_ready():
        triggers.ensure_installed()


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, after which nothing changes the version."""
    version_triggers(connection).uninstall()
