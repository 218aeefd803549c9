"""The triggers of PostgreSQL, one for each statement: a thousand rows written at once are one step."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from people.change_times.rules import PART_PATHS, PUBLISHED, ChangePath, columns, links, names, sourced
from people.change_times.triggers import ChangeTriggers, pairs, update_times
from people.triggers import PostgreSQLTriggers

# For each event, the rows that the function sees.
TRANSITION_TABLES = {
    "insert": "REFERENCING NEW TABLE AS changed",
    "update": "REFERENCING OLD TABLE AS former NEW TABLE AS changed",
    "delete": "REFERENCING OLD TABLE AS former",
}
# Two who write the same entries at once take them in the same order, so that neither waits for the other.
LOCK_IN_ORDER = "ORDER BY entry.id FOR NO KEY UPDATE OF entry"

# A statement that writes nothing ends it: entries may print each other.
FUNCTION_BODY = """
DECLARE
    moment timestamptz := clock_timestamp();
BEGIN
    IF NOT EXISTS (SELECT FROM {seen}) THEN
        RETURN NULL;
    END IF;
    {statements}
    RETURN NULL;
END
"""
OWN_FUNCTION_BODY = """
BEGIN
    IF NEW.updated_at = OLD.updated_at AND ({new}) IS DISTINCT FROM ({old}) THEN
        NEW.updated_at := greatest(clock_timestamp(), OLD.updated_at + interval '1 microsecond');
    END IF;
    RETURN NEW;
END
"""


class PostgreSQLChangeTriggers(PostgreSQLTriggers, ChangeTriggers):
    """The triggers of PostgreSQL."""

    @property
    def functions(self) -> Mapping[tuple[str, str], str]:
        """Return the bodies of the functions, by table and event."""
        return {(table, "own"): _own(own) for table, own in columns().items()} | {
            (table, event): FUNCTION_BODY.format(
                seen="former" if event == "delete" else "changed", statements="\n    ".join(statements)
            )
            for table in sorted({*PART_PATHS, *links(), *names()})
            for event in TRANSITION_TABLES
            if (statements := list(_statements(table, event)))
        }

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        functions = self.functions
        bodies = {f"{self._name(table, event)}()": body for (table, event), body in functions.items()}
        return bodies | {self._name(table, event): table for table, event in functions}

    def install(self) -> None:
        """Install the triggers."""
        for (table, event), body in self.functions.items():
            name = self._name(table, event)
            how = f"{TRANSITION_TABLES[event]} FOR EACH STATEMENT" if event in TRANSITION_TABLES else "FOR EACH ROW"
            when = f"AFTER {event.upper()}" if event in TRANSITION_TABLES else "BEFORE UPDATE"
            self.execute(
                [
                    (
                        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT "
                        f"AS $${body}$$"
                    ),
                    f"CREATE TRIGGER {name} {when} ON {table} {how} EXECUTE FUNCTION {name}()",
                ]
            )

    def catch_up(self) -> None:
        """Do so by plans for as many rows as there are: of what was just loaded, PostgreSQL knows no number yet."""
        self.execute([f"ANALYZE {', '.join(sorted({*columns(), *links()}))}"])
        super().catch_up()

    def _name(self, table: str, event: str) -> str:
        return f"{self.prefix}{table.removeprefix('people_')}_{event}"


def _own(own: Iterable[str]) -> str:
    new, old = (", ".join(f"{row}.{column}" for column in own) for row in ("NEW", "OLD"))
    return OWN_FUNCTION_BODY.format(new=new, old=old)


def _statements(table: str, event: str) -> Iterator[str]:
    """Yield what the function of that table and event does."""
    found = [*_part_pairs(table, event), *_link_pairs(table, event), *_name_pairs(table, event)]
    for target, same in groupby(sorted(found), key=lambda pair: pair[0]):
        yield f"{update_times(target, ' UNION ALL '.join(query for _, query in same), LOCK_IN_ORDER)};"


def _part_pairs(table: str, event: str) -> Iterator[tuple[str, str]]:
    """Yield the tables of the entries that print the written rows whole, each with a query for keys and times."""
    paths = PART_PATHS.get(table, ())
    direct = [path for path in paths if not path.via]
    if event == "insert":
        yield from _found(paths, f"(SELECT * FROM changed WHERE {PUBLISHED})", "written.updated_at")  # noqa: S608
    elif event == "delete":
        yield from _found(direct, f"(SELECT * FROM former WHERE {PUBLISHED})")  # noqa: S608
    elif paths:
        seen = f"changed.{PUBLISHED}"
        later = _joined("changed", f"{seen} AND changed.updated_at <> former.updated_at")
        yield from _found(paths, later, "written.updated_at")
        moved = f"({seen} OR former.{PUBLISHED}) AND ({_differs(['status', *(path.key for path in direct)])})"
        yield from _found(paths, _joined("changed", moved))
        yield from _found(direct, _joined("former", moved))


def _link_pairs(table: str, event: str) -> Iterator[tuple[str, str]]:
    paths = links().get(table, ())
    for rows in {"insert": ["changed"], "delete": ["former"], "update": ["changed", "former"]}[event]:
        yield from _found(paths, rows)


def _name_pairs(table: str, event: str) -> Iterator[tuple[str, str]]:
    if event == "update" and table in names():
        values, paths = names()[table]
        new, old = (", ".join(value.format(row=row) for value in values) for row in ("changed", "former"))
        seen = f"(changed.{PUBLISHED} OR former.{PUBLISHED}) AND " if table.removeprefix("people_") in sourced() else ""
        yield from _found(paths, _joined("changed", f"{seen}({new}) IS DISTINCT FROM ({old})"))


def _found(paths: Iterable[ChangePath], rows: str, time: str = "moment") -> Iterator[tuple[str, str]]:
    return ((path.target, pairs(path, rows, time)) for path in paths)


def _joined(rows: str, condition: str) -> str:
    return f"(SELECT {rows}.* FROM changed JOIN former ON changed.id = former.id WHERE {condition})"  # noqa: S608


def _differs(names: Iterable[str]) -> str:
    new, old = (", ".join(f"{row}.{name}" for name in names) for row in ("changed", "former"))
    return f"({new}) IS DISTINCT FROM ({old})"
