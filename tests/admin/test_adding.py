"""Forms that add: none adds twice, and what another editor deleted meanwhile can be added anew."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from people.models import Organisation, Person, Role
from tests.admin.conftest import change, fields_of, value
from tests.factories import (
    make_organisation,
    make_person,
    make_role,
)

pytestmark = pytest.mark.django_db


ADD = "/admin/people/organisation/add/"


def add(client: Client, name: str = "The firm", **changes: Any) -> dict[str, Any]:
    return fields_of(client.get(ADD)) | {"name": name, "kind": "company"} | changes


def test_entry_deleted_while_its_form_is_open_can_be_added_anew(editor_client: Client, chief_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    person, fields = role.person, fields_of(editor_client.get(change(role.person)))
    role.delete()
    person.delete()
    page = editor_client.post(
        change(Person(pk=fields["roles-0-person"])), fields | {"summary": "Mine.", "status": "draft"}
    )
    told = page.context["guard"].told[0]
    assert (page.status_code, told.startswith("This person no longer exists: deleted ")) == (200, True)
    assert f'action="{reverse("admin:people_person_add")}"' in page.content.decode()
    editor_client.post(reverse("admin:people_person_add"), fields_of(page) | {"roles-0-status": "draft"})
    assert (Person.objects.get().summary, list(Role.objects.values_list("title", flat=True))) == ("Mine.", ["Adviser"])


def test_text_for_a_deleted_entry_is_shown_to_who_may_not_add_one(editor: User, editor_client: Client) -> None:
    group = Group.objects.get(name="Editors")
    group.permissions.remove(group.permissions.get(codename="add_organisation"))
    firm = make_organisation("The firm")
    fields, address = fields_of(editor_client.get(change(firm))), change(firm)
    firm.delete()
    page = editor_client.post(address, fields | {"name": "The other firm"})
    assert (page.status_code, "The other firm" in page.content.decode()) == (404, True)


def test_form_sent_twice_adds_one_entry(editor_client: Client) -> None:
    fields = fields_of(editor_client.get("/admin/people/meeting/add/"))
    fields |= {"title": "The talk", "summary": "They talked.", "kind": "interview"}
    answers = [editor_client.post("/admin/people/meeting/add/", fields, follow=True) for _ in range(2)]
    told = [[str(message) for message in answer.context["messages"]] for answer in answers]
    assert told[1] == ["“The talk” was added already; it was not added twice."]


def test_form_sent_again_with_another_text_asks_before_it_adds(editor_client: Client) -> None:
    fields = add(editor_client)
    editor_client.post(ADD, fields)
    page = editor_client.post(ADD, fields | {"name": "The other firm"})
    (told,) = page.context["guard"].told
    assert (told.startswith("This form has already added “The firm”."), value(page, "name")) == (True, "The other firm")
    editor_client.post(ADD, fields_of(page))
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["The firm", "The other firm"]


def test_form_of_an_entry_that_was_deleted_adds_it_when_saved_once_more(editor_client: Client) -> None:
    fields = add(editor_client)
    editor_client.post(ADD, fields)
    Organisation.objects.all().delete()
    page = editor_client.post(ADD, fields)
    assert Organisation.objects.count() == 0
    editor_client.post(ADD, fields_of(page))
    assert Organisation.objects.count() == 1


def test_two_forms_add_two_entries_that_are_alike(editor_client: Client) -> None:
    address = "/admin/people/person/add/"
    for _ in range(2):
        page = editor_client.post(address, fields_of(editor_client.get(address)) | {"name": "Ann"})
    # The second one is asked whether this is another Ann.
    editor_client.post(address, fields_of(page))
    assert Person.objects.count() == 2
