"""Two editors and an expired session, as they look in a browser."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from people.models import Person, Role
from tests.admin.test_admin_browser import PASSWORD, page_of, violations
from tests.factories import make_person, make_role


@pytest.fixture
def editor_page(context: BrowserContext, live_server: LiveServer, editor: User) -> Page:
    editor.set_password(PASSWORD)
    editor.save()
    return page_of(editor, context, live_server)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).first.click()


def test_second_of_two_editors_sees_what_the_first_did_and_can_save_then(editor_page: Page) -> None:
    ann = make_person("Ann Bee")
    gone = make_role(ann, "Adviser")
    editor_page.goto(f"/admin/people/person/{ann.pk}/change/")
    editor_page.locator("#id_summary").fill("Mine.")
    editor_page.locator("#id_roles-0-title").fill("Aide")
    Person.objects.filter(pk=ann.pk).update(summary="Theirs.", description="A word")
    Role.objects.filter(pk=gone.pk).delete()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    editor_page.on("dialog", stay)
    editor_page.get_by_role("link", name="Home").click()
    save(editor_page)
    told = editor_page.get_by_role("region", name="Not saved yet")
    expect(told).to_contain_text("Theirs.")
    expect(told).to_contain_text("You typed")
    assert (asked, violations(editor_page)) == (["beforeunload"], [])
    told.get_by_label("Add it again").check()
    save(editor_page)
    expect(editor_page.get_by_text("was changed successfully")).to_be_visible()
    ann.refresh_from_db()
    assert (ann.summary, ann.description, [str(role) for role in ann.roles.all()]) == ("Mine.", "A word", ["Aide"])


def test_form_is_as_it_was_typed_after_an_expired_session(editor_page: Page, context: BrowserContext) -> None:
    ann = make_person("Ann Bee")
    editor_page.goto(f"/admin/people/person/{ann.pk}/change/")
    editor_page.locator("#id_summary").fill("Mine.")
    context.clear_cookies(name="sessionid")
    save(editor_page)
    expect(editor_page.get_by_text("nothing you typed is lost")).to_be_visible()
    found = violations(editor_page)
    editor_page.get_by_label("Username").fill("eddie")
    editor_page.get_by_label("Password").fill(PASSWORD)
    editor_page.get_by_role("button", name="Log in").click()
    opened = editor_page.get_by_role("button", name="Open the form as I typed it")
    expect(opened).to_be_visible()
    found += violations(editor_page)
    opened.click()
    expect(editor_page.locator("#id_summary")).to_have_value("Mine.")
    save(editor_page)
    expect(editor_page.get_by_text("was changed successfully")).to_be_visible()
    assert (found, Person.objects.get().summary) == ([], "Mine.")
