"""Names and sentences that were stored before they were tidied."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from people.change_times import triggers_of
from people.models import Alias, Meeting, Organisation, Person, Role
from tests.factories import make_meeting, make_organisation, make_person, make_role

pytestmark = pytest.mark.django_db

migration: Any = import_module("people.migrations.0009_tidy_texts")

UNTIDY = "Ho\u00adpe\u00a0 Hi\u200bcks"


@pytest.fixture(autouse=True)
def folded_columns(db: None) -> None:
    """Put back the columns that the tables had then."""
    with connection.cursor() as cursor:
        for noun in ("person", "alias", "role"):
            cursor.execute(f"ALTER TABLE people_{noun} ADD COLUMN folded text NOT NULL DEFAULT ''")


@pytest.fixture(scope="module")
def before() -> Any:
    """The apps as they were before the migration, with the names that columns have been given since."""
    state = MigrationLoader(None).project_state(("people", "0007_learn_words_once"))
    for app, model in list(state.models):
        if app == "people" and "changed_at" in state.models[app, model].fields:
            state.rename_field(app, model, "changed_at", "updated_at")
    return state.apps


def put(before: Any, entry: Any, **values: str) -> None:
    """Store values as they could be stored then."""
    before.get_model("people", entry._meta.model_name).objects.filter(pk=entry.pk).update(**values)


def migrate(before: Any) -> None:
    migration.tidy_texts(before, SimpleNamespace(connection=connection))


def test_texts_are_tidied(before: Any) -> None:
    person, meeting = make_person("Hope Hicks"), make_meeting()
    put(before, person, name=UNTIDY, sort_name="Hicks,  Hope", summary="Left.\r\n\r\n")
    put(before, meeting, place="New\u2028 York")
    migrate(before)
    assert Person.objects.values_list("name", "sort_name", "summary").get() == ("Hope Hicks", "Hicks, Hope", "Left.")
    assert Meeting.objects.values_list("place").get() == ("New York",)


def test_what_derives_from_them_is_filled_anew(before: Any) -> None:
    role = make_role(make_person(), "Aide")
    put(before, role, title="Press  a\u00adide")
    migrate(before)
    assert Role.objects.values_list("title", "title_slug").get() == ("Press aide", "press-aide")


def test_time_of_change_stays(before: Any) -> None:
    triggers_of(connection).uninstall()  # there were none then
    firm = make_organisation()
    put(before, firm, name=UNTIDY)
    migrate(before)
    assert Organisation.objects.values_list("name", "updated_at").get() == ("Hope Hicks", firm.updated_at)


def test_names_that_would_be_the_same_stay_and_are_told(before: Any, capsys: pytest.CaptureFixture[str]) -> None:
    firm, other, third = (make_organisation(name) for name in ("Hope Hicks", "Other", "Third"))
    put(before, other, name=UNTIDY)
    put(before, third, name="Third\u200b ")
    migrate(before)
    assert set(Organisation.objects.values_list("slug", "name")) == {
        (firm.slug, "Hope Hicks"),
        (other.slug, UNTIDY),
        (third.slug, "Third"),
    }
    told = "The name of organisation other stays as it is: tidied, it is that of hope-hicks."
    assert capsys.readouterr().out.strip() == told


def test_aliases_of_different_people_may_be_the_same(before: Any) -> None:
    historic = before.get_model("people", "Alias").objects
    for name in ("Ann", "Bob"):
        historic.create(
            person_id=make_person(name).pk, slug=f"{name}-hope", name=UNTIDY, updated_at="2020-01-01T00:00Z"
        )
    migrate(before)
    assert list(Alias.objects.values_list("name", flat=True)) == ["Hope Hicks", "Hope Hicks"]


def test_text_of_which_nothing_would_be_left_stays(before: Any, capsys: pytest.CaptureFixture[str]) -> None:
    person = make_person("Ann")
    put(before, person, name="\u200b")
    migrate(before)
    assert Person.objects.values_list("name").get() == ("\u200b",)
    told = "The name of person ann stays as it is: it has nothing that can be seen."
    assert capsys.readouterr().out.strip() == told


def test_name_that_would_be_too_long_stays(before: Any, capsys: pytest.CaptureFixture[str]) -> None:
    firm = make_organisation(slug="firm")
    put(before, firm, name="\u0958" * 200)
    migrate(before)
    assert Organisation.objects.values_list("name").get() == ("\u0958" * 200,)
    told = "The name of organisation firm stays as it is: it has 400 characters; at most 200."
    assert capsys.readouterr().out.strip() == told


def test_text_that_is_tidy_but_over_the_limit_stays(before: Any) -> None:
    person = make_person()
    put(before, person, summary="s" * 2_001, name=UNTIDY)
    migrate(before)
    assert Person.objects.values_list("name", "summary").get() == ("Hope Hicks", "s" * 2_001)


def test_second_time_changes_nothing(before: Any, capsys: pytest.CaptureFixture[str]) -> None:
    put(before, make_organisation(), name=UNTIDY)
    migrate(before)
    rows = list(Organisation.objects.values())
    migrate(before)
    assert (list(Organisation.objects.values()), capsys.readouterr().out) == (rows, "")


def test_all_batches_are_tidied(before: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration, "AT_ONCE", 2)
    for number in range(5):
        put(before, make_organisation(f"Firm {number}"), name=f"Firm\u00a0 {number}")
    migrate(before)
    assert list(Organisation.objects.values_list("name", flat=True)) == [f"Firm {number}" for number in range(5)]


def test_every_tidied_text_was_tidied() -> None:
    from people.fields import TidyField

    fields = {
        model._meta.model_name: sorted(
            field.name for field in model._meta.concrete_fields if isinstance(field, TidyField)
        )
        for model in (Person, Role, Meeting, Organisation, Alias)
    }
    assert {name: sorted(migration.TEXTS[name]) for name in fields} == fields
