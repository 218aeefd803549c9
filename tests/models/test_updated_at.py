import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import serializers
from django.utils import timezone

from people.models import Organisation
from tests.factories import make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

BEFORE = dt.datetime(2016, 12, 1, tzinfo=dt.UTC)
NOW = dt.datetime(2017, 3, 4, 5, 6, 7, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """A function that sets the time; it begins long before."""

    def set_time(now: dt.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now)

    set_time(BEFORE)
    return set_time


def load(organisation: Organisation, *, without_time: bool = False) -> None:
    """Save the organisation as loaddata does."""
    data: Any = serializers.serialize("python", [organisation])
    if without_time:
        del data[0]["fields"]["updated_at"]
    for loaded in serializers.deserialize("python", data):
        loaded.save()


def test_save_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    organisation.save()
    assert Organisation.objects.get().updated_at == NOW


def test_save_of_some_fields_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    role = make_role(make_person())
    clock(NOW)
    role.save(update_fields=["status"])
    role.refresh_from_db()
    assert role.updated_at == NOW


def test_bulk_create_fills_the_time() -> None:
    Organisation.objects.bulk_create([Organisation(slug="bank", name="Bank", kind="company")])
    assert Organisation.objects.get().updated_at == BEFORE


def test_loading_a_fixture_with_another_value_is_a_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    organisation.name = "The other campaign"
    load(organisation, without_time=True)
    assert Organisation.objects.get().updated_at == NOW


def test_loading_a_fixture_with_the_same_values_is_no_change(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    load(organisation, without_time=True)
    assert Organisation.objects.get().updated_at == BEFORE


def test_loading_a_dump_keeps_its_time(clock: Callable[[dt.datetime], None]) -> None:
    organisation = make_organisation()
    clock(NOW)
    load(organisation)
    assert Organisation.objects.get().updated_at == BEFORE
