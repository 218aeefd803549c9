"""Two who write addresses at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from people.models import Organisation
from people.vocabulary import OrganisationKind
from tests.factories import make_organisation, rename
from tests.models.test_slug_redirects import redirects

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_slug_is_not_given_on_by_who_waits_for_it() -> None:
    firm = make_organisation("Firm", slug="firm")
    waiting = Barrier(2)

    def take() -> None:
        try:
            waiting.wait()
            Organisation.objects.bulk_create([Organisation(name="New", slug="firm", kind=OrganisationKind.PARTY)])
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        with transaction.atomic():
            rename(firm, "company")
            taken = pool.submit(take)
            waiting.wait()
            wait_for_a_lock()
        with pytest.raises(IntegrityError, match="“firm” was the address of organisation company"):
            taken.result()
    assert list(Organisation.objects.values_list("slug", flat=True)) == ["company"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_rename_at_once_leave_each_slug_one_meaning() -> None:
    firms = [make_organisation(name, slug=name) for name in ("one", "two")]
    start = Barrier(2)

    def swap(firm: Organisation, slug: str) -> None:
        try:
            start.wait()
            with suppress(IntegrityError, ValidationError):
                rename(firm, slug)
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        list(pool.map(swap, firms, ["three", "one"]))
    today = dict(Organisation.objects.values_list("slug", "name"))
    assert [former for former, name in redirects() if today.get(former, name) != name] == []


def wait_for_a_lock() -> None:
    """Return once another connection waits for this one."""
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_sleep(0.01) IS NOT NULL")
            if cursor.fetchone()[0]:
                return
    pytest.fail("Nobody waits.")
