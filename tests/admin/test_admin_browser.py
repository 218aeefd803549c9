"""The admin in a browser: by keyboard, and a person entered from the first click to the public page."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect

from people.models import Passage, Person, Role
from tests.admin.browser import PASSWORD, open_suggestions, say_why
from tests.axe import violations_in_both_schemes
from tests.factories import make_organisation, make_passage


@pytest.mark.looks
@pytest.mark.parametrize("keys", ["Control+s", "Meta+s"])
def test_keys_save_a_form_unless_suggestions_are_open(keys: str, editor_page: Page, entries: dict[str, Any]) -> None:
    organisation = entries["organisation"]
    editor_page.goto(f"/admin/people/role/{entries['role'].pk}/change/")
    editor_page.get_by_label("Title").fill("Envoy")
    say_why(editor_page)
    open_suggestions(editor_page.locator(".field-organisation"), "Organisation")
    expect(editor_page.get_by_role("option", name=organisation.name)).to_be_visible()
    editor_page.keyboard.press(keys)
    editor_page.keyboard.press("Escape")
    expect(editor_page.get_by_role("option", name=organisation.name)).to_have_count(0)
    assert editor_page.get_by_label("Title").input_value() == "Envoy"
    editor_page.keyboard.press(keys)
    expect(editor_page.get_by_text("was changed successfully. You may edit it again below.")).to_be_visible()
    assert Role.objects.get().title == "Envoy"


def choose(page: Page, within: Locator, field: str, typed: str, suggestion: str) -> None:
    """Type into the field and choose what it suggests."""
    open_suggestions(within, field)
    page.keyboard.type(typed)
    page.get_by_role("option", name=suggestion).click()


def test_chosen_entry_is_part_of_its_box_s_name(editor_page: Page, entries: dict[str, Any]) -> None:
    editor_page.goto(f"/admin/people/role/{entries['role'].pk}/change/")
    expect(editor_page.get_by_role("combobox", name="Person: Ann Bee")).to_be_visible()


def test_organisation_added_in_a_window_of_its_own_is_chosen(editor_page: Page) -> None:
    editor_page.goto("/admin/people/role/add/")
    with editor_page.expect_popup() as opened:
        editor_page.get_by_role("link", name="Add another organisation").click()
    opened.value.get_by_label("Name").fill("The ministry")
    opened.value.get_by_label("Kind").select_option("government body")
    opened.value.get_by_role("button", name="Save").first.click()
    expect(editor_page.get_by_role("combobox", name="Organisation: The ministry")).to_be_visible()


def test_passage_is_cited_by_keyboard(editor_page: Page, entries: dict[str, Any]) -> None:
    role = entries["role"]
    editor_page.goto(f"/admin/people/role/{role.pk}/change/")
    editor_page.get_by_role("searchbox", name="Passages").focus()
    editor_page.keyboard.type("slide-5 3")
    expect(editor_page.get_by_role("option", name="the-source/slide-5/3")).to_be_visible()
    editor_page.keyboard.press("Enter")
    say_why(editor_page)
    editor_page.get_by_role("button", name="Save", exact=True).first.click()
    expect(editor_page.get_by_text("was changed successfully")).to_be_visible()
    assert str(role.passages.order_by("-section").first()) == "the-source/slide-5/3"


@pytest.mark.both
def test_editor_enters_a_person_with_a_role_and_sees_both_on_the_site(page: Page, editor: User) -> None:
    make_passage(section="slide-5", sentence=3)
    make_organisation("The campaign")
    editor.set_password(PASSWORD)
    editor.save()

    page.goto("/admin/people/person/add/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()

    person = page.locator("#person_form > div > fieldset")
    person.get_by_label("Name:", exact=True).fill("Ann Bee")
    choose(page, person, "Passages", "slide-5 3", "the-source/slide-5/3")
    person.get_by_label("Status").select_option("published")

    page.get_by_role("button", name="Add another Role").click()
    role = page.locator("#roles-0")
    role.get_by_label("Title").fill("Foreign policy adviser")
    role.get_by_label("Category").select_option("Campaign")
    choose(page, role, "Organisation", "camp", "The campaign")
    choose(page, role, "Passages", "5·3", "the-source/slide-5/3")
    role.get_by_label("Status").select_option("published")
    say_why(page)
    page.get_by_role("button", name="Save and continue editing").first.click()

    page.get_by_role("link", name="View on site").click()
    page.wait_for_url("**/people/ann-bee/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ann Bee")
    expect(page.get_by_role("main")).to_contain_text("Foreign policy adviser")
    assert Passage.objects.get().role_set.count() == 1


def test_person_is_deleted_with_all_that_needs_them(chief_page: Page, entries: dict[str, Any]) -> None:
    ann = entries["person"]
    chief_page.goto(f"/admin/people/person/{ann.pk}/change/")
    chief_page.get_by_role("link", name="Delete", exact=True).first.click()
    lost = "Ann Bee’s page, 1 job, 1 other name, 1 statement, 1 allegation, 1 reply"
    expect(chief_page.get_by_text("Readers will lose:")).to_contain_text(lost)
    assert violations_in_both_schemes(chief_page) == []
    say_why(chief_page)
    chief_page.get_by_role("button", name="Delete all of it").click()
    expect(chief_page.get_by_text("Also deleted:")).to_be_visible()
    statuses = [
        chief_page.request.get(f"{address}").status for address in ("/people/ann/", "/people/", "/allegations/")
    ]
    assert statuses == [410, 200, 200]


def test_form_that_unpublishes_a_needed_person_leads_to_the_page_that_does(
    editor_page: Page, entries: dict[str, Any]
) -> None:
    editor_page.goto(f"/admin/people/person/{entries['person'].pk}/change/")
    editor_page.locator("select[name=status]").select_option("draft")
    say_why(editor_page)
    editor_page.locator("input[name=_save]").first.click()
    editor_page.get_by_role("link", name="Unpublish it with all that needs it").click()
    say_why(editor_page)
    editor_page.get_by_role("button", name="Unpublish all of it").click()
    expect(editor_page.get_by_text("Unpublished: 1 of 1.")).to_be_visible()
    assert Person.public.count() == 0
