"""The seeded site in a browser."""

from typing import Any, Protocol

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from people.index import version_triggers
from tests import axe

# One address of each kind of page, and of each kind of content that looks different.
ADDRESSES = [
    "/",
    "/people/",
    "/people/?contact=sergey-kislyak&role=campaign",
    "/people/?q=nobody+is+called+this",
    "/people/?view=table",
    "/people/?view=cast",
    "/people/?rol=campaign",
    "/people/?role=astronaut",
    "/people/choices/?parameter=title&title=ambassador&term=ad",
    "/people/choices/?parameter=contact&term=nobody",
    "/people/choices/?parameter=role",
    "/people/compare/?p=jeff-sessions&p=michael-flynn",
    "/people/compare/?p=jeff-sessions&p=vladimir-putin&p=donald-trump&p=slide-3",
    "/people/compare/?p=jeff-sessions",
    "/people/compare/?p=jeff-sessions&p=trump",
    "/people/jeff-sessions/",
    "/people/vladimir-putin/",
    "/people/slide-3/",
    "/people/katrina-pierson/",
    "/people/guccifer-20/",
    "/people/jeff-sessions/history/",
    "/meetings/",
    "/meetings/?kind=hearing",
    "/meetings/sessions-kislyak-talks/",
    "/allegations/",
    "/allegations/putin-election/",
    "/allegations/flynn-blackmail/",
    "/organisations/?kind=company",
    "/organisations/trump-campaign/",
    "/organisations/united-states-senate/mentions/",
    "/sources/",
    "/sources/000_b6556227a529e136/",
    "/about/",
    "/changes/?noun=person",
    "/data/",
    "/people/jeff-sessions/cite/",
    "/people/jeff-sessions/follow/",
    "/follow/",
    "/network/",
    "/network/?around=michael-flynn&steps=2",
    "/network/?around=hope-hicks",
    "/network/?line=rope",
    "/network/path/",
    "/network/path/?from=jeff-sessions&to=megyn-kelly",
    "/network/path/?from=jeff-sessions&to=katrina-pierson",
    "/network/path/?from=michael-flynn",
    "/network/path/?from=jeff-sessions&to=jeff-sessions",
    "/network/path/?from=jeff-sessions&to=nobody",
    "/timeline/",
    "/timeline/?person=michael-flynn&kind=role&kind=meeting&from=2016",
    "/timeline/?person=megyn-kelly&kind=hearing",
    "/timeline/?from=2005&to=2016-07",
    "/timeline/?from=spring&kind=war",
    "/nothing-here/",
    "/es/",
    "/es/people/?contact=sergey-kislyak&role=campaign",
    "/es/people/michael-flynn/",
]


Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


@pytest.fixture(scope="session")
def seed_rows() -> Rows:
    """The columns and rows of each table as the seed fills them; empty until the first test has seeded."""
    return {}


@pytest.fixture
def seeded(live_server: LiveServer, seed_rows: Rows) -> None:
    """The article's people in the live server's database."""
    if seed_rows:
        write_rows(seed_rows)
        return
    call_command("seed", verbosity=0)
    seed_rows.update(read_rows())


def read_rows() -> Rows:
    found = {}
    with connection.cursor() as cursor:
        for table in version_triggers(connection).tables:
            cursor.execute(f"SELECT * FROM {table}")
            found[table] = ([column[0] for column in cursor.description], cursor.fetchall())
    return found


def write_rows(tables: Rows) -> None:
    """Write what the seed wrote before, without checking it again: that takes ten times as long."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in tables.items():
            names, places = ", ".join(map(connection.ops.quote_name, columns)), ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
        models = apps.get_app_config("people").get_models(include_auto_created=True)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


class Violations(Protocol):
    """What the fixture `violations` gives a test."""

    def __call__(self, page: Page, *rules: str) -> list[str]: ...


@pytest.fixture
def violations() -> Violations:
    """A function that returns what axe finds on a page, the rule and where; given rules, by these alone."""
    return axe.violations
