"""What editors and chief editors may do."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Person, SlugRedirect
from tests.admin.conftest import confirm, rows_of
from tests.factories import make_person, make_role, rename

PEOPLE_AND_SOURCES = [
    "Aliases",
    "Allegations",
    "Former slugs",
    "Meetings",
    "Organisations",
    "Outcomes",
    "Participations",
    "Passages",
    "People",
    "Responses",
    "Revisions",
    "Roles",
    "Sources",
    "Statements",
    "Ties",
]


@pytest.mark.parametrize("who", ["editor_client", "chief_client"])
def test_index_lists_the_nouns_and_nothing_else(who: str, request: pytest.FixtureRequest) -> None:
    response = request.getfixturevalue(who).get("/admin/")
    apps = {app["name"]: [model["name"] for model in app["models"]] for app in response.context["app_list"]}
    assert apps == {"People and sources": PEOPLE_AND_SOURCES}


@pytest.mark.parametrize("who", ["editor_client", "chief_client"])
@pytest.mark.parametrize("page", ["auth_user_changelist", "auth_user_add", "auth_group_changelist"])
def test_accounts_are_refused(who: str, page: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(who).get(reverse(f"admin:{page}")).status_code == 403


def test_editor_may_not_delete_a_person(editor_client: Client) -> None:
    person = make_person()
    response = editor_client.post(reverse("admin:people_person_delete", args=[person.pk]), {"post": "yes"})
    assert (response.status_code, Person.objects.count()) == (403, 1)


def test_editor_is_not_offered_to_delete_in_bulk(editor_client: Client) -> None:
    make_person()
    form = editor_client.get("/admin/people/person/").context["action_form"]
    offered = [name for name, _ in form.fields["action"].choices]
    assert offered == ["", "publish", "unpublish"]


def test_editor_may_not_delete_a_row_of_an_inline_but_a_place(editor_client: Client) -> None:
    person = make_person()
    make_role(person)
    response = editor_client.get(f"/admin/people/person/{person.pk}/change/")
    assert [inline.has_delete_permission for inline in response.context["inline_admin_formsets"]] == [
        *[False] * 4,
        True,
    ]


def test_chief_editor_deletes_a_person_with_what_is_said_of_it(chief_client: Client) -> None:
    person = make_person()
    make_role(person)
    rename(person, "somebody")
    confirm(chief_client, chief_client.get(reverse("admin:people_person_delete", args=[person.pk])), "delete")
    assert (list(Person.objects.all()), list(SlugRedirect.objects.all())) == ([], [])


def test_former_slug_is_listed_with_the_entry_it_leads_to(editor_client: Client) -> None:
    person = make_person()
    rename(person, "somebody")
    response = editor_client.get("/admin/people/slugredirect/")
    link = f'<a href="/admin/people/person/{person.pk}/change/">somebody</a>'
    assert (rows_of(response), link in response.content.decode()) == (["ann-bee"], True)


@pytest.mark.parametrize("who", ["editor_client", "chief_client"])
def test_former_slug_is_not_added_by_hand(who: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(who).get("/admin/people/slugredirect/add/").status_code == 403


@pytest.mark.parametrize(("who", "left"), [("editor_client", ["ann-bee"]), ("chief_client", [])])
def test_former_slug_is_deleted_by_chief_editors_only(
    who: str, left: list[str], request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    person = make_person()
    rename(person, "somebody")
    former = SlugRedirect.objects.get()
    page = client.get(reverse("admin:people_slugredirect_delete", args=[former.pk]))
    if left:
        assert page.status_code == 403
    else:
        confirm(client, page)
    assert list(SlugRedirect.objects.values_list("slug", flat=True)) == left
