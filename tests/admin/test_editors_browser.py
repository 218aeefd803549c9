"""Two editors, an expired session, a seed after edits and namesakes, as they look in a browser."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from people.models import Person, Role, Statement
from people.seeding import seed
from tests.admin.browser import PASSWORD, page_of
from tests.axe import violations_in_both_schemes
from tests.factories import make_person, make_role
from tests.seed import edit, make_seed


@pytest.fixture
def editor_page(context: BrowserContext, live_server: LiveServer, editor: User) -> Page:
    editor.set_password(PASSWORD)
    editor.save()
    return page_of(editor, context, live_server)


def save(page: Page) -> None:
    page.get_by_label("Why").fill("Read again")
    page.get_by_role("button", name="Save", exact=True).first.click()


@pytest.mark.both
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
    assert (asked, violations_in_both_schemes(editor_page)) == (["beforeunload"], [])
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
    found = violations_in_both_schemes(editor_page)
    editor_page.get_by_label("Username").fill("eddie")
    editor_page.get_by_label("Password").fill(PASSWORD)
    editor_page.get_by_role("button", name="Log in").click()
    opened = editor_page.get_by_role("button", name="Open the form as I typed it")
    expect(opened).to_be_visible()
    found += violations_in_both_schemes(editor_page)
    opened.click()
    expect(editor_page.locator("#id_summary")).to_have_value("Mine.")
    save(editor_page)
    expect(editor_page.get_by_text("was changed successfully")).to_be_visible()
    assert (found, Person.objects.get().summary) == ([], "Mine.")


def test_what_an_editor_wrote_outlives_a_seed_of_changed_files(editor_page: Page, tmp_path: Path) -> None:
    directory = make_seed(tmp_path)
    seed(directory)
    statement = Statement.objects.get(slug="dunmore-pier")
    editor_page.goto(f"/admin/people/statement/{statement.pk}/change/")
    editor_page.locator("#id_summary").fill("Lived beside the pier.")
    save(editor_page)
    expect(editor_page.get_by_text("was changed successfully")).to_be_visible()
    edit(directory, "statements", "Lived on the pier.", "Lived near the pier.")
    edit(directory, "statements", "Resigned once he had laughed", "Resigned after he had laughed")
    seed(directory)
    editor_page.goto("/people/piers-dunmore/")
    shown = editor_page.get_by_text("Lived beside the pier.").or_(editor_page.get_by_text("Resigned after he had"))
    expect(shown).to_have_count(2)


def test_second_person_of_a_name_is_added_after_a_look_at_the_first(editor_page: Page) -> None:
    first = make_person("John Smith", description="adviser")
    editor_page.goto("/admin/people/person/add/")
    editor_page.locator("#id_name").fill("John  Smith")
    save(editor_page)
    link = editor_page.locator("#id_name_error").get_by_role("link", name="John Smith")
    expect(link).to_have_attribute("href", f"/admin/people/person/{first.pk}/change/")
    assert violations_in_both_schemes(editor_page) == []
    save(editor_page)
    names = ["John Smith (adviser)", "John Smith (john-smith-2)"]
    expect(editor_page.locator("th.field-__str__")).to_have_text(names)
    editor_page.goto("/admin/people/role/add/")
    editor_page.get_by_role("combobox", name="Person").click()
    editor_page.get_by_role("searchbox", name="Person").press_sequentially("smith")
    expect(editor_page.locator("#select2-id_person-results").get_by_role("option")).to_have_text(names)
