"""Triggers take time in proportion to the rows that a statement writes; told by what they read, not by a clock."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from people.models import Organisation
from people.vocabulary import OrganisationKind

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite tells no plans of what triggers do"),
]

NUMBER = 60
STATEMENTS = {
    "what is searched": "UPDATE people_organisation SET name = name || ' again'",
    "what is not searched": "UPDATE people_organisation SET kind = 'party'",
    "addresses": "UPDATE people_organisation SET slug = slug || '-again'",
    "deleted": "DELETE FROM people_organisation",
}


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def plans(db: None) -> Iterator[list[str]]:
    """The plans of all statements, those in functions too, with the rows that each part of them read."""
    told: list[str] = []
    notices, connection.connection.notices = connection.connection.notices, told
    run(
        "LOAD 'auto_explain'",
        "SET LOCAL auto_explain.log_nested_statements = on",
        "SET LOCAL auto_explain.log_analyze = on",
        "SET LOCAL auto_explain.log_format = 'json'",
        "SET LOCAL auto_explain.log_level = 'notice'",
        "SET LOCAL auto_explain.log_min_duration = 0",
    )
    yield told
    connection.connection.notices = notices


def read_rows(part: dict[str, Any]) -> float:
    """Return how many rows the part of a plan looked at, and those below it."""
    own = sum(number for name, number in part.items() if name == "Actual Rows" or name.startswith("Rows Removed"))
    return float(own * part.get("Actual Loops", 0)) + sum(map(read_rows, part.get("Plans", ())))


def measure(plans: list[str], number: int) -> dict[str, float]:
    """Write so many rows, change and delete them; return how many rows were read for each."""
    found = {}
    plans.clear()
    Organisation.objects.bulk_create(
        Organisation(name=f"Firm {place}", slug=f"firm-{place}", kind=OrganisationKind.COMPANY)
        for place in range(number)
    )
    found["inserted"] = total(plans)
    for name, statement in STATEMENTS.items():
        run(statement)
        found[name] = total(plans)
    return found


def total(plans: list[str]) -> float:
    """Return how many rows were read since this was asked last."""
    read = sum(read_rows(json.loads(plan.partition("plan:")[2])["Plan"]) for plan in plans)
    plans.clear()
    return read


def test_twice_the_rows_have_triggers_read_twice_as_many(plans: list[str]) -> None:
    """Also in a session that has planned everything for a single row of small tables."""
    run("ANALYZE")
    measure(plans, 1)
    once, twice = measure(plans, NUMBER), measure(plans, 2 * NUMBER)
    assert [name for name in once if twice[name] > 2.5 * once[name]] == []
    assert min(once.values()) >= NUMBER
