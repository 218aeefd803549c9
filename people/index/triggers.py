"""The triggers that change the version of the data whenever anything is written, and the epoch of the log.

An epoch is a time in which the log (people.changes) tells every change that the index has to know of: a new one begins
where rows of the log are erased, where columns made of others change by themselves, which is not logged, and where
tables are emptied at once. While migrations run there is none.
"""

from typing import NamedTuple

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from people.changes.rows import quoted
from people.changes.tables import logged_tables
from people.index.watched import WATCHED
from people.models import Desk
from people.triggers import PostgreSQLTriggers, SQLiteTriggers, Triggers, are_in_the_way

# Its rows are random numbers that are replaced whenever anything is written, in the same transaction. Their sum is the
# version: never the same for different data. Writers of PostgreSQL have a row each, so that none waits for another;
# SQLite has one writer at a time, and one row. Slots from SLOTS on have the epoch, likewise.
TABLE = "people_dataversion"
EVENTS = ("insert", "update", "delete")

# Writers beyond so many may have to wait for each other.
SLOTS = 1024

# Nothing in it can conflict: a statement that ignores conflicts would have its triggers ignore theirs.
# The epoch's numbers are small, as who runs an older version of this meanwhile adds up all that are there.
BUMP, RENEW = (
    f"DELETE FROM {TABLE} WHERE slot = {slot}; INSERT INTO {TABLE} (slot, number) VALUES ({slot}, {number});"  # noqa: S608
    for slot, number in ((0, "random()"), (SLOTS, "random() % 1000000000000"))
)

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

# Once in a transaction, for the same reason; it may be called for each row.
RENEW_FUNCTION = f"""
BEGIN
    IF current_setting('probe.renewed', true) = pg_current_xact_id()::text THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('probe.renewed', pg_current_xact_id()::text, true);
    INSERT INTO {TABLE} (slot, number) VALUES ({SLOTS} + pg_backend_pid() % {SLOTS}, (random() * 9e18)::bigint)
    ON CONFLICT (slot) DO UPDATE SET number = EXCLUDED.number;
    RETURN NULL;
END
"""  # noqa: S608 - our own
ERASED = "change_erased"


class Unlogged(NamedTuple):
    """The columns of a table that the index reads and that are made of others: what changes in them alone isn't logged.

    Attributes:
        table: The name of the table.
        columns: Those columns.
        others: The columns by which a change is logged.
    """

    table: str
    columns: list[str]
    others: list[str]

    @property
    def event(self) -> str:
        """Return the event on which to look."""
        return f"AFTER UPDATE OF {', '.join(self.columns)}"

    def condition(self, differs: str) -> str:
        """Return the condition that nothing else has changed in the row; `differs` is the operator for it."""
        made, logged = (
            " OR ".join(f"{quoted('OLD', column)} {differs} {quoted('NEW', column)}" for column in columns)
            for columns in (self.columns, self.others)
        )
        return f"({made}) AND NOT ({logged})"


class VersionTriggers(Triggers):
    """The triggers of every table of ours, those of links between entries too."""

    prefix = "people_version_"

    @property
    def tables(self) -> list[str]:
        """Return the tables whose rows are the data: all but those of the desk."""
        models = apps.get_app_config("people").get_models(include_auto_created=True)
        return [model._meta.db_table for model in models if not issubclass(model, Desk)]

    @property
    def derived(self) -> dict[str, Unlogged]:
        """Return what isn't logged of the tables, by the names of the triggers that look at it."""
        found = {}
        for name, one in logged_tables().items():
            columns = [column for column in WATCHED.get(name, ()) if column not in one.compared]
            if columns:
                found[f"{self.prefix}{name}_derived"] = Unlogged(one.table, columns, one.compared)
        return found

    @property
    def erased(self) -> str:
        """Return the name of the trigger that looks at the log itself."""
        return f"{self.prefix}{ERASED}"

    def is_ready(self) -> bool:
        """Return whether the database has the version's table, the log, and all tables of the data."""
        return {TABLE, "people_change", *self.tables} <= set(self.connection.introspection.table_names())

    def bump(self) -> None:
        """Make a new version."""
        raise NotImplementedError

    def renew(self) -> None:
        """Begin a new epoch."""
        raise NotImplementedError

    def end_epoch(self) -> None:
        """Leave no epoch: what is written from now on may not be logged."""
        if TABLE in self.connection.introspection.table_names():
            self.execute([f"DELETE FROM {TABLE} WHERE slot >= {SLOTS}"])  # noqa: S608 - our own

    def uninstall_derived(self) -> None:
        """Take away the triggers that name columns, which migrations may rename or drop."""
        there = self.installed()
        self.execute(self.dropping(name, one.table) for name, one in self.derived.items() if name in there)

    def dropping(self, name: str, table: str) -> str:
        """Return the statement that drops the trigger of the table."""
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
        return {
            **dict(self._trigger(table, event) for table in self.tables for event in EVENTS),
            **{name: self._renewing(name, one) for name, one in self.derived.items()},
            self.erased: f"CREATE TRIGGER {self.erased} AFTER DELETE ON people_change BEGIN {RENEW} END",
        }

    def dropping(self, name: str, table: str) -> str:
        """Return the statement that drops the trigger, whatever its table."""
        return f"DROP TRIGGER {name}"

    def _renewing(self, name: str, one: "Unlogged") -> str:
        return f"CREATE TRIGGER {name} {one.event} ON {one.table} WHEN {one.condition('IS NOT')} BEGIN {RENEW} END"

    def _trigger(self, table: str, event: str) -> tuple[str, str]:
        name = f"{self.prefix}{table.removeprefix('people_')}_{event}"
        return name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} BEGIN {BUMP} END"

    def bump(self) -> None:
        """Make a new version."""
        self.execute(filter(None, BUMP.split("; ")))

    def renew(self) -> None:
        """Begin a new epoch."""
        self.execute(filter(None, RENEW.split("; ")))


