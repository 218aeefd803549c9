"""Rows of a form that another editor has added, changed or deleted meanwhile: they are told, and nothing is lost."""

from typing import Any

import pytest
from django.test import Client

from people.models import Role
from tests.admin.conftest import change, errors_of, fields_of, notes_of, row
from tests.factories import (
    make_alias,
    make_meeting,
    make_person,
    make_role,
)

pytestmark = pytest.mark.django_db


def test_row_that_another_changed_comes_in(editor_client: Client, other: Any) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    other(role, title="Clerk", start="2016")
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    assert notes_of(page) == [("Role “Aide”: Title", "Clerk", "Aide"), ("Role “Aide”: Start", "2016", "")]
    assert [note.target for note in page.context["guard"].notes] == ["id_roles-0-title", "id_roles-0-start"]
    editor_client.post(change(role.person), fields_of(page))
    role.refresh_from_db()
    assert (role.title, role.start) == ("Aide", "2016")


def test_row_that_another_added_comes_in_before_new_ones(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    make_role(ann, "Adviser")
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, **row("roles", 1, title="Clerk", status="draft"))
    page = editor_client.post(change(ann), fields | row("roles", 1, title="Envoy", status="draft"))
    assert notes_of(page) == [("Added: role", "“Clerk”", "")]
    editor_client.post(change(ann), fields_of(page))
    assert sorted(Role.objects.values_list("title", flat=True)) == ["Adviser", "Clerk", "Envoy"]


def test_row_that_another_deleted_is_named_and_stays_deleted(editor_client: Client, other: Any) -> None:
    ann = make_person("Ann")
    roles = [make_role(ann, title) for title in ("Adviser", "Clerk")]
    fields = fields_of(editor_client.get(change(ann)))
    other(ann, **{"roles-0-DELETE": "on"})
    page = editor_client.post(change(ann), fields | {"roles-1-title": "Aide"})
    told = [(row.name, row.by.startswith("by cleo"), row.typed) for row in page.context["guard"].gone]
    assert (told, errors_of(page)) == ([("role “Adviser”", True, [])], {})
    editor_client.post(change(ann), fields_of(page))
    assert list(Role.objects.values_list("pk", "title")) == [(roles[1].pk, "Aide")]


def gone_of(page: Any) -> list[str]:
    return [str(row) for row in page.context["guard"].gone]


@pytest.mark.parametrize(("wanted", "left"), [({}, []), ({"_again": "0"}, ["Aide"])])
def test_text_for_a_row_that_is_deleted_can_be_read_and_added_again(
    wanted: dict[str, str], left: list[str], editor_client: Client
) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    role.delete()
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    assert [("Title", "Aide") in row.typed for row in page.context["guard"].gone] == [True]
    assert (
        editor_client.post(change(role.person), fields_of(page) | {"_gone": gone_of(page), **wanted}).status_code == 302
    )
    assert list(Role.objects.values_list("title", flat=True)) == left


def test_text_for_a_row_that_is_deleted_is_kept_while_the_form_is_refused(editor_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(editor_client.get(change(role.person)))
    role.delete()
    page = editor_client.post(change(role.person), fields | {"roles-0-title": "Aide"})
    again = editor_client.post(change(role.person), fields_of(page) | {"_gone": gone_of(page), "name": ""})
    assert "Aide" in again.content.decode()
    assert gone_of(again) != []


def test_row_that_both_deleted_is_no_conflict(chief_client: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    fields = fields_of(chief_client.get(change(role.person)))
    role.delete()
    assert chief_client.post(change(role.person), fields | {"roles-0-DELETE": "on"}).status_code == 302


def test_participant_who_was_added_to_a_meeting_comes_in(editor_client: Client, other: Any) -> None:
    meeting = make_meeting(make_person("Ann"), make_person("Bob"))
    cy = make_person("Cy")
    fields = fields_of(editor_client.get(change(meeting)))
    other(meeting, **row("participations", 2, person=cy.pk, capacity="participant"))
    page = editor_client.post(change(meeting), fields | {"title": "Another"})
    editor_client.post(change(meeting), fields_of(page))
    assert sorted(map(str, meeting.people.all())) == ["Ann", "Bob", "Cy"]


def test_rows_are_headed_by_their_own_names_when_others_have_come(editor_client: Client) -> None:
    ann = make_person("Ann")
    make_alias(ann, "Bee")
    fields = fields_of(editor_client.get(change(ann)))
    make_alias(ann, "Aaa")
    page = editor_client.post(change(ann), fields)
    (formset,) = [one for one in page.context["inline_admin_formsets"] if one.formset.prefix == "aliases"]
    headed = [(str(one.original), one.form["name"].value()) for one in formset if one.original]
    assert headed == [("Bee", "Bee"), ("Aaa", "Aaa")]
