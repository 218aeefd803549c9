"""The triggers of SQLite, one for each row written. The time is the same for all rows of a statement."""

from collections.abc import Iterable, Iterator

from people.change_times.rules import PART_PATHS, PUBLISHED, ChangePath, columns, links, names, sourced
from people.change_times.triggers import ChangeTriggers
from people.triggers import SQLiteTriggers

# SQLite's clock counts milliseconds, Python's microseconds: a time of the same millisecond must not be the later one.
SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f000', 'now', '+0.001 seconds')"


class SQLiteChangeTriggers(SQLiteTriggers, ChangeTriggers):
    """The triggers of SQLite."""

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers."""
        statements = [*_own_triggers(), *_part_triggers(), *_link_triggers(), *_name_triggers()]
        return {
            f"{self.prefix}{name}": f"CREATE TRIGGER {self.prefix}{name} {statement}" for name, statement in statements
        }


def _own_triggers() -> Iterator[tuple[str, str]]:
    for table, own in columns().items():
        differs = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in own)
        yield (
            f"{_short(table)}_own",
            (
                f"AFTER UPDATE ON {table} WHEN NEW.updated_at IS OLD.updated_at AND ({differs}) "  # noqa: S608 - our own
                f"BEGIN UPDATE {table} SET updated_at = {SQLITE_NOW} WHERE id = NEW.id; END"
            ),
        )


def _part_triggers() -> Iterator[tuple[str, str]]:
    for table, paths in PART_PATHS.items():
        name, direct = _short(table), [path for path in paths if not path.via]
        moving = ["status", *(path.key for path in direct)]
        moved = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in moving)
        arrived = _update_times(paths, "NEW", "NEW.updated_at")
        yield f"{name}_part_insert", f"AFTER INSERT ON {table} WHEN NEW.{PUBLISHED} BEGIN {arrived} END"
        yield (
            f"{name}_part_update",
            (
                f"AFTER UPDATE OF updated_at ON {table} WHEN NEW.{PUBLISHED} AND NEW.updated_at IS NOT OLD.updated_at "
                f"BEGIN {arrived} END"
            ),
        )
        yield (
            f"{name}_part_move",
            (
                f"AFTER UPDATE OF {', '.join(moving)} ON {table} "
                f"WHEN (NEW.{PUBLISHED} OR OLD.{PUBLISHED}) AND ({moved}) "
                f"BEGIN {_update_times(direct, 'OLD')} {_update_times(paths, 'NEW')} END"
            ),
        )
        if direct:
            gone = _update_times(direct, "OLD")
            yield f"{name}_part_delete", f"AFTER DELETE ON {table} WHEN OLD.{PUBLISHED} BEGIN {gone} END"


def _link_triggers() -> Iterator[tuple[str, str]]:
    for table, paths in links().items():
        name, new, old = _short(table), _update_times(paths, "NEW"), _update_times(paths, "OLD")
        yield f"{name}_link_insert", f"AFTER INSERT ON {table} BEGIN {new} END"
        yield f"{name}_link_update", f"AFTER UPDATE ON {table} BEGIN {old} {new} END"
        yield f"{name}_link_delete", f"AFTER DELETE ON {table} BEGIN {old} END"


def _name_triggers() -> Iterator[tuple[str, str]]:
    for table, (values, paths) in names().items():
        renamed = " OR ".join(f"{value.format(row='NEW')} IS NOT {value.format(row='OLD')}" for value in values)
        seen = f"(NEW.{PUBLISHED} OR OLD.{PUBLISHED}) AND " if table.removeprefix("people_") in sourced() else ""
        yield (
            f"{_short(table)}_name",
            f"AFTER UPDATE ON {table} WHEN {seen}({renamed}) BEGIN {_update_times(paths, 'NEW')} END",
        )


def _update_times(paths: Iterable[ChangePath], row: str, time: str = SQLITE_NOW) -> str:
    """Return the statements that give the entries to which the paths lead from the row the time, if it is later."""
    return " ".join(
        f"UPDATE {path.target} SET updated_at = {time} WHERE id IN ({_found(path, row)}) AND updated_at < {time};"  # noqa: S608
        for path in paths
    )


def _found(path: ChangePath, row: str) -> str:
    if path.via:
        return f"SELECT {path.key} FROM {path.via} WHERE {path.here} = {row}.id"  # noqa: S608
    shown, column = path.shown
    condition = f" WHERE EXISTS (SELECT 1 FROM {shown} WHERE id = {row}.{column} AND {PUBLISHED})" if shown else ""  # noqa: S608
    return f"SELECT {row}.{path.key}{condition}"


def _short(table: str) -> str:
    return table.removeprefix("people_")
