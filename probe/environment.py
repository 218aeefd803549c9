"""Reads settings from the environment and refuses a value it does not understand, by its name."""

import os
import re
import secrets
import tempfile
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}

HOST_NAME = re.compile(r"\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\]")
MAIL = r"[^@\s:/]+@[^@\s:/]+"
ORIGIN = re.compile(r"https?://(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?")
SITE = re.compile(r"https?://([\w-]+(\.[\w-]+)*|\[[0-9a-f:.]+\])(:\d{1,5})?")

SHORTEST_KEY = 32

# IMMEDIATE: a transaction that reads before it writes otherwise fails at once, without waiting for
# its turn, when another one wrote in between.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
}
# Its compiler takes longer over the filters' many subqueries than the queries themselves.
POSTGRESQL_OPTIONS = {
    "connect_timeout": 10,
    "options": "-c jit=off",
    # A connection whose other end has vanished is given up within half a minute.
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


# By which scheme the client knows each kind of cache.
CACHE_KINDS = {"redis": "redis", "rediss": "rediss", "valkey": "redis", "valkeys": "rediss", "unix": "unix"}
# In seconds. A page is never sent once it is outdated, so this only makes room.
KEPT_FOR = 86_400
# Compressed, pages take some 10 kB each.
KEPT = {"MAX_ENTRIES": 1_000}
# Addresses whose requests are counted.
COUNTED = {"MAX_ENTRIES": 10_000}
# Django's settings of one database or cache.
Settings = dict[str, Any]

LOCAL_CACHE = "django.core.cache.backends.locmem.LocMemCache"


def given(name: str) -> str:
    """Return the variable `name` without the white space around it; a blank one counts as unset."""
    return os.environ.get(name, "").strip()


def refusal(name: str, reason: str) -> ImproperlyConfigured:
    """Return the error that stops the start: the variable, and what it must be."""
    return ImproperlyConfigured(f"{name} {reason}")


def flag(name: str, default: str = "false") -> bool:
    """Return whether the variable `name` is on; where it is unset, as by default."""
    value = given(name) or default
    if value.lower() not in FLAGS:
        raise refusal(name, f"is {value!r}; it must be true or false")
    return FLAGS[value.lower()]


def number(name: str, default: int, most: int) -> int:
    """Return the whole number in the variable `name`, from 1 to `most`."""
    value = given(name) or str(default)
    if not re.fullmatch(r"[0-9]{1,9}", value) or not 1 <= int(value) <= most:
        raise refusal(name, f"is {value!r}; it must be a whole number from 1 to {most}")
    return int(value)


def ip(name: str, default: str) -> str:
    """Return the IP address in the variable `name`; one with a zone (fe80::1%eth0) can't be a host's name in a URL."""
    value = given(name) or default
    try:
        if "%" in value:
            raise ValueError(value)
        return str(ip_address(value))
    except ValueError as error:
        raise refusal(name, f"is {value!r}; it must be an IP address such as {default}, 0.0.0.0 or ::1") from error


def contact(name: str, schemes: tuple[str, ...] = ("https", "http")) -> str:
    """Return the mail address or the address of a page in the variable `name`; nothing where it is unset."""
    value = given(name)
    if value and not re.fullmatch(rf"({'|'.join(schemes)})://\S+|{MAIL}", value):
        raise refusal(name, f"is {value!r}; it must be a mail address, or the address of a page ({schemes[0]}://…)")
    return value


def site_url(name: str) -> str:
    """Return scheme and host in the variable `name`, without the slash that may end them; nothing where it is unset."""
    value = given(name).removesuffix("/")
    if value and not SITE.fullmatch(value.lower()):
        raise refusal(name, f"is {value!r}; it must be a scheme and a host like https://probe.example.org, and no more")
    return value.lower()


def words(name: str, default: list[str], pattern: re.Pattern[str], meaning: str) -> list[str]:
    """Return the comma-separated words in the variable `name`, each of which must match `pattern`."""
    found = [word.strip() for word in given(name).split(",") if word.strip()]
    for word in found:
        if not pattern.fullmatch(word):
            raise refusal(name, f"has {word!r}; it must list {meaning}, separated by commas")
    return found or default


def directory(name: str, default: Path) -> Path:
    """Return the directory in the variable `name`, made where it is missing."""
    path = Path(given(name) or default).absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(name, f"is {str(path)!r}, where no directory can be made: {error.strerror}") from error
    return path


def secret_key(path: Path) -> str:
    """Return SECRET_KEY, or the key in the file `path`, made on first use and readable by its owner only."""
    key = given("SECRET_KEY")
    if not key:
        return stored_key(path)
    if len(key) < SHORTEST_KEY:
        raise refusal("SECRET_KEY", f"is too short; it must have at least {SHORTEST_KEY} characters")
    return key


def stored_key(path: Path) -> str:
    """Return the key in the file `path`, made on first use.

    The file appears complete or not at all, so that two processes that start together read the same key.
    """
    try:
        if not path.exists():
            with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
                file.write(secrets.token_urlsafe(50))
                file.flush()
                with suppress(FileExistsError):
                    path.hardlink_to(file.name)
        return path.read_text().strip()
    except OSError as error:
        raise refusal(
            "DATA_DIR", f"is {str(path.parent)!r}, which can't keep the secret key: {error.strerror}"
        ) from error


def database(sqlite_path: Path) -> Settings:
    """Return Django's settings of the database at DATABASE_URL, by default the SQLite file `sqlite_path`."""
    url = given("DATABASE_URL") or f"sqlite:///{quote(str(sqlite_path))}"
    try:
        kind = urlsplit(url).scheme
        if kind == "sqlite":
            return sqlite(dict(dj_database_url.parse(url)))
        if kind in {"postgres", "postgresql"}:
            return postgresql(dict(dj_database_url.parse(url)))
    except ValueError as error:
        raise refusal("DATABASE_URL", "is no address; percent-encode what is special in its parts") from error
    # The address itself may hold a password, so it is never shown.
    raise refusal("DATABASE_URL", "must begin with sqlite:/// or postgres://")


def cache() -> Settings:
    """Return Django's settings of the cache at CACHE_URL, by default in the memory of each process."""
    url = given("CACHE_URL")
    if not url:
        return {"BACKEND": LOCAL_CACHE, "TIMEOUT": KEPT_FOR, "OPTIONS": KEPT}
    kind, separator, rest = url.partition("://")
    if kind not in CACHE_KINDS or not separator or not rest:
        # The address itself may hold a password, so it is never shown.
        raise refusal("CACHE_URL", "must begin with redis://, rediss://, valkey://, valkeys:// or unix://")
    location = f"{CACHE_KINDS[kind]}://{rest}"
    return {"BACKEND": "probe.cache.GuardedRedisCache", "TIMEOUT": KEPT_FOR, "LOCATION": location}


def throttling_cache(pages: Settings) -> Settings:
    """Return Django's settings of the cache that counts requests: beside that of the pages, so neither empties it."""
    own = {"LOCATION": "throttling", "OPTIONS": COUNTED} if pages["BACKEND"] == LOCAL_CACHE else {}
    return pages | own | {"KEY_PREFIX": "throttling"}


def sqlite(settings: Settings) -> Settings:
    """Return the settings of a SQLite file, tuned for several processes that read and write it."""
    if settings["NAME"] == ":memory:":
        raise refusal("DATABASE_URL", "must name a file: each process would have its own database in memory")
    # A connection is a file that is open, and its options set: to keep it costs nothing.
    return settings | {"CONN_MAX_AGE": None, "OPTIONS": SQLITE_OPTIONS | settings.get("OPTIONS", {})}


def postgresql(settings: Settings) -> Settings:
    """Return the settings of a PostgreSQL database whose connections are kept, and checked before reuse."""
    if not settings["NAME"]:
        raise refusal("DATABASE_URL", "must name the database: postgres://USER:PASSWORD@HOST/NAME")
    return settings | {
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": POSTGRESQL_OPTIONS | settings.get("OPTIONS", {}),
    }
