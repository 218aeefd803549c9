import datetime as dt
from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.migrations.writer import MigrationWriter

from people.fields import ChangedField, DayField, FoldedField, LengthField, PartialDateField, TermField
from people.models import Meeting, Person, Role
from people.vocabulary import RoleCategory
from tests.factories import make_meeting, make_person, make_role

pytestmark = pytest.mark.django_db

MARCH = (dt.date(2016, 3, 1), dt.date(2016, 3, 31))
AUGUST = (dt.date(2016, 8, 1), dt.date(2016, 8, 31))


def create(role: Role) -> None:
    role.save()


def bulk_create(role: Role) -> None:
    Role.objects.bulk_create([role])


def load(role: Role) -> None:
    """Save the role as loaddata does."""
    load_fields(role, [field.name for field in Role._meta.concrete_fields])


def load_sparse(role: Role) -> None:
    """Save the role as loaddata does, from a fixture that leaves out what nobody edits."""
    load_fields(role, [field.name for field in Role._meta.concrete_fields if field.editable])


def load_fields(role: Role, fields: list[str]) -> None:
    for loaded in serializers.deserialize("json", serializers.serialize("json", [role], fields=fields)):
        loaded.save()


WAYS = pytest.mark.parametrize("save", [create, bulk_create, load, load_sparse])


def make_unsaved_role(title: str = "Chief Adviser", start: str = "", end: str = "") -> Role:
    person = make_person()
    return Role(
        slug="role", person=person, title=title, category=RoleCategory.CAMPAIGN, start=start, end=end, status="draft"
    )


@WAYS
def test_partial_date_fills_its_days(save: Callable[[Role], None]) -> None:
    save(make_unsaved_role(start="2016-03", end="2016-08"))
    role = Role.objects.get()
    assert (role.start_earliest, role.start_latest) == MARCH
    assert (role.end_earliest, role.end_latest) == AUGUST


@WAYS
def test_spellings_field_holds_other_ways_to_write_the_text(save: Callable[[Role], None]) -> None:
    save(make_unsaved_role(title="Écrivain  PUBLIC"))
    assert Role.objects.get().title_spellings == "ecrivain"


@WAYS
def test_term_field_holds_the_slug_of_the_text(save: Callable[[Role], None]) -> None:
    save(make_unsaved_role(title="Chief Adviser, Энергия"))
    assert Role.objects.get().title_slug == "chief-adviser-energiya"


def test_spellings_field_holds_those_of_all_its_sources() -> None:
    person = make_person("Ann", description="Al-Assad’s writer", summary="Wrote to O’Brien.")
    assert Person.objects.get(pk=person.pk).body_spellings == "alassad obrien"


def test_spellings_field_is_null_where_there_are_none() -> None:
    assert Person.objects.get(pk=make_person("Ann Bee").pk).title_spellings is None


def test_filled_columns_follow_a_change() -> None:
    role = make_role(make_person(), title="Press-writer", start="2016-03")
    role.title, role.start = "Editor", "2016-08"
    role.save()
    changed = Role.objects.get()
    assert (changed.start_earliest, changed.start_latest) == AUGUST
    assert (changed.title_spellings, changed.title_slug) == (None, "editor")


def test_filled_columns_follow_update_or_create() -> None:
    role = make_role(make_person(), title="Press-writer", start="2016-03")
    Role.objects.update_or_create(slug=role.slug, defaults={"title": "Editor", "start": "2016-08"})
    changed = Role.objects.get()
    assert (changed.start_earliest, changed.start_latest) == AUGUST
    assert (changed.title_spellings, changed.title_slug) == (None, "editor")


def test_days_are_empty_again_once_the_date_is() -> None:
    role = make_role(make_person(), start="2016-03")
    role.start = ""
    role.save()
    assert Role.objects.values_list("start_earliest", "start_latest").get() == (None, None)


def test_term_field_keeps_as_much_of_a_long_text_as_fits() -> None:
    role = make_role(make_person(), title="щ" * 200)
    assert role.title_slug == ("shch" * 200)[:200]


@WAYS
def test_partial_date_that_does_not_exist_is_never_stored(save: Callable[[Role], None]) -> None:
    role = make_unsaved_role(start="2015-02-29")
    with pytest.raises(ValidationError, match="“2015-02-29” is not a date that exists"), transaction.atomic():
        save(role)
    assert list(Role.objects.all()) == []


def test_partial_date_that_does_not_exist_fails_full_clean_at_its_field() -> None:
    role = make_unsaved_role(start="2015-02-29")
    with pytest.raises(ValidationError) as refusal:
        role.full_clean()
    assert list(refusal.value.message_dict) == ["start"]
    assert refusal.value.message_dict["start"][0].startswith("“2015-02-29” is not a date that exists in EDTF; write")


def test_partial_date_may_be_blank() -> None:
    make_unsaved_role().full_clean()


def test_every_partial_date_is_followed_by_its_days() -> None:
    """The database is written in the fields' order, so days that stood before their date would stay behind."""
    names = [
        [field.name for field in model._meta.get_fields() if isinstance(field, PartialDateField | DayField)]
        for model in apps.get_app_config("people").get_models()
    ]
    expected = [[f"{name}{end}" for name in group[::3] for end in ("", "_earliest", "_latest")] for group in names]
    assert names == expected


@pytest.mark.parametrize(
    ("field", "arguments", "options"),
    [
        (PartialDateField(), [], {"max_length": 40, "blank": True, "default": ""}),
        (PartialDateField(max_length=20), [], {"max_length": 20, "blank": True, "default": ""}),
        (DayField(), [], {"null": True, "blank": True, "editable": False}),
        (FoldedField("name", "summary"), ["name", "summary"], {"editable": False, "default": ""}),
        (LengthField("text"), ["text"], {"blank": True, "null": True}),
        (TermField("title"), ["title"], {"editable": False, "default": "", "max_length": 200}),
        (ChangedField(), [], {"db_index": True, "blank": True, "editable": False}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_migrations_write_a_field_down(field: models.Field, arguments: list[str], options: dict[str, object]) -> None:
    _, path, args, kwargs = field.deconstruct()
    assert (path, list(args), kwargs) == (f"people.fields.{type(field).__name__}", arguments, options)


@pytest.mark.parametrize(
    "field", [PartialDateField(), DayField(), FoldedField("name", "summary"), TermField("title"), ChangedField()]
)
def test_migrations_read_a_field_back(field: models.Field) -> None:
    source, imports = MigrationWriter.serialize(field)
    scope: dict[str, object] = {}
    exec("\n".join(imports), scope)
    copy = eval(source, scope)
    assert copy.deconstruct() == field.deconstruct()


def test_days_of_a_marked_date_are_stored_without_the_mark() -> None:
    make_meeting(date="2016?-12")
    stored = Meeting.objects.values_list("date", "date_earliest", "date_latest").get()
    assert stored == ("2016?-12", dt.date(2016, 12, 1), dt.date(2016, 12, 31))


def test_days_of_an_open_interval_leave_that_end_empty() -> None:
    make_meeting(date="2016-12/..")
    stored = Meeting.objects.values_list("date_earliest", "date_latest").get()
    assert stored == (dt.date(2016, 12, 1), None)
