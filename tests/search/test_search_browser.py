"""The search box by keyboard, by mouse and without script, as the combobox pattern of the ARIA practices asks."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.axe import violations_in_both_schemes
from tests.conftest import OpenPage
from tests.factories import make_allegation, make_meeting, make_organisation, make_person, make_response, make_role

ADDRESSES = ["/search/", "/search/?q=ann", "/search/?q=an&kind=person", "/search/?q=nobody"]


@pytest.fixture(autouse=True)
def entries(live_server: LiveServer) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Ann Cee")
    make_role(ann, "Manager", organisation=make_organisation("Ann firm"))
    make_meeting(ann, bob, title="Ann Bee meets Ann Cee")
    make_response(make_allegation(ann, title="What Ann did"), ann, summary="Ann did nothing.")


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search")


def options(page: Page) -> Locator:
    return page.locator("#search-suggestions").get_by_role("option")


def type_ann(page: Page) -> None:
    box(page).press_sequentially("ann")
    expect(options(page)).to_have_count(5)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The overview, where “ann” was typed into the box."""
    page = open_page("/")
    type_ann(page)
    return page


def active(page: Page) -> str | None:
    """Return the text of the option that assistive technology takes for the focused one."""
    option = box(page).get_attribute("aria-activedescendant")
    return page.locator(f"#{option} span").first.inner_text() if option else None


def test_box_suggests_as_one_types(open_page: OpenPage) -> None:
    page = open_page("/")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    type_ann(page)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert page.locator("[role=option] span:first-child").all_inner_texts() == [
        "Ann Bee",
        "Ann Cee",
        "Ann firm",
        "Ann Bee meets Ann Cee",
        "What Ann did",
    ]


@pytest.mark.looks
def test_box_tells_how_many_suggestions_there_are(page: Page) -> None:
    expect(page.locator(".search").get_by_role("status")).to_have_text("5 suggestions")
    box(page).press_sequentially(" c")
    expect(page.locator(".search").get_by_role("status")).to_have_text("2 suggestions")
    box(page).press_sequentially("xqz")
    expect(page.locator(".search").get_by_role("status")).to_have_text("No suggestions")
    expect(box(page)).to_have_attribute("aria-expanded", "false")


@pytest.mark.looks
def test_arrows_go_round_through_the_suggestions_and_the_box(page: Page) -> None:
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown"):
        box(page).press(key)
        seen.append(active(page))
    assert seen == ["Ann Bee", "Ann Cee", "Ann Bee", None, "What Ann did", None]
    expect(box(page)).to_be_focused()


@pytest.mark.looks
def test_arrow_opens_what_was_closed(page: Page) -> None:
    box(page).press("Escape")
    expect(options(page)).to_have_count(0)
    box(page).press("ArrowDown")
    expect(box(page)).to_have_attribute("aria-activedescendant", "search-suggestions-1")


@pytest.mark.looks
@pytest.mark.parametrize(("key", "cursor"), [("Home", 0), ("End", 3), ("ArrowLeft", 2), ("ArrowRight", 3)])
def test_keys_that_move_the_cursor_go_back_to_the_box(page: Page, key: str, cursor: int) -> None:
    box(page).press("ArrowDown")
    box(page).press(key)
    assert (active(page), box(page).evaluate("one => one.selectionStart")) == (None, cursor)
    expect(options(page)).to_have_count(5)


@pytest.mark.looks
def test_alt_with_arrows_opens_and_closes_and_leaves_the_box_active(page: Page) -> None:
    box(page).press("Alt+ArrowUp")
    expect(options(page)).to_have_count(0)
    box(page).press("Alt+ArrowDown")
    expect(options(page)).to_have_count(5)
    assert active(page) is None


@pytest.mark.looks
def test_enter_follows_the_active_suggestion(page: Page) -> None:
    box(page).press("ArrowDown")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page).to_have_url(re.compile("/people/ann-cee/$"))


@pytest.mark.looks
def test_enter_searches_where_no_suggestion_is_active(page: Page) -> None:
    box(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=ann$"))
    expect(box(page)).to_have_value("ann")


def test_click_follows_a_suggestion(page: Page) -> None:
    options(page).nth(1).click()
    expect(page).to_have_url(re.compile("/people/ann-cee/$"))


@pytest.mark.looks
def test_escape_closes_first_and_clears_then(page: Page) -> None:
    box(page).press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("ann")
    box(page).press("Escape")
    expect(box(page)).to_have_value("")


@pytest.mark.looks
def test_leaving_the_box_closes_the_suggestions(page: Page) -> None:
    box(page).press("Tab")
    expect(options(page)).to_have_count(0)
    expect(page.get_by_role("search", name="Search everything").get_by_role("button", name="Search")).to_be_focused()


@pytest.mark.looks
def test_typing_on_leaves_no_suggestion_active(page: Page) -> None:
    box(page).press("ArrowDown")
    box(page).press_sequentially(" b")
    assert active(page) is None


@pytest.mark.looks
def test_emptied_box_suggests_nothing(page: Page) -> None:
    box(page).fill("")
    expect(options(page)).to_have_count(0)


@pytest.mark.looks
def test_slash_goes_to_the_box(open_page: OpenPage) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")


@pytest.mark.looks
def test_slash_in_a_field_is_typed(open_page: OpenPage) -> None:
    page = open_page("/people/")
    field = page.get_by_label("Search people")
    field.press_sequentially("a/b")
    expect(field).to_have_value("a/b")


@pytest.mark.looks
def test_slash_with_a_modifier_is_left_to_the_browser(open_page: OpenPage) -> None:
    page = open_page("/")
    page.keyboard.press("Control+/")
    expect(box(page)).not_to_be_focused()


def test_box_is_a_form_without_script(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    page.get_by_role("searchbox", name="Search").fill("ann cee")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("h3")).to_have_text(["Ann Cee", "Ann Bee meets Ann Cee"])


@pytest.mark.looks
def test_box_still_searches_where_suggestions_fail(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page("/")
    page.route("**/search/suggest/**", lambda route: route.abort())
    box(page).press_sequentially("ann")
    box(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=ann$"))


@pytest.mark.looks
def test_search_has_no_violations_that_axe_finds(open_page: OpenPage) -> None:
    page = open_page()
    found = []
    for address in ADDRESSES:
        page.goto(address)
        found += violations_in_both_schemes(page)
    page.goto("/people/")
    type_ann(page)
    box(page).press("ArrowDown")
    assert found + violations_in_both_schemes(page) == []


@pytest.mark.looks
@pytest.mark.parametrize("javascript", [True, False])
def test_search_fits_a_width_of_320_pixels(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(viewport=(320, 640), javascript=javascript)
    for address in ADDRESSES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
