"""The admin in a browser: what axe finds, and a person entered from the first click to the public page."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from people.models import Passage, Person, Role, SlugRedirect
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)

PASSWORD = "a long password of words"


@pytest.fixture
def entries(live_server: LiveServer) -> dict[str, Any]:
    """One entry of each noun, the pages of which have all their rows filled."""
    passage = make_passage(section="slide-5", sentence=3)
    person, other, organisation = make_person(), make_person("Bob Cee", published=False), make_organisation()
    alias, role = make_alias(person), make_role(person, organisation=organisation)
    meeting, tie = make_meeting(person, other, organisation=organisation), make_tie(person, other)
    response = make_response(make_allegation(person, other), person)
    person.slug = "ann"
    person.save()
    return {
        "source": passage.source,
        "passage": passage,
        "person": person,
        "alias": alias,
        "organisation": organisation,
        "role": role,
        "meeting": meeting,
        "participation": meeting.participations.first(),
        "tie": tie,
        "allegation": response.allegation,
        "response": response,
        "statement": make_statement(person),
    }


@pytest.fixture
def editor_page(context: BrowserContext, live_server: LiveServer, editor: User) -> Page:
    """A page of a browser in which an editor has signed in."""
    return page_of(editor, context, live_server)


# Which of the elements stand beyond the right edge of the window; what itself can be pushed sideways may.
BEYOND = """all => all
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".module table, .select2"))
    .map((one) => `${one.tagName} ${one.id} ${one.className}`)"""


@pytest.fixture
def chief_page(context: BrowserContext, live_server: LiveServer, chief_editor: User) -> Page:
    return page_of(chief_editor, context, live_server)


@pytest.fixture
def superuser_page(context: BrowserContext, live_server: LiveServer) -> Page:
    return page_of(User.objects.create_superuser("root"), context, live_server)


def page_of(user: User, context: BrowserContext, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return context.new_page()


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page, in light and in dark: the rule and where."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        # Links fade from one colour into the other.
        page.evaluate("Promise.allSettled(document.getAnimations().map((fading) => fading.finished))")
        # What axe loads beforehand, for one rule on sounds, our content security policy forbids.
        rules = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
        found += [f"{scheme} {rule['id']}: {node['target']} on {page.url}" for rule in rules for node in rule["nodes"]]
    return found


def say_why(page: Page) -> None:
    page.get_by_label("Why").fill("Read again")


def unfold(page: Page) -> None:
    """Open all that is folded away, and add a row of each inline."""
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    for link in page.locator(".add-row a").all():
        link.click()


@pytest.mark.looks
def test_axe_finds_nothing_on_the_lists(editor_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for noun in [*entries, "slugredirect"]:
        editor_page.goto(f"/admin/people/{noun}/")
        found += violations(editor_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_forms_that_add(editor_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for noun in entries:
        editor_page.goto(f"/admin/people/{noun}/add/")
        unfold(editor_page)
        found += violations(editor_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_forms_that_change(chief_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for noun, entry in entries.items():
        chief_page.goto(f"/admin/people/{noun}/{entry.pk}/change/")
        unfold(chief_page)
        found += violations(chief_page)
    assert found == []


@pytest.mark.looks
@pytest.mark.parametrize("width", [360, 768])
def test_forms_fit_a_narrow_window(width: int, chief_page: Page, entries: dict[str, Any]) -> None:
    chief_page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for noun, entry in entries.items():
        chief_page.goto(f"/admin/people/{noun}/{entry.pk}/change/")
        unfold(chief_page)
        found[noun] = chief_page.locator("#content form :visible").evaluate_all(BEYOND)
    assert {noun: beyond for noun, beyond in found.items() if beyond} == {}


@pytest.mark.looks
def test_axe_finds_nothing_on_the_login_page(page: Page) -> None:
    page.goto("/admin/login/")
    assert violations(page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_index(editor_page: Page) -> None:
    editor_page.goto("/admin/")
    assert violations(editor_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_what_editors_only_read(editor_page: Page, entries: dict[str, Any]) -> None:
    editor_page.goto(f"/admin/people/slugredirect/{SlugRedirect.objects.get().pk}/change/")
    assert violations(editor_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_before_a_person_is_deleted(chief_page: Page, entries: dict[str, Any]) -> None:
    chief_page.goto(f"/admin/people/person/{entries['person'].pk}/delete/")
    assert violations(chief_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_pages_that_merge(chief_page: Page, entries: dict[str, Any]) -> None:
    other = make_person(entries["person"].name, summary="Left.")
    make_organisation("Gone").delete()
    own = f"/admin/people/person/{entries['person'].pk}/merge/"
    found = []
    for address in (own, f"{own}?with={other.pk}", "/admin/people/person/doubles/", "/admin/people/revision/deleted/"):
        chief_page.goto(address)
        found += violations(chief_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_pages_that_ask_about_several(chief_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for action in ("delete_selected", "unpublish"):
        chief_page.goto("/admin/people/person/")
        chief_page.locator("#action-toggle").check()
        found += violations(chief_page)
        chief_page.get_by_label("Action:").select_option(action)
        chief_page.get_by_role("button", name="Go").click()
        expect(chief_page.get_by_text("Readers will lose:")).to_be_visible()
        found += violations(chief_page)
    chief_page.goto(f"/admin/people/meeting/publish/?entry={entries['meeting'].pk}")
    assert found + violations(chief_page) == []


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


@pytest.mark.looks
def test_axe_finds_nothing_on_accounts(superuser_page: Page) -> None:
    found = []
    for address in ("user/", "user/add/", f"user/{User.objects.get().pk}/change/", "group/", "group/add/"):
        superuser_page.goto(f"/admin/auth/{address}")
        found += violations(superuser_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_a_form_that_was_refused(editor_page: Page) -> None:
    editor_page.goto("/admin/people/role/add/")
    editor_page.get_by_label("Start").fill("march")
    editor_page.get_by_label("Status").select_option("published")
    editor_page.get_by_role("button", name="Save", exact=True).first.click()
    told = "It cites no passage, so it can't be published. Cite one, or keep it a draft."
    expect(editor_page.get_by_text(told, exact=True)).to_be_visible()
    assert violations(editor_page) == []


@pytest.mark.looks
@pytest.mark.parametrize("field", ["Person", "Passages"])
def test_axe_finds_nothing_on_open_suggestions(field: str, editor_page: Page, entries: dict[str, Any]) -> None:
    editor_page.goto("/admin/people/role/add/")
    open_suggestions(editor_page.locator(f".field-{field.lower()}"), field)
    expect(editor_page.get_by_role("listbox", name=field).get_by_role("option").first).to_be_visible()
    assert violations(editor_page) == []


def open_suggestions(within: Locator, field: str) -> None:
    """Open the suggestions of the field, found by the name that a screen reader says."""
    within.get_by_role("combobox", name=field).click()


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
    assert violations(chief_page) == []
    say_why(chief_page)
    chief_page.get_by_role("button", name="Delete all of it").click()
    expect(chief_page.get_by_text("Also deleted:")).to_be_visible()
    statuses = [
        chief_page.request.get(f"{address}").status for address in ("/people/ann/", "/people/", "/allegations/")
    ]
    assert statuses == [404, 200, 200]


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
