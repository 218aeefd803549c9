"""The last day of dates with an open start, which was that of the year or month that they name."""

import datetime as dt
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from people.models import Meeting
from tests.factories import make_meeting

pytestmark = pytest.mark.django_db

migration: Any = import_module("people.migrations.0012a_days_before")


def test_what_was_before_a_year_ends_before_it() -> None:
    for date in ("../2017", "../2017-07-14", "/2017", "../2017?"):
        make_meeting(title=date, date=date)
    QuerySet(Meeting).update(date_latest=dt.date(2017, 12, 31))
    make_meeting(title="none")
    QuerySet(Meeting).filter(title="none").update(date="../nothing")
    migration.find_last_days(apps, SimpleNamespace(connection=connection))
    assert dict(QuerySet(Meeting).values_list("title", "date_latest")) == {
        "../2017": dt.date(2016, 12, 31),
        "../2017-07-14": dt.date(2017, 7, 14),
        "/2017": dt.date(2017, 12, 31),
        "../2017?": dt.date(2016, 12, 31),
        "none": None,
    }
