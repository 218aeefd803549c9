"""The boxes of the admin find whom readers find, and drafts too."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from people.models import Person
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
from tests.search.boxes.cast import EXPECTED, FLYNN, KISLYAK, WHO

pytestmark = pytest.mark.django_db


def test_admin_list_finds_whom_is_meant(editor: Client) -> None:
    found = {}
    for typed in list(WHO)[::4]:  # a page of the admin takes long
        answer = editor.get("/admin/people/person/", {"q": typed})
        found[typed] = [str(person) for person in answer.context["cl"].result_list]
    assert found == {typed: EXPECTED[typed] for typed in found}


def test_admin_suggests_whom_is_meant(editor: Client) -> None:
    asked = {"app_label": "people", "model_name": "role", "field_name": "person"}
    answers = {typed: editor.get("/admin/autocomplete/", asked | {"term": typed}).json() for typed in WHO}
    assert {typed: [one["text"] for one in answer["results"]] for typed, answer in answers.items()} == EXPECTED


def test_editor_finds_drafts_and_hidden_entries(editor: Client) -> None:
    make_person("Kyslyak Draft", published=False)
    make_person("Kyslyak Hidden", sourced=False)
    answer = editor.get("/admin/people/person/", {"q": "kyslyak"})
    assert [str(person) for person in answer.context["cl"].result_list] == ["Kyslyak Draft", "Kyslyak Hidden"]


def test_admin_finds_every_kind_of_row_whoever_it_names(editor: Client) -> None:
    kislyak, flynn = (Person.objects.get(name=name) for name in (KISLYAK, FLYNN))
    source = make_source("Доклад О’Брайена")
    headquarters = make_organisation("Штаб")
    meeting = make_meeting(flynn, title="Flynn sees Kislyak", published=False)
    role = make_role(kislyak, "Посол", organisation=headquarters, published=False)
    alias = make_alias(kislyak, "Kislyak S.I.", published=False)
    tie = make_tie(kislyak, flynn, summary="Друг")
    allegation = make_allegation(flynn, title="Gülen’s offer", published=False)
    response = make_response(allegation, flynn, summary="Отрицает", published=False)
    statement = make_statement(flynn, "Ушёл.", published=False)
    User.objects.create_user("Жанна", first_name="Żaneta")
    passage = make_passage(source, text="Стена портретов.")
    asked = [
        ("organisation", "штаб", [headquarters]),
        ("organisation", "“Штаб”, shtab", [headquarters]),
        ("meeting", "sees Kislyak's", [meeting]),
        ("role", "посол", [role]),
        ("role", "posol kislyaks", [role]),
        ("role", "штаб,", [role]),
        ("alias", "S I", [alias]),
        ("tie", "друг", [tie]),
        ("tie", "Flynn Kyslyak", [tie]),
        ("allegation", "gulen", [allegation]),
        ("response", "ОТРИЦАЕТ flynn's", [response]),
        ("statement", "ушел", [statement]),
        ("source", "доклад", [source]),
        ("passage", "стена", [passage]),
        ("participation", "Flynn’s sees", [meeting.participations.get()]),
    ]
    found = [list(editor.get(f"/admin/people/{noun}/", {"q": q}).context["cl"].result_list) for noun, q, _ in asked]
    assert found == [rows for _, _, rows in asked]
    accounts = editor.get("/admin/auth/user/", {"q": "жанна,"}).context["cl"].result_list
    assert [user.username for user in accounts] == ["Жанна"]


def test_admin_finds_a_slug(editor: Client) -> None:
    unnamed = make_person("", slide=7, slug="slide-7")
    assert list(editor.get("/admin/people/person/", {"q": "slide-7"}).context["cl"].result_list) == [unnamed]
