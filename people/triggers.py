"""Triggers, by which a database itself keeps one part of it in step with others, whoever writes them.

A migration can't install them once and for all: SQLite rebuilds a table to alter it, and drops its triggers with it.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django.db.backends.base.base import BaseDatabaseWrapper

# PostgreSQL plans a statement of a function once for a session, by the size that tables have then. A plan for a table
# of three rows reads all of it for each row, long after it has grown: so functions are told to use indexes, and join
# nothing. Rows are looked up by an array of keys, and compared with EXCEPT, which takes time in proportion.
LINEAR_PLANS = "SET enable_seqscan = off"


class Triggers(ABC):
    """The triggers of a database whose names begin with `prefix`."""

    prefix: ClassVar[str]

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        """Take the connection to the database."""
        self.connection = connection

    @abstractmethod
    def expected(self) -> Mapping[str, str]:
        """Return the triggers that there should be, by name, as the database tells them."""

    @abstractmethod
    def installed(self) -> Mapping[str, str]:
        """Return the triggers that there are, likewise."""

    @abstractmethod
    def install(self) -> None:
        """Install the triggers; there are none."""

    @abstractmethod
    def uninstall(self) -> None:
        """Take away the triggers that there are."""

    def is_installed(self) -> bool:
        """Return whether all triggers are there, as they should be."""
        return self.expected() == self.installed()

    @property
    def pattern(self) -> str:
        """Return the pattern of LIKE that the names match, in which a single underscore would be any character."""
        return self.prefix.replace("_", "\\_") + "%"

    def execute(self, statements: Iterable[str]) -> None:
        """Run the statements."""
        with self.connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)

    def select(self, query: str, *parameters: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self.connection.cursor() as cursor:
            cursor.execute(query, parameters or None)
            return list(cursor.fetchall())


class SQLiteTriggers(Triggers):
    """Triggers of SQLite, which tells of each the statement that created it."""

    def installed(self) -> dict[str, str]:
        """Return the statements that created the triggers."""
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s ESCAPE '\\'"
        return {str(name): str(sql) for name, sql in self.select(query, self.pattern)}

    def install(self) -> None:
        """Install the triggers."""
        self.execute(self.expected().values())

    def uninstall(self) -> None:
        """Drop the triggers."""
        self.execute(f"DROP TRIGGER {name}" for name in self.installed())


class PostgreSQLTriggers(Triggers):
    """Triggers of PostgreSQL, which tells of each its table, and of the functions that they call their bodies.

    Functions have () after their names here.
    """

    def installed(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that are switched on."""
        query = """
            SELECT proname || '()', prosrc FROM pg_proc WHERE proname LIKE %s AND pg_function_is_visible(oid)
            UNION ALL
            SELECT tgname, tgrelid::regclass::text FROM pg_trigger
            WHERE tgname LIKE %s AND pg_table_is_visible(tgrelid) AND tgenabled IN ('O', 'A')
        """
        return {str(name): str(text) for name, text in self.select(query, self.pattern, self.pattern)}

    def uninstall(self) -> None:
        """Drop the functions, and the triggers with them."""
        functions = [name for name in self.installed() if name.endswith("()")]
        self.execute(f"DROP FUNCTION {name} CASCADE" for name in functions)


def are_in_the_way(connection: BaseDatabaseWrapper, plan: Any) -> bool:
    """Return whether triggers that name other tables have to go before the plan of migrations is carried out.

    SQLite may rebuild tables, and migrations that are taken back may rename or drop what the triggers name.
    """
    return bool(plan) and (connection.vendor == "sqlite" or any(backwards for _, backwards in plan))
