"""What the triggers of both databases share."""

from abc import abstractmethod
from collections.abc import Iterator

from django.db import transaction

from people.change_times.rules import PART_PATHS, PUBLISHED, ChangePath, columns, links
from people.triggers import Triggers


class ChangeTriggers(Triggers):
    """The triggers that move `updated_at` (see people.change_times.rules)."""

    prefix = "people_changed_"

    def is_ready(self) -> bool:
        """Return whether the database has the tables and their columns."""
        introspection = self.connection.introspection
        tables = introspection.table_names()
        if not {*columns(), *links()} <= set(tables):
            return False
        with self.connection.cursor() as cursor:
            described = introspection.get_table_description(cursor, "people_person")
        return "updated_at" in {column.name for column in described}

    def ensure_installed(self) -> None:
        """Install the triggers where they are not as they should be, and make up for what was written without them."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.catch_up()
                self.install()

    def catch_up(self) -> None:
        """Give entries the times of what they print."""
        self.execute(catch_up_statements())

    @abstractmethod
    def install(self) -> None:
        """Install the triggers; there are none."""


def catch_up_statements() -> Iterator[str]:
    """Yield the statements after which no entry is older than a published one that it prints whole."""
    # An answer changes its allegation, as an outcome does, and that the others, before any of them changes a profile.
    for table in ("people_response", "people_outcome", *PART_PATHS):
        for path in PART_PATHS[table]:
            published = f"(SELECT * FROM {table} WHERE {PUBLISHED})"  # noqa: S608 - our own
            yield update_times(path.target, pairs(path, published, "written.updated_at"))


def update_times(target: str, found: str, lock: str = "") -> str:
    """Return the statement that gives entries the times found for their keys, where these are later."""
    return (
        f"UPDATE {target} SET updated_at = late.time FROM ("  # noqa: S608 - our own
        f"SELECT entry.id, newest.time FROM {target} AS entry "
        f"JOIN (SELECT target, MAX(time) AS time FROM ({found}) AS found GROUP BY target) AS newest "
        f"ON entry.id = newest.target WHERE entry.updated_at < newest.time {lock}"
        f") AS late WHERE {target}.id = late.id"
    )


def pairs(path: ChangePath, rows: str, time: str) -> str:
    """Return the query for the keys of the entries to which the path leads from the rows, each with the time."""
    if path.via:
        joined = f"{rows} AS written JOIN {path.via} ON {path.here} = written.id"
        return f"SELECT {path.key} AS target, {time} AS time FROM {joined}"  # noqa: S608
    shown, column = path.shown
    condition = f"EXISTS (SELECT 1 FROM {shown} WHERE id = written.{column} AND {PUBLISHED})" if shown else "TRUE"  # noqa: S608
    return f"SELECT written.{path.key} AS target, {time} AS time FROM {rows} AS written WHERE {condition}"  # noqa: S608
