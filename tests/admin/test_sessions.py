"""A session, or a form's token, that has ended while a form was open: nothing that was typed is lost."""

import json
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from people.admin.sessions import csrf_failure
from people.models import Person
from people.pages.unsaved import KEPT
from tests.admin.conftest import change, fields_of, row
from tests.admin.test_sign_in import LIMIT
from tests.factories import make_person, make_role
from tests.views.document import Document

pytestmark = pytest.mark.django_db

SIGN_IN = "/admin/login/"
PASSWORD = "a right and long password"


@pytest.fixture
def account(editor: User) -> User:
    editor.set_password(PASSWORD)
    editor.save()
    return editor


@pytest.fixture
def strict(account: User) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    return client


def hidden(response: Any) -> dict[str, Any]:
    """Return the hidden fields of the page's forms, those with several values as lists."""
    found: dict[str, list[str]] = {}
    for one in Document(response).where("input", type="hidden"):
        found.setdefault(one.attributes["name"], []).append(one.attributes["value"])
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def action(response: Any) -> str:
    return next(Document(response).where("form", method="post")).attributes["action"]


def sign_in(client: Client, page: Any, password: str = PASSWORD, name: str = "eddie") -> Any:
    assert action(page).startswith(SIGN_IN)
    return client.post(SIGN_IN, hidden(page) | {"username": name, "password": password})


def test_form_is_as_it_was_typed_after_signing_in_again(strict: Client) -> None:
    role = make_role(make_person("Ann"), "Adviser")
    address = change(role.person) + "?_changelist_filters=q%3Da"
    form = strict.get(address)
    fields = fields_of(form) | {"csrfmiddlewaretoken": str(form.context["csrf_token"])}
    fields |= {"summary": 'Two\r\n"lines" & <b>', "roles-0-title": "Aide"} | row(
        "aliases", name="Annie", status="draft"
    )
    strict.cookies.pop("sessionid")
    page = strict.post(address, fields | {"_save": "Save"})
    assert (page.status_code, Document(page).texts("strong")) == (
        200,
        ["Your session has ended; nothing you typed is lost."],
    )
    page = sign_in(strict, sign_in(strict, page, "wrong"))
    assert (page.status_code, action(page), Document(page).texts("h1")) == (200, address, ["You are signed in"])
    page = strict.post(action(page), hidden(page))
    forms = page.context["adminform"].form, page.context["inline_admin_formsets"][0].formset.forms[0]
    assert [forms[0]["summary"].value(), forms[1]["title"].value()] == ['Two\r\n"lines" & <b>', "Aide"]
    assert (page.context["guard"].told, Person.objects.get().summary) == (
        ["This is the form as you typed it. Nothing is saved yet."],
        "",
    )
    token = {"csrfmiddlewaretoken": str(page.context["csrf_token"])}
    assert strict.post(address, fields_of(page) | token).status_code == 302
    ann = Person.objects.get()
    assert (ann.summary, [str(one) for one in (*ann.roles.all(), *ann.aliases.all())]) == (
        'Two "lines" & <b>',
        ["Aide", "Annie"],
    )


def test_what_another_changed_meanwhile_is_told_then(account: User) -> None:
    client, ann = Client(), make_person("Ann")
    client.force_login(account)
    fields = fields_of(client.get(change(ann))) | {"summary": "Mine."}
    client.logout()
    Person.objects.update(description="Theirs")
    page = sign_in(client, client.post(change(ann), fields))
    page = client.post(action(page), hidden(page))
    assert [(note.place, note.stored) for note in page.context["guard"].notes] == [("Description", "Theirs")]


def test_form_that_adds_is_kept_too_and_files_are_named(account: User) -> None:
    client, address = Client(), "/admin/people/person/add/"
    client.force_login(account)
    fields = fields_of(client.get(address)) | {"name": "Ann", "portrait": SimpleUploadedFile("ann.png", b"png")}
    client.logout()
    page = client.post(address, fields)
    assert "Choose them again afterwards: ann.png" in page.content.decode()
    page = sign_in(client, page)
    page = client.post(action(page), hidden(page))
    assert (page.context["adminform"].form["name"].value(), Person.objects.count()) == ("Ann", 0)


def test_who_signs_in_may_do_what_their_account_may(account: User) -> None:
    User.objects.create_user("clerk", password=PASSWORD, is_staff=True)
    client, ann = Client(), make_person("Ann")
    page = client.post(change(ann), {"name": "Ann", "summary": "Mine."})
    page = sign_in(client, page, name="clerk")
    page = client.post(action(page), hidden(page))
    assert (page.status_code, "Mine." in page.content.decode(), Person.objects.get().summary) == (403, True, "")


