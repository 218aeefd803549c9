from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from probe.environment import (
    HOST_NAME,
    ORIGIN,
    database,
    directory,
    flag,
    number,
    secret_key,
    words,
)

pytestmark = pytest.mark.usefixtures("unset")

SQLITE = "django.db.backends.sqlite3"
KEY = "k3y-" * 10


@contextmanager
def refused(line: str) -> Iterator[None]:
    """Assert that the block is refused in these words, and no others: a value may be a secret."""
    with pytest.raises(ImproperlyConfigured) as refusal:
        yield
    assert str(refusal.value) == line


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("1", True), ("On", True), ("no", False), ("", False)])
def test_flag_reads_the_usual_words(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("SETTING", value)

    assert flag("SETTING") is expected


def test_flag_refuses_another_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SETTING", "maybe")

    with refused("SETTING is 'maybe'; it must be true or false"):
        flag("SETTING")


def test_number_is_its_default_where_unset() -> None:
    assert number("SETTING", 8000, most=65_535) == 8000


@pytest.mark.parametrize("value", ["0", "-1", "65536", "80.5", "http", "١", "1" * 5000])
def test_number_refuses_what_is_out_of_range(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SETTING", value)

    with pytest.raises(
        ImproperlyConfigured, match=f"^SETTING is '{value}'; it must be a whole number from 1 to 65535$"
    ):
        number("SETTING", 8000, most=65_535)


def test_words_ignore_space_and_empty_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SETTING", " probe.example.org , .example.com,[::1],*, ")

    assert words("SETTING", [], HOST_NAME, "hosts") == ["probe.example.org", ".example.com", "[::1]", "*"]


@pytest.mark.parametrize("value", ["https://probe.example.org", "probe.example.org:8000", "a b", "probe.example.org/"])
def test_words_refuse_what_is_no_host(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SETTING", f"localhost,{value}")

    with refused(f"SETTING has '{value}'; it must list hosts, separated by commas"):
        words("SETTING", [], HOST_NAME, "hosts")


def test_words_take_origins_with_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SETTING", "https://*.example.org,http://localhost:8000")

    assert words("SETTING", [], ORIGIN, "origins") == ["https://*.example.org", "http://localhost:8000"]


def test_words_refuse_an_origin_without_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SETTING", "example.org")

    with refused("SETTING has 'example.org'; it must list origins, separated by commas"):
        words("SETTING", [], ORIGIN, "origins")


def test_directory_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SETTING", str(tmp_path / "a" / "b"))

    assert directory("SETTING", tmp_path).is_dir()


def test_directory_refuses_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SETTING", str(tmp_path / "file"))

    with refused(f"SETTING is '{tmp_path}/file', where no directory can be made: File exists"):
        directory("SETTING", tmp_path)


def test_secret_key_is_the_given_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", KEY)

    assert secret_key(tmp_path / "secret-key") == KEY


def test_secret_key_given_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", KEY)

    secret_key(tmp_path / "secret-key")

    assert list(tmp_path.iterdir()) == []


def test_secret_key_refuses_a_short_one_without_showing_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "changeme")

    with refused("SECRET_KEY is too short; it must have at least 32 characters"):
        secret_key(tmp_path / "secret-key")


def test_secret_key_is_kept(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "secret-key") == secret_key(tmp_path / "secret-key")


def test_secret_key_differs_between_sites(tmp_path: Path) -> None:
    assert secret_key(tmp_path / "one") != secret_key(tmp_path / "other")


def test_secret_key_file_is_its_owners_only(tmp_path: Path) -> None:
    secret_key(tmp_path / "secret-key")

    assert [(path.name, S_IMODE(path.stat().st_mode)) for path in tmp_path.iterdir()] == [("secret-key", 0o600)]


def test_secret_key_refuses_a_place_that_keeps_none(tmp_path: Path) -> None:
    (tmp_path / "secret-key").mkdir()

    with refused(f"DATA_DIR is '{tmp_path}', which can't keep the secret key: Is a directory"):
        secret_key(tmp_path / "secret-key")


def test_database_is_a_file_where_unset(tmp_path: Path) -> None:
    path = tmp_path / "odd # name?%20" / "probe.sqlite3"

    assert (database(path)["ENGINE"], database(path)["NAME"]) == (SQLITE, str(path))


def test_database_takes_a_socket_directory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@%2Ftmp%2Fsocket/probe")

    settings = database(tmp_path)

    assert (settings["HOST"], settings["USER"], settings["NAME"]) == ("/tmp/socket", "me", "probe")


def test_database_keeps_postgresql_connections_and_checks_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db.example.org/probe")

    settings = database(tmp_path)

    assert (settings["CONN_MAX_AGE"], settings["CONN_HEALTH_CHECKS"]) == (300, True)


def test_database_takes_options_from_the_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db.example.org/probe?sslmode=require&connect_timeout=3")

    assert database(tmp_path)["OPTIONS"] == {
        "sslmode": "require",
        "connect_timeout": 3,
        "options": "-c jit=off",
        "keepalives_idle": 15,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,
    }


@pytest.mark.parametrize("url", ["mysql://me:secret@db/probe", "/var/probe.sqlite3", "oracle://x", "postgis://x/y"])
def test_database_refuses_another_kind_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with refused("DATABASE_URL must begin with sqlite:/// or postgres://"):
        database(tmp_path)


@pytest.mark.parametrize(
    "url", ["postgres://me:pass#word@db/probe", "postgres://me@[db/probe", "postgres://db:x/probe"]
)
def test_database_refuses_a_broken_address_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with refused("DATABASE_URL is no address; percent-encode what is special in its parts"):
        database(tmp_path)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite://:memory:", "sqlite:///:memory:"])
def test_database_refuses_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with refused("DATABASE_URL must name a file: each process would have its own database in memory"):
        database(tmp_path)


def test_database_refuses_postgresql_without_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://me@db.example.org")

    with refused("DATABASE_URL must name the database: postgres://USER:PASSWORD@HOST/NAME"):
        database(tmp_path)


@pytest.fixture
def sqlite(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a SQLite file, whatever the tests run on."""
    handler = ConnectionHandler({"default": database(tmp_path / "probe.sqlite3")})
    with django_db_blocker.unblock():
        yield handler["default"]
        handler.close_all()


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("busy_timeout", 20_000)],
)
def test_sqlite_pragma_is_in_force(sqlite: BaseDatabaseWrapper, pragma: str, expected: str | int) -> None:
    with sqlite.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")

        assert cursor.fetchone() == (expected,)


def test_sqlite_transaction_takes_its_turn_at_its_start(sqlite: BaseDatabaseWrapper) -> None:
    other = sqlite.copy("other")
    other.settings_dict["OPTIONS"]["timeout"] = 0
    begin(sqlite)

    with pytest.raises(OperationalError, match="database is locked"):
        begin(other)
    other.close()


def begin(connection: BaseDatabaseWrapper) -> None:
    """Begin a transaction as `atomic` does."""
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
