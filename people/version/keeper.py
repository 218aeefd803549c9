"""Lays the triggers that draw a new version of the data whenever anything is written."""

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from people.models import SeededEntry, SeededFiles
from people.triggers import PostgreSQLTriggers, SQLiteTriggers, Triggers

# Its rows are numbers that are drawn anew whenever anything is written, in the same transaction. All of them together
# are the version of the data: never the same for different data. Writers of PostgreSQL have each a row of their own,
# so that none waits for another; SQLite has one writer at a time, and one row.
TABLE = "people_dataversion"
EVENTS = ("insert", "update", "delete")

# Writers beyond so many may have to wait for each other.
SLOTS = 1024

# Nothing in it can conflict: a statement that ignores conflicts would have its triggers ignore theirs.
DRAWN = f"DELETE FROM {TABLE}; INSERT INTO {TABLE} (slot, number) VALUES (0, random());"  # noqa: S608 - our own

# What a trigger writes needs no version of its own: the statement that it follows draws one. Each draw of a transaction
# has to pass those before it, so that one for each row would take longer and longer.
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
        """Return the tables whose rows are the data: all but what the seed remembers of itself."""
        models = apps.get_app_config("people").get_models(include_auto_created=True)
        return [model._meta.db_table for model in models if model not in (SeededEntry, SeededFiles)]

    def is_ready(self) -> bool:
        """Return whether the database has the table of the version, and all that it is the version of."""
        return {TABLE, *self.tables} <= set(self.connection.introspection.table_names())

    def draw(self) -> None:
        """Draw a new version."""
        raise NotImplementedError

    def lay(self) -> None:
        """Lay the triggers where they are not as they should be; what was written without them is another version."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.install()
                self.draw()


class SQLiteVersionTriggers(SQLiteTriggers, VersionTriggers):
    """The triggers of SQLite, which it calls for each row written."""

    def expected(self) -> dict[str, str]:
        """Return the statements that lay the triggers."""
        return dict(self._trigger(table, event) for table in self.tables for event in EVENTS)

    def _trigger(self, table: str, event: str) -> tuple[str, str]:
        name = f"{self.prefix}{table.removeprefix('people_')}_{event}"
        return name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} BEGIN {DRAWN} END"

    def draw(self) -> None:
        """Draw a new version."""
        self.execute(filter(None, DRAWN.split("; ")))


class PostgreSQLVersionTriggers(PostgreSQLTriggers, VersionTriggers):
    """The triggers of PostgreSQL, which it calls for each statement."""

    function = "people_version_draw()"

    def expected(self) -> dict[str, str]:
        """Return the body of the function, and the tables of the triggers that call it."""
        return {self.function: FUNCTION} | {self._name(table): table for table in self.tables}

    def install(self) -> None:
        """Lay the triggers."""
        laid = (
            f"CREATE TRIGGER {self._name(table)} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.function}"
            for table in self.tables
        )
        made = f"CREATE FUNCTION {self.function} RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT"
        self.execute([f"{made} AS $${FUNCTION}$$", *laid])

    def _name(self, table: str) -> str:
        return f"{self.prefix}{table.removeprefix('people_')}"

    def draw(self) -> None:
        """Draw a new version."""
        self.execute([f"UPDATE {self.tables[0]} SET id = id WHERE false"])  # noqa: S608 - our own


KEEPERS: dict[str, type[VersionTriggers]] = {"sqlite": SQLiteVersionTriggers, "postgresql": PostgreSQLVersionTriggers}


def keeper_of(connection: BaseDatabaseWrapper) -> VersionTriggers:
    """Return who keeps the version of the connection's database."""
    return KEEPERS[connection.vendor](connection)


def after_migrate(using: str, **_: object) -> None:
    """Put the triggers back that a migration took away, or lay them anew where they have changed."""
    keeper = keeper_of(connections[using])
    if keeper.is_ready():
        keeper.lay()


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, after which nothing draws a new version."""
    keeper_of(connection).uninstall()
