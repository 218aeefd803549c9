"""The triggers that keep former slugs: whoever renames an entry, old addresses never come to show another.

A slug that changes leaves a redirect behind, one that is taken back loses it, and none is given to an entry while it
redirects to another. An entry's redirects go when it does, after which its slugs are anybody's.
"""

from collections.abc import Mapping, Sequence

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from people.models import Slugged, SlugRedirect
from people.triggers import LINEAR_PLANS, PostgreSQLTriggers, SQLiteTriggers, Triggers, are_in_the_way

REDIRECTS = SlugRedirect._meta.db_table
TAKEN_SLUG_MESSAGE = "was the address of another entry and still redirects there"


class SlugTriggers(Triggers):
    """The triggers of every table whose rows have slugs."""

    prefix = "people_slug_"

    @property
    def tables(self) -> Mapping[str, str]:
        """Return the tables by the names of their models."""
        models = (model for model in apps.get_app_config("people").get_models() if issubclass(model, Slugged))
        return {str(model._meta.model_name): model._meta.db_table for model in models}

    def is_ready(self) -> bool:
        """Return whether the database has the tables."""
        return {REDIRECTS, *self.tables.values()} <= set(self.connection.introspection.table_names())

    def ensure_installed(self) -> None:
        """Install the triggers where they are not as they should be, and make up for what was written without them."""
        with transaction.atomic(using=self.connection.alias):
            if not self.is_installed():
                self.uninstall()
                self.install()
                self.drop_stale_redirects()

    def drop_stale_redirects(self) -> None:
        """Delete the redirects of slugs that are in use, and those to entries that are gone."""
        self.execute(
            f"DELETE FROM {REDIRECTS} WHERE content_type_id = {content_type_of(model)} "  # noqa: S608 - our own
            f"AND (slug IN (SELECT slug FROM {table}) OR object_id NOT IN (SELECT id FROM {table}))"
            for model, table in self.tables.items()
        )


class SQLiteSlugTriggers(SQLiteTriggers, SlugTriggers):
    """The triggers of SQLite, one for each row written."""

    def expected(self) -> dict[str, str]:
        """Return the statements that create the triggers."""
        return {
            f"{self.prefix}{model}_{event}": f"CREATE TRIGGER {self.prefix}{model}_{event} {statement}"
            for model, table in self.tables.items()
            for event, statement in _sqlite_triggers(model, table)
        }


def _sqlite_triggers(model: str, table: str) -> list[tuple[str, str]]:
    """Return what comes after the names of a table's triggers, by event.

    Nothing in them can conflict: a statement that ignores conflicts would have its triggers ignore theirs.
    """
    redirects = f"{REDIRECTS} WHERE content_type_id = {content_type_of(model)}"
    refusal = f"RAISE(ABORT, 'The slug of this {model} {TAKEN_SLUG_MESSAGE}.')"
    given = (
        f"SELECT {refusal} FROM {redirects} AND slug = NEW.slug AND object_id <> NEW.id; "  # noqa: S608 - our own
        f"DELETE FROM {redirects} AND slug = NEW.slug;"
    )
    left = (
        f"DELETE FROM {redirects} AND slug = OLD.slug; "  # noqa: S608
        f"INSERT INTO {REDIRECTS} (slug, content_type_id, object_id) "
        f"SELECT OLD.slug, id, NEW.id FROM django_content_type WHERE app_label = 'people' AND model = '{model}';"
    )
    # Not as one statement: for a choice of two columns, SQLite would read all redirects of the noun.
    gone = " ".join(
        f"DELETE FROM {redirects} AND {theirs};"  # noqa: S608
        for theirs in ("slug = OLD.slug", "object_id = OLD.id")
    )
    return [
        ("insert", f"AFTER INSERT ON {table} BEGIN {given} END"),
        ("update", f"AFTER UPDATE OF slug ON {table} WHEN OLD.slug <> NEW.slug BEGIN {given} {left} END"),
        ("delete", f"AFTER DELETE ON {table} BEGIN {gone} END"),
    ]


# Who waits for a slug that is being left reads, when it gets it, what has been committed since.
POSTGRESQL_FUNCTION_BODY = """
DECLARE
    noun integer := (SELECT id FROM django_content_type WHERE app_label = 'people' AND model = TG_ARGV[0]);
    taken record;
    today text;
BEGIN
    {body}
    RETURN NULL;
END
"""


