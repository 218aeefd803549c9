"""The keys of names and texts, by every way in which these reach the database."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat

from people.collation import name_key, sort_key
from people.models import Alias, Allegation, Meeting, Organisation, Person, Role, Source
from people.search.autocomplete import autocomplete
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_role,
    make_source,
    make_statement,
)

pytestmark = pytest.mark.django_db

# In their order, and in that of no database.
NAMES = [
    "Adams",
    "Ève Öberg",
    "Fox",
    "Łukasz Źdźbło",
    "Moss",
    "O'Brien",
    "obry",
    "Zed 4",
    "Zed 10",
    "Żz",
    "Иванов",
    "王",
]


def keys(person: Person) -> tuple[str, str]:
    return Person.objects.values_list("sort_key", "name_key").get(pk=person.pk)


def expected(name: str, sort_name: str) -> tuple[str, str]:
    return sort_key(sort_name), name_key(name)


def test_every_noun_is_listed_by_one_collation() -> None:
    for name in reversed(NAMES):
        person = make_person(name, sort_name=name)
        make_organisation(name)
        make_alias(make_person("Ann"), name)
        make_role(person, name)
        make_meeting(title=name)
        make_allegation(person, title=name)
        make_source(title=name)
    models: list[tuple[Any, str]] = [
        *((Person, "name"), (Organisation, "name"), (Alias, "name")),
        *((Role, "title"), (Meeting, "title"), (Allegation, "title"), (Source, "title")),
    ]
    for model, field in models:
        assert list(model.objects.filter(**{f"{field}__in": NAMES}).values_list(field, flat=True)) == NAMES


def test_saving_fills_the_keys() -> None:
    assert keys(make_person("Ève Öberg")) == expected("Ève Öberg", "Öberg, Ève")


@pytest.mark.parametrize("name", ["sort_name", "name"])
def test_saving_one_field_fills_its_keys(name: str) -> None:
    person = make_person("Ann Bee")
    setattr(person, name, "Zed")
    person.save(update_fields=[name])
    assert keys(person) == expected(person.name, person.sort_name)


def test_bulk_create_fills_sort_name_and_keys() -> None:
    Person.objects.bulk_create([Person(slug="eve", name="Ève Öberg")])
    eve = Person.objects.get()
    assert (eve.sort_name, *keys(eve)) == ("Öberg, Ève", *expected("Ève Öberg", "Öberg, Ève"))


@pytest.mark.parametrize("values", [{"sort_name": "Zed"}, {"name": "Zed"}, {"sort_name": ""}, {"sort_name": F("slug")}])
def test_update_fills_the_keys(values: dict[str, Any]) -> None:
    make_person("Ann Bee", slug="ann")
    Person.objects.update(**values)
    person = Person.objects.get()
    assert keys(person) == expected(person.name, person.sort_name or person.name)


@pytest.mark.parametrize(
    ("make", "values", "column", "expected"),
    [
        (lambda: make_person("Ann"), {"name": "Seán O’Brien"}, "title_spellings", "sean obrien"),
        (lambda: make_person("Ann"), {"summary": "Met Al-Assad."}, "body_spellings", "alassad"),
        (lambda: make_organisation("Ann Ltd"), {"name": "Al-Assad"}, "title_spellings", "alassad"),
        (lambda: make_alias(make_person("Ann")), {"name": "J.D."}, "title_spellings", "jd"),
        (lambda: make_role(make_person("Ann")), {"title": "Посол"}, "title_slug", "posol"),
        (lambda: make_meeting(title="A"), {"place": "Łódź"}, "body_spellings", "lodz"),
        (lambda: make_source("A"), {"publisher": "Le Monde"}, "body_spellings", "lemonde"),
        (lambda: make_statement(make_person("Ann")), {"summary": "Ève left."}, "body_spellings", "eve"),
    ],
)
@pytest.mark.parametrize("way", ["update", "bulk_update", "save"])
def test_writing_a_text_fills_what_it_is_found_by(
    make: Any, values: dict[str, Any], column: str, expected: str, way: str
) -> None:
    entry = make()
    rows = type(entry)._default_manager
    for name, value in values.items():
        setattr(entry, name, value)
    if way == "update":
        rows.update(**values)
    elif way == "bulk_update":
        rows.bulk_update([entry], list(values))
    else:
        entry.save(update_fields=list(values))
    assert getattr(rows.get(), column) == expected


def test_written_text_is_found_in_other_spellings() -> None:
    make_person("Ann", sort_name="Ann")
    Person.objects.update(name="Seán O’Brien")
    assert [one.title for one in autocomplete("obrien").found] == ["Seán O’Brien"]


def test_update_of_other_fields_reads_no_keys(django_assert_num_queries: Any) -> None:
    make_person()
    with django_assert_num_queries(1):
        Person.objects.update(slide=7)


def test_bulk_update_fills_the_keys() -> None:
    people = [make_person("Ann"), make_person("Bob")]
    for person in people:
        person.sort_name = f"Zed {person.name}"
    Person.objects.bulk_update(people, ["sort_name"])
    assert [keys(person)[0] for person in people] == [sort_key("Zed Ann"), sort_key("Zed Bob")]


def test_upsert_fills_the_keys() -> None:
    firm = make_organisation("Ann Ltd")
    wanted = Organisation(pk=firm.pk, slug=firm.slug, name="Zed Ltd", kind=firm.kind)
    Organisation.objects.bulk_create([wanted], update_conflicts=True, unique_fields=["id"], update_fields=["name"])
    assert Organisation.objects.values_list("name", "sort_key").get() == ("Zed Ltd", sort_key("Zed Ltd"))


def test_loaddata_fills_sort_name_and_keys(tmp_path: Path) -> None:
    row = {"model": "people.person", "fields": {"slug": "eve", "name": "Ève Öberg", "sort_key": "wrong"}}
    (tmp_path / "eve.json").write_text(json.dumps([row]))
    call_command("loaddata", tmp_path / "eve.json", verbosity=0)
    eve = Person.objects.get()
    assert (eve.sort_name, *keys(eve)) == ("Öberg, Ève", *expected("Ève Öberg", "Öberg, Ève"))


def command(action: str) -> str:
    out = StringIO()
    call_command("sort_keys", action, stdout=out)
    return out.getvalue()


def test_command_finds_and_mends_the_keys_of_names_that_sql_has_written() -> None:
    ann, _ = make_person("Ann"), make_person("Bob")
    QuerySet(Person).filter(pk=ann.pk).update(sort_name=Concat(Value("Zed "), F("name")))
    changed = Person.objects.get(pk=ann.pk).updated_at
    with pytest.raises(CommandError, match="sort_keys rebuild"):
        command("check")
    assert command("rebuild") == "people: 1 made anew\n"
    assert command("check") == "Every entry has its keys.\n"
    assert list(Person.objects.values_list("name", flat=True)) == ["Bob", "Ann"]
    ann.refresh_from_db()
    assert ann.updated_at == changed


def test_command_mends_other_spellings_that_sql_has_not_written() -> None:
    ann = make_person("Ann")
    QuerySet(Person).update(name="Seán O’Brien", sort_name="O’Brien, Seán")
    assert command("rebuild") == "people: 1 made anew\n"
    assert Person.objects.get(pk=ann.pk).title_spellings == "sean obrien"


def test_row_without_key_is_listed_first() -> None:
    make_organisation("Ann Ltd")
    columns = "slug, name, kind, updated_at"
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO people_organisation ({columns}) VALUES ('zed', 'Zed', 'company', '2020-01-01')")
    assert list(Organisation.objects.values_list("name", flat=True)) == ["Zed", "Ann Ltd"]


def test_lists_by_name_are_read_in_the_order_of_the_index() -> None:
    Person.objects.bulk_create(Person(slug=f"p-{one}", name=f"P {one}", sort_name=f"P {one}") for one in range(500))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE people_person")
    plan = Person.objects.by_name()[:10].explain()
    assert "person_sort_key" in plan
    assert "person_name_key" in Person.objects.order_by().filter(name_key="p").explain()
