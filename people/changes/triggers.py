"""The triggers that log every change of the data, whoever writes it: forms, commands, cascades, SQL.

They write the row as it was, and the revision that is open; of a row in which nothing but times of change or derived
columns differ they write nothing. PostgreSQL calls them once for each statement, SQLite once for each row.
"""

from collections.abc import Iterator

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from people.changes.rows import quoted, row_as_json
from people.changes.tables import LoggedTable, logged_tables
from people.triggers import PostgreSQLTriggers, SQLiteTriggers, Triggers
from people.vocabulary import Operation

COLUMNS = "revision_id, model, key, owner, operation, before, transaction_id"

# PostgreSQL has a setting that ends with the transaction, SQLite a table whose row does: it has one writer at a time.
SETTING = "probe.revision"
OPEN_REVISION = {
    "postgresql": f"nullif(current_setting('{SETTING}', true), '')::bigint",
    "sqlite": "(SELECT revision FROM people_openrevision)",
}
# The number of the transaction that writes, which whoever follows the log needs (people.index.log).
TRANSACTION = "CAST(CAST(pg_current_xact_id() AS text) AS bigint)"


class LogTriggers(Triggers):
    """The triggers of every logged table."""

    prefix = "people_log_"

    def is_ready(self) -> bool:
        """Return whether the database has the log and the tables that are logged."""
        tables = {one.table for one in logged_tables().values()}
        return {"people_change", *tables} <= set(self.connection.introspection.table_names())

    def ensure_installed(self) -> None:
        """Install the triggers unless they are as they should be."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.install()


class SQLiteLogTriggers(SQLiteTriggers, LogTriggers):
    """The triggers of SQLite."""

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers."""
        return {name: sql for one in logged_tables().values() for name, sql in self._triggers(one)}

    def _triggers(self, one: LoggedTable) -> Iterator[tuple[str, str]]:
        compared = (f"{quoted('OLD', column)} IS NOT {quoted('NEW', column)}" for column in one.compared)
        for operation, condition, row in (
            (Operation.INSERT, "", "NEW"),
            (Operation.UPDATE, f"WHEN {' OR '.join(compared)} ", "OLD"),
            (Operation.DELETE, "", "OLD"),
        ):
            before = "NULL" if row == "NEW" else row_as_json(one, "sqlite", row)
            revision, owner = OPEN_REVISION["sqlite"], owner_of(one, row)
            values = f"{revision}, '{one.name}', {row}.id, {owner}, '{operation}', {before}, NULL"
            logged = f"INSERT INTO people_change ({COLUMNS}) VALUES ({values});"  # noqa: S608 - our own
            name = f"{self.prefix}{one.name}_{operation.name.lower()}"
            yield name, f"CREATE TRIGGER {name} AFTER {operation.name} ON {one.table} {condition}BEGIN {logged} END"


class PostgreSQLLogTriggers(PostgreSQLTriggers, LogTriggers):
    """The triggers of PostgreSQL."""

    transition_tables = {
        "insert": "REFERENCING NEW TABLE AS changed",
        "update": "REFERENCING OLD TABLE AS former NEW TABLE AS changed",
        "delete": "REFERENCING OLD TABLE AS former",
    }

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        found: dict[str, str] = {}
        for one in logged_tables().values():
            name = f"{self.prefix}{one.name}"
            found[f"{name}()"] = function_body(one)
            found |= {f"{name}_{event}": one.table for event in self.transition_tables}
        return found

    def install(self) -> None:
        """Install the triggers."""
        for one in logged_tables().values():
            name = f"{self.prefix}{one.name}"
            self.execute(
                [
                    (
                        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT "
                        f"AS $${function_body(one)}$$"
                    ),
                    *(
                        f"CREATE TRIGGER {name}_{event} AFTER {event.upper()} ON {one.table} {rows} "
                        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
                        for event, rows in self.transition_tables.items()
                    ),
                ]
            )


def function_body(one: LoggedTable) -> str:
    """Return the body of the function that logs a statement of PostgreSQL."""
    columns = ", ".join(f'"{column}"' for column in one.compared)
    # As LINEAR_PLANS says: joined, the rows before and after would be looked through once for each of them.
    differing = f"SELECT {columns} FROM former EXCEPT SELECT {columns} FROM changed"  # noqa: S608 - our own
    written = f"former WHERE former.id = ANY (ARRAY(SELECT id FROM ({differing}) AS differing))"  # noqa: S608
    return f"""
BEGIN
    IF TG_OP = 'INSERT' THEN
        {_insertion(one, Operation.INSERT, "changed", "changed")}
    ELSIF TG_OP = 'DELETE' THEN
        {_insertion(one, Operation.DELETE, "former", "former")}
    ELSE
        {_insertion(one, Operation.UPDATE, "former", written)}
    END IF;
    RETURN NULL;
END
"""


def _insertion(one: LoggedTable, operation: Operation, row: str, rows: str) -> str:
    before = "CAST(NULL AS jsonb)" if operation == Operation.INSERT else row_as_json(one, "postgresql", row)
    revision, owner = OPEN_REVISION["postgresql"], owner_of(one, row)
    values = f"{revision}, '{one.name}', {row}.id, {owner}, '{operation}', {before}, {TRANSACTION}"
    return f"INSERT INTO people_change ({COLUMNS}) SELECT {values} FROM {rows} ORDER BY {row}.id;"  # noqa: S608


def owner_of(one: LoggedTable, row: str) -> str:
    """Return the expression of the key of the entry on whose form a row of the table stands."""
    return quoted(row, one.owner) if one.owner else "CAST(NULL AS bigint)"


TRIGGERS: dict[str, type[LogTriggers]] = {"sqlite": SQLiteLogTriggers, "postgresql": PostgreSQLLogTriggers}


def log_triggers(connection: BaseDatabaseWrapper) -> LogTriggers:
    """Return the triggers of the connection's database."""
    return TRIGGERS[connection.vendor](connection)


def before_migrate(using: str, plan: object, **_: object) -> None:
    """Take the triggers away: what a migration writes anew, nobody has changed, and SQLite may rebuild tables."""
    if plan:
        log_triggers(connections[using]).uninstall()


def after_migrate(using: str, **_: object) -> None:
    """Install the triggers, or put them back."""
    triggers = log_triggers(connections[using])
    if triggers.is_ready():
        triggers.ensure_installed()
