"""Names in the admin: namesakes are shown before another is saved, and what a name is sorted by is told."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from people.models import Organisation, Person
from tests.admin.conftest import errors_of, fields_of, messages_of, rows_of
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db

ADD = "/admin/people/person/add/"


def sort_name() -> str:
    return Person.objects.values_list("sort_name", flat=True).get()


@pytest.mark.parametrize("name", ["Hope Hicks", "hope  hícks", "Hope\u00a0Hicks", "Hope Hi\u200bcks", "Hope-Hicks"])
def test_namesake_is_shown_before_another_is_added(submit: Any, name: str) -> None:
    hope = make_person("Hope Hicks", description="spokeswoman", status="draft")
    response = submit(ADD, name=name)
    (message,) = errors_of(response)["name"]
    link = f'<a href="/admin/people/person/{hope.pk}/change/">Hope Hicks</a> (spokeswoman, draft)'
    assert message == f"Already entered: {link}. If this is another one, save again."
    assert list(Person.objects.all()) == [hope]


def test_namesake_is_added_once_the_others_were_looked_at(submit: Any, editor_client: Client) -> None:
    make_person("Hope Hicks")
    response = submit(ADD, name="Hope Hicks")
    assert editor_client.post(ADD, fields_of(response)).status_code == 302
    assert Person.objects.filter(name="Hope Hicks").count() == 2


def test_what_was_typed_stays_beside_the_namesakes(submit: Any) -> None:
    make_person("Hope Hicks")
    form = submit(ADD, name="Hope Hicks", description="aide", summary="Left.").context["adminform"].form
    assert [form[name].value() for name in ("name", "description", "summary")] == ["Hope Hicks", "aide", "Left."]


def test_another_name_is_looked_at_anew(submit: Any, editor_client: Client) -> None:
    make_person("Hope Hicks")
    make_person("Jeff Sessions")
    seen = fields_of(submit(ADD, name="Hope Hicks"))
    response = editor_client.post(ADD, seen | {"name": "Jeff Sessions"})
    assert list(errors_of(response)) == ["name"]


def test_other_names_count(submit: Any) -> None:
    make_alias(make_person("Hope Hicks"), "Hopie")
    assert "Hope Hicks" in errors_of(submit(ADD, name="hopie"))["name"][0]


@pytest.mark.parametrize("other", ["Hope Hicks", "hopie"])
def test_other_name_that_somebody_else_has_is_shown(submit: Any, editor_client: Client, other: str) -> None:
    hope = make_person("Hope Hicks", status="draft")
    make_alias(hope, "Hopie")
    ann = make_person("Ann Bee")
    response = submit("/admin/people/alias/add/", person=ann.pk, name=other)
    link = f'<a href="/admin/people/person/{hope.pk}/change/">Hope Hicks</a> (draft)'
    assert errors_of(response) == {"name": [f"Already entered: {link}. If both go by that name, save again."]}
    assert editor_client.post("/admin/people/alias/add/", fields_of(response)).status_code == 302
    assert list(ann.aliases.values_list("name", flat=True)) == [other]


def test_other_name_in_a_row_that_somebody_else_has_is_shown(submit: Any, editor_client: Client) -> None:
    make_person("Hope Hicks")
    ann = make_person("Ann Bee")
    address = f"/admin/people/person/{ann.pk}/change/"
    rows = {"aliases-TOTAL_FORMS": 2, "aliases-0-status": "draft", "aliases-1-status": "draft"}
    response = submit(address, **rows, **{"aliases-0-name": "Annie", "aliases-1-name": "Hope Hicks"})
    assert list(errors_of(response)) == ["aliases-1-name"]
    assert editor_client.post(address, fields_of(response)).status_code == 302
    assert list(ann.aliases.values_list("name", flat=True)) == ["Annie", "Hope Hicks"]


def test_other_name_of_the_same_person_is_no_namesake(submit: Any) -> None:
    ann = make_person("Ann Bee")
    assert submit("/admin/people/alias/add/", person=ann.pk, name="Ann-Bee").status_code == 302


def test_namesakes_are_told_apart_in_the_warning(submit: Any) -> None:
    make_person("John Smith", description="adviser")
    make_person("John Smith", description="senator")
    message = errors_of(submit(ADD, name="John Smith"))["name"][0]
    assert "John Smith (adviser)</a>; <a" in message
    assert "John Smith (senator)</a>." in message


def test_new_name_of_somebody_is_warned_of_and_the_old_one_is_not(submit: Any) -> None:
    make_person("Hope Hicks")
    other = make_person("Ann Bee", summary="Left.")
    address = f"/admin/people/person/{other.pk}/change/"
    assert submit(address, summary="Resigned.").status_code == 302
    assert list(errors_of(submit(address, name="Hope Hicks"))) == ["name"]


def test_organisation_of_nearly_the_same_name_is_shown(submit: Any) -> None:
    make_organisation("Fusion GPS")
    assert (
        "Fusion GPS"
        in errors_of(submit("/admin/people/organisation/add/", name="FUSION-GPS", kind="company"))["name"][0]
    )
    assert Organisation.objects.count() == 1


def test_sort_name_is_proposed_and_told(submit: Any, editor_client: Client) -> None:
    response = submit(ADD, name="John Smith")
    told = messages_of(editor_client.get(response.url))
    assert sort_name() == "Smith, John"
    assert "Sorted as “Smith, John”, which was made of the name. If that is wrong, write another sort name." in told


def test_sort_name_that_is_written_stays(submit: Any) -> None:
    submit(ADD, name="Xi Jinping", sort_name="Xi Jinping")
    assert sort_name() == "Xi Jinping"


def test_proposed_sort_name_follows_the_name(submit: Any) -> None:
    person = make_person("John Smith")
    submit(f"/admin/people/person/{person.pk}/change/", name="John Baker")
    assert sort_name() == "Baker, John"


def test_written_sort_name_stays_when_the_name_changes_and_that_is_told(submit: Any, editor_client: Client) -> None:
    person = make_person("John Smith", sort_name="Smith John")
    response = submit(f"/admin/people/person/{person.pk}/change/", name="John Baker")
    assert sort_name() == "Smith John"
    told = messages_of(editor_client.get(response.url))
    assert "Still sorted as “Smith John”, as somebody has written. Does that fit the new name?" in told


def test_lists_and_choices_tell_namesakes_apart(editor_client: Client) -> None:
    make_person("John Smith", description="adviser")
    john = make_person("John Smith", slug="john")
    make_person("Ann Bee", description="aide")
    names = ["Ann Bee", "John Smith (adviser)", "John Smith (john)"]
    assert rows_of(editor_client.get("/admin/people/person/")) == names
    query = "app_label=people&model_name=participation&field_name=person&term="
    found = editor_client.get(f"/admin/autocomplete/?{query}").json()["results"]
    assert [one["text"] for one in found] == names
    meeting = make_meeting(john)
    page = editor_client.get(f"/admin/people/meeting/{meeting.pk}/change/").content.decode()
    assert "selected>John Smith (john)</option>" in page


@pytest.mark.parametrize("noun", ["alias", "role", "participation", "tie", "response", "statement"])
def test_lists_tell_namesakes_apart_whom_their_rows_name(editor_client: Client, noun: str) -> None:
    john, other = (make_person("John Smith", description=text) for text in ("adviser", ""))
    for person in (john, other, make_person("Ann Bee")):
        make_alias(person, "Nick")
        make_role(person)
        make_meeting(person, title="A hearing")
        make_tie(person, make_person("Bob Cee"))
        make_response(make_allegation(person), person)
        make_statement(person)
    page = editor_client.get(f"/admin/people/{noun}/").content.decode()
    assert sorted(set(re.findall(r">((?:Ann|John)[^<]*)</", page))) == [
        "Ann Bee",
        "John Smith (adviser)",
        "John Smith (john-smith-2)",
    ]


@pytest.mark.parametrize(("direction", "step"), [("2", 1), ("-2", -1)])
def test_list_is_sorted_by_sort_name_as_readers_see_it(editor_client: Client, direction: str, step: int) -> None:
    names = ["Adams", "Ève", "Fox", "Łuk", "Moss", "Иван"]
    for name in reversed(names):
        make_person(name)
    assert rows_of(editor_client.get(f"/admin/people/person/?o={direction}")) == names[::step]


def test_somebody_who_may_only_look_sees_the_form(client: Client) -> None:
    viewer = User.objects.create_user("vera", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(viewer)
    response = client.get(f"/admin/people/person/{make_person('John Smith').pk}/change/")
    assert response.status_code == 200
    assert "Smith, John" in response.content.decode()