class PostgreSQLVersionTriggers(PostgreSQLTriggers, VersionTriggers):
    """The triggers of PostgreSQL, which it calls for each statement."""

    function = "people_version_draw()"
    renewing_function = "people_version_renew()"

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        functions = {self.function: FUNCTION, self.renewing_function: RENEW_FUNCTION}
        emptied = {f"{self._name(table)}_emptied": table for table in self.tables}
        derived = {name: one.table for name, one in self.derived.items()}
        return {
            **functions,
            **{self._name(table): table for table in self.tables},
            **emptied,
            **derived,
            self.erased: "people_change",
        }

    def install(self) -> None:
        """Create the functions and the triggers."""
        self._install_renewing()
        triggers = (
            f"CREATE TRIGGER {self._name(table)} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {self.function}"
            for table in self.tables
        )
        function = f"CREATE FUNCTION {self.function} RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT"
        self.execute([f"{function} AS $${FUNCTION}$$", *triggers])

    def _install_renewing(self) -> None:
        head = "RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT"
        self.execute([f"CREATE FUNCTION {self.renewing_function} {head} AS $${RENEW_FUNCTION}$$"])
        statements = {f"{self._name(table)}_emptied": f"AFTER TRUNCATE ON {table}" for table in self.tables}
        statements[self.erased] = "AFTER DELETE OR TRUNCATE ON people_change"
        for name, event in statements.items():
            self.execute([f"CREATE TRIGGER {name} {event} EXECUTE FUNCTION {self.renewing_function}"])
        for name, one in self.derived.items():
            condition = f"FOR EACH ROW WHEN ({one.condition('IS DISTINCT FROM')})"
            created = f"CREATE TRIGGER {name} {one.event} ON {one.table} {condition}"
            self.execute([f"{created} EXECUTE FUNCTION {self.renewing_function}"])

    def dropping(self, name: str, table: str) -> str:
        """Return the statement that drops the trigger of the table."""
        return f"DROP TRIGGER {name} ON {table}"

    def _name(self, table: str) -> str:
        return f"{self.prefix}{table.removeprefix('people_')}"

    def bump(self) -> None:
        """Make a new version."""
        self.execute([f"UPDATE {self.tables[0]} SET id = id WHERE false"])  # noqa: S608 - our own

    def renew(self) -> None:
        """Begin a new epoch."""
        self.execute(["UPDATE people_change SET id = id WHERE false", "DELETE FROM people_change WHERE false"])


TRIGGERS: dict[str, type[VersionTriggers]] = {"sqlite": SQLiteVersionTriggers, "postgresql": PostgreSQLVersionTriggers}


def version_triggers(connection: BaseDatabaseWrapper) -> VersionTriggers:
    """Return the triggers of the connection's database."""
    return TRIGGERS[connection.vendor](connection)


def before_migrate(using: str, plan: object, **_: object) -> None:
    """End the epoch: migrations are not logged. Triggers in their way go."""
    triggers = version_triggers(connections[using])
    triggers.end_epoch()
    if are_in_the_way(triggers.connection, plan):
        triggers.uninstall_derived()


def after_migrate(using: str, **_: object) -> None:
    """Put back triggers that a migration dropped, replace those that have changed, and begin a new epoch."""
    triggers = version_triggers(connections[using])
    if triggers.is_ready():
        triggers.ensure_installed()
        triggers.renew()


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers, after which nothing changes the version."""
    version_triggers(connection).uninstall()
