"""Whether an address once led to an entry, and the triggers that note when one is withdrawn, whoever writes.

An entry is withdrawn when it was published and is deleted, or made a draft; published again, it is there again. One
that is renamed while it is published leaves a tombstone at its former address too, which counts once it is gone.
"""

import datetime as dt
from collections.abc import Collection, Mapping

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from people.models import Slugged, Sourced, Tombstone
from people.triggers import LINEAR_PLANS, PostgreSQLTriggers, SQLiteTriggers, Triggers
from people.vocabulary import Status

TABLE = Tombstone._meta.db_table
# Nouns whose entries have addresses of their own. The slug of another is never asked for, and may hold a name.
ADDRESSED = ("person", "meeting", "allegation", "organisation", "source")
# So many are told of in a feed, of so many that are looked through.
MAX_GONE = 50
MAX_READ = 200
PUBLISHED = f"status = '{Status.PUBLISHED.value}'"
SQLITE_NOW = "strftime('%Y-%m-%d %H:%M:%f', 'now')"


def withdrawn_at(noun: str, slug: str) -> dt.datetime | None:
    """Return when the entry of the noun was withdrawn that was last published under the slug; None if none was."""
    # PostgreSQL refuses to look for what is no text.
    found = None if "\0" in slug else Tombstone.objects.gone().at_slug(noun, slug).newest().first()
    return found.at if found else None


def latest_gone(models: Collection[type[Model]]) -> list[Tombstone]:
    """Return what is withdrawn now of the models, the last first: at most fifty, of the last two hundred of all."""
    nouns = {str(model._meta.model_name) for model in models}
    found: dict[tuple[str, int], Tombstone] = {}
    for one in Tombstone.objects.gone().newest()[:MAX_READ]:
        if one.noun in nouns:
            # One that was renamed left each of its addresses when it went.
            found.setdefault((one.noun, one.key), one)
    return list(found.values())[:MAX_GONE]


class TombstoneTriggers(Triggers):
    """The triggers of every table whose entries readers see."""

    prefix = "people_past_"

    @property
    def tables(self) -> Mapping[str, str]:
        """Return the tables by the names of their models."""
        models = (model for model in apps.get_app_config("people").get_models() if issubclass(model, Slugged))
        return {str(model._meta.model_name): model._meta.db_table for model in models}

    def is_ready(self) -> bool:
        """Return whether the database has the tables."""
        return {TABLE, *self.tables.values()} <= set(self.connection.introspection.table_names())

    def ensure_installed(self) -> None:
        """Install the triggers where they are not as they should be."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.install()


def has_status(noun: str) -> bool:
    """Return whether entries of the noun can be drafts."""
    return issubclass(apps.get_model("people", noun), Sourced)


class SQLiteTombstoneTriggers(SQLiteTriggers, TombstoneTriggers):
    """The triggers of SQLite, one for each row written."""

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers."""
        return {
            f"{self.prefix}{noun}_{event}": f"CREATE TRIGGER {self.prefix}{noun}_{event} AFTER {statement}"
            for noun, table in self.tables.items()
            for event, statement in _sqlite_triggers(noun, table).items()
        }


def _sqlite_triggers(noun: str, table: str) -> dict[str, str]:
    """Return what comes after the names of a table's triggers, by event."""
    was, is_now = (f"{row}.{PUBLISHED}" if has_status(noun) else "1" for row in ("OLD", "NEW"))
    slug = "OLD.slug" if noun in ADDRESSED else "''"
    theirs = f"noun = '{noun}' AND key = OLD.id"
    # Nothing in it can conflict: a statement that ignores conflicts would have its triggers ignore theirs.
    left = (
        f"INSERT INTO {TABLE} (noun, key, slug) SELECT '{noun}', OLD.id, {slug} WHERE {was} "  # noqa: S608 - our own
        f"AND NOT EXISTS (SELECT 1 FROM {TABLE} WHERE {theirs} AND slug = {slug}); "
        f"UPDATE {TABLE} SET at = {SQLITE_NOW}, gone = 1 WHERE {theirs} AND {was};"
    )
    back = f"UPDATE {TABLE} SET gone = 0 WHERE noun = '{noun}' AND key = NEW.id AND gone AND {is_now};"  # noqa: S608
    moved = [column for column in ("status", "slug") if column == "slug" or has_status(noun)]
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in moved)
    return {
        "insert": f"INSERT ON {table} WHEN {is_now} BEGIN {back} END",
        "update": f"UPDATE OF {', '.join(moved)} ON {table} WHEN {differs} BEGIN {left} {back} END",
        "delete": f"DELETE ON {table} WHEN {was} BEGIN {left} END",
    }