@pytest.mark.parametrize(
    "target", ["https://evil.example/admin/people/person/add/", "//evil.example/", "/people/", "/admin/logout/", ""]
)
def test_nothing_is_sent_to_what_is_no_form_of_the_admin(target: str, account: User) -> None:
    typed = {"typed": json.dumps([["name", "Ann"]]), "next": target}
    answer = Client().post(SIGN_IN, {"username": "eddie", "password": PASSWORD} | typed)
    assert (answer.status_code, "evil" in answer.headers["Location"]) == (302, False)


@pytest.mark.parametrize("typed", ["", "no json", "[[1]]", "7", "[" * 100_000])
def test_forged_text_is_no_error_of_ours(typed: str, account: User) -> None:
    fields = {"username": "eddie", "password": PASSWORD, "typed": typed, "next": "/admin/people/person/add/"}
    assert Client().post(SIGN_IN, fields).status_code == 302


def test_no_password_is_carried_along() -> None:
    fields = {"username": "eve", "password1": "secret-word", "password2": "secret-word"}
    page = Client().post("/admin/auth/user/add/", fields)
    assert (json.loads(hidden(page)["typed"]), "secret-word" in page.content.decode()) == ([["username", "eve"]], False)


@pytest.mark.parametrize(
    "address", ["password_change/", "people/person/", "people/person/1/delete/", "auth/user/1/password/"]
)
def test_other_pages_lead_to_signing_in_as_before(address: str) -> None:
    answer = Client().post(f"/admin/{address}", {"post": "yes"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/login/?next=/admin/{address}")


def test_text_that_is_too_long_to_carry_is_shown() -> None:
    page = Client().post("/admin/people/person/add/", {"summary": "ж" * 440_000})
    assert (page.status_code, "copy it first" in page.content.decode(), "жжж" in page.content.decode()) == (
        403,
        True,
        True,
    )


def test_lock_of_an_address_loses_no_text(account: User) -> None:
    client = Client()
    page = client.post("/admin/people/person/add/", {"name": "Ann Bee"})
    for _ in range(LIMIT - 1):
        sign_in(client, page, "wrong")
    locked = sign_in(client, page, "wrong")
    assert (locked.status_code, "Ann Bee" in locked.content.decode()) == (429, True)


ORIGIN = {"origin": "http://testserver"}


def test_form_with_an_outdated_token_can_be_opened_as_it_was_typed(strict: Client) -> None:
    ann = make_person("Ann")
    fields = fields_of(strict.get(change(ann))) | {"csrfmiddlewaretoken": "a" * 64, "summary": "Mine."}
    page = strict.post(change(ann), fields, headers=ORIGIN)
    assert (page.status_code, Document(page).texts("h1")) == (403, ["Not saved: please check and send it again"])
    page = strict.post(action(page), hidden(page), headers=ORIGIN)
    assert (page.status_code, page.context["adminform"].form["summary"].value(), Person.objects.get().summary) == (
        200,
        "Mine.",
        "",
    )


@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_form_that_may_come_from_another_site_is_only_shown(headers: dict[str, str], strict: Client) -> None:
    page = strict.post("/admin/people/person/add/", {"name": "Ann Bee"}, headers=headers)
    posts = list(Document(page).where("form", method="post"))
    assert (page.status_code, posts, "Ann Bee" in page.content.decode()) == (403, [], True)


def test_outdated_token_of_the_sign_in_page_loses_no_text(strict: Client) -> None:
    strict.logout()
    fields = {"typed": json.dumps([["name", "Ann"]]), "next": "/admin/people/person/add/", "password": "secret-word"}
    page = strict.post(SIGN_IN, fields, headers=ORIGIN)
    assert (page.status_code, action(page), hidden(page)["name"]) == (403, "/admin/people/person/add/", "Ann")
    assert "secret-word" not in page.content.decode()


def test_outdated_token_of_a_sign_in_page_that_keeps_nothing_leads_to_no_form(strict: Client) -> None:
    page = strict.post(SIGN_IN, {"username": "eddie", "next": change(make_person("Ann"))}, headers=ORIGIN)
    assert (page.status_code, list(Document(page).where("form", method="post"))) == (403, [])


def test_what_was_typed_is_not_stored_with_a_wrong_password(strict: Client) -> None:
    strict.logout()
    page = strict.post("/admin/people/person/add/", {"name": "Ann Bee"} | token(strict))
    sign_in(strict, page, "wrong")
    assert [("Ann Bee" in one.post_data, KEPT in one.post_data) for one in AccessAttempt.objects.all()] == [
        (False, True)
    ]


def token(client: Client) -> dict[str, str]:
    return {"csrfmiddlewaretoken": str(client.get(SIGN_IN).context["csrf_token"])}


def test_program_is_told_in_json() -> None:
    page = csrf_failure(RequestFactory().post("/people.json"), "No token.")
    told = {"type": "about:blank", "title": "Forbidden", "status": 403, "detail": "The request was refused. No token."}
    assert (page.status_code, json.loads(page.content)) == (403, told)