def _redirects(column: str, wanted: str) -> str:
    """Return the SQL of the redirects of a noun, as a table, in which the column holds something wanted, a query.

    Looked up by that column alone: the index of the noun would have all its redirects read, for each row written.
    """
    found = f"SELECT * FROM {REDIRECTS} WHERE {column} = ANY (ARRAY({wanted})) OFFSET 0"  # noqa: S608 - our own
    return f"(SELECT * FROM ({found}) AS found WHERE content_type_id = noun) AS redirect"  # noqa: S608


def _deletion(column: str, wanted: str) -> str:
    return f"DELETE FROM {REDIRECTS} WHERE id = ANY (ARRAY(SELECT id FROM {_redirects(column, wanted)}));"  # noqa: S608


def _given(slugs: str, pairs: str) -> str:
    """Return the SQL that refuses slugs which redirect to others, and drops redirects of those that return."""
    return f"""
    SELECT slug, object_id INTO taken FROM {_redirects("slug", slugs)} EXCEPT {pairs} LIMIT 1;
    IF FOUND THEN
        EXECUTE format('SELECT slug FROM %I WHERE id = $1', TG_TABLE_NAME) INTO today USING taken.object_id;
        RAISE unique_violation USING MESSAGE = format(
            '“%s” was the address of %s %s and still redirects there', taken.slug, TG_ARGV[0], today
        );
    END IF;
    {_deletion("slug", slugs)}
"""  # noqa: S608


POSTGRESQL_INSERT_BODY = _given("SELECT slug FROM given", "SELECT slug, id FROM given")
POSTGRESQL_UPDATE_BODY = f"""
    {_given("SELECT NEW.slug", "SELECT NEW.slug, NEW.id")}
    INSERT INTO {REDIRECTS} (slug, content_type_id, object_id) SELECT OLD.slug, noun, NEW.id WHERE noun IS NOT NULL
    ON CONFLICT (content_type_id, slug) DO UPDATE SET object_id = EXCLUDED.object_id;
"""
POSTGRESQL_DELETE_BODY = _deletion("slug", "SELECT slug FROM gone") + _deletion("object_id", "SELECT id FROM gone")


class PostgreSQLSlugTriggers(PostgreSQLTriggers, SlugTriggers):
    """The triggers of PostgreSQL: one for each statement that inserts or deletes, one for each slug that changes."""

    bodies: Mapping[str, str] = {
        "people_slug_insert()": POSTGRESQL_FUNCTION_BODY.format(body=POSTGRESQL_INSERT_BODY),
        "people_slug_update()": POSTGRESQL_FUNCTION_BODY.format(body=POSTGRESQL_UPDATE_BODY),
        "people_slug_delete()": POSTGRESQL_FUNCTION_BODY.format(body=POSTGRESQL_DELETE_BODY),
    }
    events: Sequence[tuple[str, str, str]] = (
        ("insert", "AFTER INSERT", "REFERENCING NEW TABLE AS given FOR EACH STATEMENT"),
        ("update", "AFTER UPDATE OF slug", "FOR EACH ROW WHEN (OLD.slug <> NEW.slug)"),
        ("delete", "AFTER DELETE", "REFERENCING OLD TABLE AS gone FOR EACH STATEMENT"),
    )

    def expected(self) -> dict[str, str]:
        """Return the bodies of the functions, and the tables of the triggers that call them."""
        return dict(self.bodies) | {
            f"{self.prefix}{model}_{event}": table for model, table in self.tables.items() for event, *_ in self.events
        }

    def install(self) -> None:
        """Install the triggers."""
        self.execute(
            f"CREATE FUNCTION {name} RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT {LINEAR_PLANS} "
            f"AS $${body}$$"
            for name, body in self.bodies.items()
        )
        self.execute(
            f"CREATE TRIGGER {self.prefix}{model}_{event} {when} ON {table} {how} "
            f"EXECUTE FUNCTION {self.prefix}{event}('{model}')"
            for model, table in self.tables.items()
            for event, when, how in self.events
        )


TRIGGERS: dict[str, type[SlugTriggers]] = {"sqlite": SQLiteSlugTriggers, "postgresql": PostgreSQLSlugTriggers}


def content_type_of(model: str) -> str:
    """Return the SQL of the model's content type, which has another number in each database."""
    return f"(SELECT id FROM django_content_type WHERE app_label = 'people' AND model = '{model}')"  # noqa: S608


def triggers_of(connection: BaseDatabaseWrapper) -> SlugTriggers:
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