class PostgreSQLTombstoneTriggers(PostgreSQLTriggers, TombstoneTriggers):
    """The triggers of PostgreSQL, one for each statement."""

    transition_tables: Mapping[str, str] = {
        "insert": "REFERENCING NEW TABLE AS changed",
        "update": "REFERENCING OLD TABLE AS former NEW TABLE AS changed",
        "delete": "REFERENCING OLD TABLE AS former",
    }

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        names = {f"{self.prefix}{noun}_{event}": (noun, event) for noun in self.tables for event in _bodies(noun)}
        bodies = {f"{name}()": _bodies(noun)[event] for name, (noun, event) in names.items()}
        return bodies | {name: self.tables[noun] for name, (noun, _) in names.items()}

    def install(self) -> None:
        """Create the functions and the triggers."""
        for noun, table in self.tables.items():
            for event, body in _bodies(noun).items():
                name = f"{self.prefix}{noun}_{event}"
                self.execute(
                    [
                        (
                            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT "
                            f"{LINEAR_PLANS} AS $${body}$$"
                        ),
                        (
                            f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} {self.transition_tables[event]} "
                            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
                        ),
                    ]
                )


def _bodies(noun: str) -> dict[str, str]:
    """Return the bodies of the functions of a noun, by event.

    Of rows that keep status and slug nothing is looked up: EXCEPT leaves none of them.
    """
    columns = "id, slug, status" if has_status(noun) else "id, slug"
    where = f" WHERE {PUBLISHED}" if has_status(noun) else ""
    former, changed = (f"SELECT {columns} FROM {rows}{where}" for rows in ("former", "changed"))  # noqa: S608 - our own
    return {
        "insert": _body(_back(noun, changed)),
        "update": _body(_left(noun, f"{former} EXCEPT {changed}") + _back(noun, f"{changed} EXCEPT {former}")),
        "delete": _body(_left(noun, former)),
    }


def _body(statements: str) -> str:
    return f"\nDECLARE\n    keys bigint[];\nBEGIN{statements}    RETURN NULL;\nEND\n"


def _left(noun: str, rows: str) -> str:
    slug = "slug" if noun in ADDRESSED else "''"
    return f"""
    keys := ARRAY(SELECT id FROM ({rows}) AS found);
    IF keys <> '{{}}' THEN
        INSERT INTO {TABLE} (noun, key, slug) SELECT '{noun}', id, {slug} FROM ({rows}) AS found ORDER BY id
        ON CONFLICT (noun, key, slug) DO NOTHING;
        UPDATE {TABLE} SET at = clock_timestamp(), gone = true WHERE noun = '{noun}' AND key = ANY (keys);
    END IF;
"""  # noqa: S608


def _back(noun: str, rows: str) -> str:
    return f"""
    keys := ARRAY(SELECT id FROM ({rows}) AS found);
    IF keys <> '{{}}' THEN
        UPDATE {TABLE} SET gone = false WHERE noun = '{noun}' AND key = ANY (keys) AND gone;
    END IF;
"""  # noqa: S608


TRIGGERS: dict[str, type[TombstoneTriggers]] = {
    "sqlite": SQLiteTombstoneTriggers,
    "postgresql": PostgreSQLTombstoneTriggers,
}


def tombstone_triggers(connection: BaseDatabaseWrapper) -> TombstoneTriggers:
    """Return the triggers of the connection's database."""
    return TRIGGERS[connection.vendor](connection)
