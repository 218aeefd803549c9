"""Whoever adds a setting, a command, a parameter or a format describes it in docs/."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.test import Client

from people.urls import urlpatterns
from probe import environment
from probe.addresses import parameters
from probe.old_names import OLD_NAMES
from tests.settings import SETTINGS

ROOT = Path(settings.BASE_DIR)
DOCS = ROOT / "docs"
# Of the tests' own settings alone these are kept.
OF_TESTS = {"DATABASE_URL", "DATA_DIR"}


def named_in(page: str) -> list[str]:
    """What stands between backticks in the first cell of each row of a page's tables."""
    rows = re.findall(r"^\| (`.+?) \|", (DOCS / page).read_text(), re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


@pytest.fixture
def read_settings(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The variables that the settings read."""
    names: set[str] = set()
    given: Callable[[str], str] = environment.given

    def note(name: str) -> str:
        names.add(name)
        return given(name)

    monkeypatch.setattr(environment, "given", note)
    monkeypatch.setenv("HTTPS", "true")
    runpy.run_path(str(ROOT / "probe" / "settings.py"))
    return names


def test_documentation_describes_every_setting(read_settings: set[str]) -> None:
    assert set(named_in("configuration.md")) == read_settings | OLD_NAMES.keys()


def test_tests_begin_without_any_setting(read_settings: set[str]) -> None:
    assert read_settings - OF_TESTS == SETTINGS


def test_documentation_describes_every_command() -> None:
    own = {name for name, app in get_commands().items() if app == "people"}
    assert set(named_in("commands.md")) == own | {"axes_reset"}


def test_documentation_describes_every_parameter() -> None:
    assert set(named_in("api.md")) == parameters() | {"before", "bom", "noun", "page_size"}


@pytest.mark.django_db
def test_documentation_describes_every_format(client: Client) -> None:
    whole = re.findall(r'href="(/data/[^"]+)"', client.get("/data/").content.decode())
    patterns: list[Any] = urlpatterns
    routes = [str(pattern.pattern) for pattern in patterns]
    files = [re.sub(r"<slug:(\w+)>", lambda slug: slug[1].upper(), f"/{route}") for route in routes if "." in route]
    assert set(named_in("formats.md")) == {*whole, *files}


def test_links_of_pages_outside_the_documentation_lead_to_files() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("benchmarks/*.md"), *ROOT.glob("tests/*/*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#:]+)[^)]*\)", page.read_text())]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
