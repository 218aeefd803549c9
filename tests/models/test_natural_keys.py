"""Fixtures name their rows by natural keys, so that they load into any database."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.serializers import sort_dependencies
from django.db import models

from people.models import Desk, Participation, Passage, Person, SlugRedirect
from people.querysets.guarding import one_change
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db

OTHERS = {SlugRedirect, *Desk.__subclasses__()}
NOUNS = [model for model in apps.get_app_config("people").get_models() if model not in OTHERS]


def make_everything() -> None:
    """Make a row of every noun that refers to whatever it can refer to."""
    ann, bob = make_person("Ann Bee", slide=1), make_person("", slide=2)
    committee = make_organisation("Committee")
    allegation = make_allegation(ann, bob)
    make_alias(ann)
    make_role(ann, organisation=committee, start="2016-03", end="2016-08")
    make_meeting(ann, bob, organisation=committee, date="2016?-12", passages=[make_passage(), make_passage()])
    make_tie(ann, bob)
    make_response(allegation, ann)
    make_statement(bob, "Resigned.", date="199X")


def dump() -> list[dict[str, Any]]:
    """Return the rows of all nouns as dumpdata writes them with --natural-foreign and --natural-primary."""
    rows = [row for model in ordered() for row in model._default_manager.order_by("pk")]
    text = serializers.serialize("json", rows, use_natural_foreign_keys=True, use_natural_primary_keys=True)
    written: list[dict[str, Any]] = json.loads(text)
    for row in written:
        row["fields"].pop("updated_at", None)  # which links move that are loaded later
    return written


def load(rows: list[dict[str, Any]]) -> None:
    for loaded in serializers.deserialize("json", json.dumps(rows)):
        loaded.save()


def ordered() -> list[type[models.Model]]:
    return sort_dependencies([(apps.get_app_config("people"), NOUNS)])


def clear() -> None:
    with one_change():
        for model in reversed(ordered()):
            model._default_manager.all().delete()


def test_every_noun_has_a_natural_key() -> None:
    assert [model.__name__ for model in NOUNS if not hasattr(model, "natural_key")] == []


def test_natural_keys_of_every_noun_find_their_rows() -> None:
    make_everything()
    rows: list[Any] = [row for model in NOUNS for row in model._default_manager.all()]
    assert [type(row).objects.get_by_natural_key(*row.natural_key()) for row in rows] == rows


def test_fixture_of_every_noun_names_no_numbers() -> None:
    make_everything()
    references = {field.name for model in NOUNS for field in model._meta.get_fields() if field.is_relation}
    rows = dump()
    numbers = [
        (row["model"], name)
        for row in rows
        for name, value in row["fields"].items()
        if name in references and isinstance(value, int)
    ]
    assert (numbers, [row for row in rows if "pk" in row]) == ([], [])


def test_fixture_of_every_noun_loads_into_an_empty_database() -> None:
    make_everything()
    rows = dump()
    clear()
    make_person("Somebody Else").delete()  # so that numbers begin elsewhere
    load(rows)
    assert dump() == rows


def test_fixture_of_every_noun_loads_twice_without_doubling() -> None:
    make_everything()
    rows = dump()
    load(rows)
    assert dump() == rows


def test_fixture_changes_the_rows_that_it_names() -> None:
    make_person("Ann Bee")
    rows = dump()
    (row,) = [row for row in rows if row["model"] == "people.person"]
    row["fields"]["summary"] = "Changed."
    load(rows)
    assert list(Person.objects.values_list("slug", "summary")) == [("ann-bee", "Changed.")]


def test_natural_key_of_a_passage_is_its_place() -> None:
    passage = make_passage(make_source("News"), "slide-5", 3)
    assert passage.natural_key() == ("news", "slide-5", 3)


def test_natural_key_of_a_participation_is_meeting_and_person() -> None:
    make_meeting(make_person("Ann"), title="Dinner")
    assert [row.natural_key() for row in Participation.objects.all()] == [("dinner", "ann")]


@pytest.mark.parametrize(("model", "key"), [(Passage, ("news", "slide-5", 3)), (Participation, ("dinner", "ann"))])
def test_natural_key_of_what_is_not_there_finds_nothing(model: Any, key: tuple[Any, ...]) -> None:
    with pytest.raises(model.DoesNotExist):
        model.objects.get_by_natural_key(*key)
