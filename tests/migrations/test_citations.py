"""Lengths of sentences that were stored before they were measured."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from people.models import Passage
from tests.factories import make_passage

pytestmark = pytest.mark.django_db

migration: Any = import_module("people.migrations.0021_citations")


def test_length_is_filled_where_the_text_is_kept() -> None:
    make_passage(text="Ann spoke.")
    make_passage()
    QuerySet(Passage).update(length=None)
    migration.measure(apps, SimpleNamespace(connection=connection))
    assert list(Passage.objects.order_by("position").values_list("length", flat=True)) == [10, None]
