"""Fixtures of the browser tests: a Chromium for each test process, and pages of the live server in it."""

import os
from collections.abc import Callable, Iterator
from typing import Any, Literal, Protocol

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import chromium, properties

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESKTOP = (1280, 800)

# What a test uses that reads or writes the database.
DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
ROLLBACK = "django_db_serialized_rollback"
# What takes longest: begun last, one of them would keep a process busy long after the others are done, and two
# processes that share one would both make what its tests share.
FIRST = tuple(
    f"tests/{path}"
    for path in (
        "views/test_seeded_site.py",
        "faults/test_random_writes.py",
        "browser/test_every_page.py",
        "views/test_plans.py",
        "upgrades/",
        "faults/test_killed_migrate.py",
        "agreement/",
        "test_facet_properties.py",
        "admin/test_looks.py",
        "search/test_repair.py",
    )
)
# What a busy machine may take for anything in a browser, in milliseconds.
PATIENCE = 120_000
expect.set_options(timeout=PATIENCE)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long unless that is asked for, and on PostgreSQL what is the same whatever the database.

    SQLite's turn has shown already that it works.
    """
    config.hook.pytest_deselected(items=[item for item in items if not has_turn(item)])
    # What ends by emptying every table comes last: it takes away what migrations put there, and others need.
    items[:] = sorted(
        filter(has_turn, items), key=lambda item: (empties_tables(item), not item.nodeid.startswith(FIRST))
    )
    for item in items:
        restore_tables(item)


def has_turn(item: pytest.Item) -> bool:
    """Return whether the test is run this time."""
    is_short = properties.LONG or item.get_closest_marker("long") is None
    return is_short and (connection.vendor != "postgresql" or asks_database(item))


def asks_database(item: pytest.Item) -> bool:
    """Return whether another database may answer the test otherwise."""
    is_alike = item.get_closest_marker("looks") is not None or "browser" in getattr(item, "fixturenames", ())
    is_both = item.get_closest_marker("both") is not None
    return is_both or (uses_database(item) and not is_alike)


def restore_tables(item: pytest.Item) -> None:
    """Have a test that ends by emptying every table find what migrations put there, and leave nothing in its place.

    Otherwise Django would fill tables afresh after it, and the next such test would put the same there twice.
    """
    fixtures = getattr(item, "fixturenames", [])
    if empties_tables(item) and ROLLBACK not in fixtures:
        fixtures.insert(0, ROLLBACK)


def empties_tables(item: pytest.Item) -> bool:
    """Return whether the test commits what it writes, and ends by emptying every table."""
    marker = item.get_closest_marker("django_db")
    fixtures = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or (marker is not None and bool(marker.kwargs.get("transaction")))


def uses_database(item: pytest.Item) -> bool:
    """Return whether the test does."""
    fixtures, case = getattr(item, "fixturenames", ()), getattr(item, "cls", None)
    marked = item.get_closest_marker("django_db") is not None
    return marked or not DATABASE.isdisjoint(fixtures) or (case is not None and issubclass(case, TransactionTestCase))


class OpenPage(Protocol):
    """What the fixture `open_page` gives a test."""

    def __call__(
        self,
        address: str = "/",
        *,
        colour_scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        viewport: tuple[int, int] = DESKTOP,
        **options: Any,
    ) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    # Playwright keeps an event loop in this thread from here on, under which Django refuses the ORM,
    # although the tests are synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
        # Under Playwright's event loop the thread has database connections of its own.
        connections.close_all()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of on any page of the test; a test that expects some clears it."""
    return []


@pytest.fixture
def new_context(
    browser: Browser, live_server: LiveServer, complaints: list[str]
) -> Iterator[Callable[..., BrowserContext]]:
    """A function that returns a fresh context; its options are those of Playwright's `Browser.new_context`.

    The test fails where a page breaks the content security policy, or a script of it fails.
    """
    contexts: list[BrowserContext] = []

    def new_context(**options: Any) -> BrowserContext:
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda message: complaints.extend(complaint(message)))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return context

    yield new_context
    for context in contexts:
        context.close()
    assert complaints == []


# That a page answered with status 400 or more, and that htmx asks for a list no longer because of a newer choice.
NO_ERRORS = ("Failed to load resource", "Response Status Error Code", "htmx:afterRequest", "htmx:sendAbort")


def complaint(message: ConsoleMessage) -> list[str]:
    """Return the text of a message that is an error."""
    if message.type != "error" or message.text.startswith(NO_ERRORS):
        return []
    return [message.text]


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    return new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext]) -> OpenPage:
    """A function that opens an address of the site, in a context of its own that looks as the options say."""

    def open_page(
        address: str = "/",
        *,
        colour_scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        viewport: tuple[int, int] = DESKTOP,
        **options: Any,
    ) -> Page:
        context = new_context(
            color_scheme=colour_scheme,
            java_script_enabled=javascript,
            viewport={"width": viewport[0], "height": viewport[1]},
            **options,
        )
        page = context.new_page()
        page.goto(address)
        return page

    return open_page
