"""Pages of 10,000 people: no query goes through a whole table where an index leads to what is shown."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.generator.world import tables
from benchmarks.generator.writing import load
from benchmarks.progress import Progress
from people.index import allegation_index, get_index, meeting_index, timeline_index
from people.models import Meeting, Person
from people.network.full_graph import load_full_graph
from people.vocabulary import PersonSort

pytestmark = pytest.mark.django_db

SIZE = 10_000
FEW = 4_000
# What a scan of these costs doesn't grow with the number of people.
SMALL = {
    "part",
    "qualify",
    "CONSTANT",
    "people_source",
    "people_passage",
    "people_organisation",
    "people_dataversion",
    "people_searchword",
}
# What PostgreSQL's autovacuum does in time: until then its indexes of words are lists to go through.
TIDIED = """
    SELECT gin_clean_pending_list(indexrelid) FROM pg_index
    JOIN pg_class AS index ON index.oid = indexrelid JOIN pg_am ON pg_am.oid = index.relam
    WHERE amname = 'gin' AND index.relkind = 'i'
"""
SCANNED = re.compile(r"^SCAN (?:TABLE )?(\w+)(?! VIRTUAL TABLE)")


class Facts:
    """Who stands in the database: the person with the most contacts, two ordinary ones, and a meeting of one's."""

    def __init__(self) -> None:
        index = get_index()
        most = index.page(index.having_contact(), PersonSort.CONTACTS)[:]
        chosen = (most[0], most[-1], most[-2])
        self.hub, self.ordinary, self.other = (Person.objects.get(pk=key) for key in chosen)
        self.meeting = Meeting.public.filter(people=self.ordinary).order_by("pk")[0]


@pytest.fixture(scope="module")
def facts(django_db_setup: None, django_db_blocker: Any) -> Iterator[Facts]:
    with django_db_blocker.unblock():
        with transaction.atomic():
            load(tables(SIZE, seed=7), Progress())
            run("ANALYZE", TIDIED)
            load_full_graph()
            for entries in (meeting_index, allegation_index, timeline_index):
                entries()
            yield Facts()
            transaction.set_rollback(True)
        # PostgreSQL keeps rows that were rolled back, which other tests would have to go through.
        run("VACUUM")


def run(*statements: str) -> None:
    """Run what SQLite needs too, and what PostgreSQL alone does."""
    with connection.cursor() as cursor:
        for statement in statements:
            if statement == "ANALYZE" or connection.vendor == "postgresql":
                cursor.execute(statement)


def scanned(sql: str, few: int = FEW) -> set[str]:
    """Return the tables, or their aliases, that the database would go through from one end to the other."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            lines = (SCANNED.match(detail) for *_, detail in cursor.fetchall() if "VIRTUAL TABLE" not in detail)
            return {line[1] for line in lines if line}
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        [[plan]] = cursor.fetchall()
        found = set(sequential((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
        # Of few rows all are read sooner than an index of them.
        cursor.execute("SELECT relname FROM pg_class WHERE reltuples < %s", [few])
        return found - {name for (name,) in cursor.fetchall()}


def sequential(plan: dict[str, Any]) -> Iterator[str]:
    """Yield the tables that a plan of PostgreSQL reads in full."""
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from sequential(part)


def tables_scanned(address: str) -> list[tuple[str, str]]:
    """Return each table that a query of the page goes through, and the query."""
    with CaptureQueriesContext(connection) as captured:
        assert Client().get(address).status_code == 200
    queries = [query["sql"] for query in captured.captured_queries if query["sql"].startswith("SELECT")]
    return [(table, sql) for sql in queries for table in named(scanned(sql), sql) - SMALL]


def named(found: set[str], sql: str) -> set[str]:
    """Return the tables for which the aliases in a query stand; SQLite tells the alias alone."""
    return {table for one in found for table in re.findall(rf'"(\w+)" {one}\b', sql) or [one]}


ADDRESSES = [
    "/people/",
    "/people/?role=campaign&contact={hub}",
    "/people/?contact={ordinary}&contact_kind=dinner&sort=contacts",
    "/people/?page=100&view=table",
    "/people/?view=cast",
    "/people/{ordinary}/",
    "/people/{hub}/",
    "/people/compare/?p={other}&p={ordinary}",
    "/meetings/?kind=message&page=20",
    "/meetings/?person={hub}",
    "/meetings/{meeting}/",
    "/allegations/?answered=answered&person={hub}",
    "/timeline/?category=campaign&from=2016",
    "/timeline/?person={ordinary}",
    "/network/?around={ordinary}",
    "/network/path/?from={hub}&to={ordinary}",
    "/search/?q={ordinary}",
    "/search/?q=who+in+the+campaign+met+{hub}",
    "/search/?q=advisor+fired",
    "/search/?q=slide+3",
    "/search/suggest/?q={ordinary}",
    "/api/v1/people/?role=campaign&contact={hub}",
    "/api/v1/people/facets/?role=campaign",
    "/api/v1/meetings/?kind=message",
    "/api/v1/allegations/facets/?person={hub}",
    "/api/v1/people/{ordinary}/",
]


def test_pages_find_what_they_show_by_indexes(facts: Facts) -> None:
    slugs = {name: entry.slug for name, entry in vars(facts).items()}
    found = {address: tables_scanned(address.format(**slugs)) for address in ADDRESSES}
    assert {address: scans for address, scans in found.items() if scans} == {}


def test_scan_of_a_table_is_noticed() -> None:
    # Of the index by which people are ordered, all would be gone through, which is no scan of the table.
    people = Person.objects.order_by()
    queries = [str(people.filter(**{f"{field}__contains": "x"}).query) for field in ("summary", "title_spellings")]
    unquoted = [
        re.sub(r"LIKE (%x%)", r"LIKE '\1'", re.sub(r"LIKE UPPER\((%x%)\)", r"LIKE '\1'", sql)) for sql in queries
    ]
    assert [scanned(sql, few=-1) for sql in unquoted] == [{"people_person"}] * 2
