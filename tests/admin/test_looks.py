"""How the admin looks in a browser: axe finds nothing, and forms fit a narrow window."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from people.models import SlugRedirect
from tests.admin.browser import open_suggestions
from tests.axe import violations_in_both_schemes
from tests.factories import make_organisation, make_person

# Which of the elements stand beyond the right edge of the window; what itself can be pushed sideways may.
BEYOND = """all => all
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".module table, .select2"))
    .map((one) => `${one.tagName} ${one.id} ${one.className}`)"""


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
        found += violations_in_both_schemes(editor_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_forms_that_add(editor_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for noun in entries:
        editor_page.goto(f"/admin/people/{noun}/add/")
        unfold(editor_page)
        found += violations_in_both_schemes(editor_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_forms_that_change(chief_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for noun, entry in entries.items():
        chief_page.goto(f"/admin/people/{noun}/{entry.pk}/change/")
        unfold(chief_page)
        found += violations_in_both_schemes(chief_page)
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
    assert violations_in_both_schemes(page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_index(editor_page: Page) -> None:
    editor_page.goto("/admin/")
    assert violations_in_both_schemes(editor_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_what_editors_only_read(editor_page: Page, entries: dict[str, Any]) -> None:
    editor_page.goto(f"/admin/people/slugredirect/{SlugRedirect.objects.get().pk}/change/")
    assert violations_in_both_schemes(editor_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_before_a_person_is_deleted(chief_page: Page, entries: dict[str, Any]) -> None:
    chief_page.goto(f"/admin/people/person/{entries['person'].pk}/delete/")
    assert violations_in_both_schemes(chief_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_pages_that_merge(chief_page: Page, entries: dict[str, Any]) -> None:
    other = make_person(entries["person"].name, summary="Left.")
    make_organisation("Gone").delete()
    own = f"/admin/people/person/{entries['person'].pk}/merge/"
    found = []
    for address in (own, f"{own}?with={other.pk}", "/admin/people/person/doubles/", "/admin/people/revision/deleted/"):
        chief_page.goto(address)
        found += violations_in_both_schemes(chief_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_the_pages_that_ask_about_several(chief_page: Page, entries: dict[str, Any]) -> None:
    found = []
    for action in ("delete_selected", "unpublish"):
        chief_page.goto("/admin/people/person/")
        chief_page.locator("#action-toggle").check()
        found += violations_in_both_schemes(chief_page)
        chief_page.get_by_label("Action:").select_option(action)
        chief_page.get_by_role("button", name="Go").click()
        expect(chief_page.get_by_text("Readers will lose:")).to_be_visible()
        found += violations_in_both_schemes(chief_page)
    chief_page.goto(f"/admin/people/meeting/publish/?entry={entries['meeting'].pk}")
    assert found + violations_in_both_schemes(chief_page) == []


@pytest.mark.looks
def test_axe_finds_nothing_on_accounts(superuser_page: Page) -> None:
    found = []
    for address in ("user/", "user/add/", f"user/{User.objects.get().pk}/change/", "group/", "group/add/"):
        superuser_page.goto(f"/admin/auth/{address}")
        found += violations_in_both_schemes(superuser_page)
    assert found == []


@pytest.mark.looks
def test_axe_finds_nothing_on_a_form_that_was_refused(editor_page: Page) -> None:
    editor_page.goto("/admin/people/role/add/")
    editor_page.get_by_label("Start").fill("march")
    editor_page.get_by_label("Status").select_option("published")
    editor_page.get_by_role("button", name="Save", exact=True).first.click()
    told = "It cites no passage, so it can't be published. Cite one, or keep it a draft."
    expect(editor_page.get_by_text(told, exact=True)).to_be_visible()
    assert violations_in_both_schemes(editor_page) == []


@pytest.mark.looks
@pytest.mark.parametrize("field", ["Person", "Passages"])
def test_axe_finds_nothing_on_open_suggestions(field: str, editor_page: Page, entries: dict[str, Any]) -> None:
    editor_page.goto("/admin/people/role/add/")
    open_suggestions(editor_page.locator(f".field-{field.lower()}"), field)
    expect(editor_page.get_by_role("listbox", name=field).get_by_role("option").first).to_be_visible()
    assert violations_in_both_schemes(editor_page) == []
