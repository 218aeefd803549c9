"""Choices of long facets found by name, by keyboard and without script."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.axe import violations_in_both_schemes
from tests.conftest import OpenPage

pytestmark = pytest.mark.usefixtures("seeded")


def box(page: Page, facet: str = "Had contact with") -> Locator:
    return page.get_by_role("combobox", name=f"{facet}: find by name")


def options(page: Page) -> Locator:
    return page.locator("#find-contact-suggestions").get_by_role("option")


def names(page: Page) -> list[str]:
    return page.locator("#results .name").all_inner_texts()


def test_facet_suggests_people_with_how_many_each_lists(open_page: OpenPage) -> None:
    page = open_page("/people/")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    box(page).press_sequentially("kisl")
    expect(options(page)).to_have_count(1)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert options(page).all_text_contents() == ["Sergey Kislyak 3 people"]
    expect(page.locator(".finder").first.get_by_role("status")).to_have_text("1 suggestion")


def test_choice_by_keyboard_is_applied_and_focus_stays_in_the_field(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.evaluate("window.stayed = true")
    box(page).press_sequentially("kisl")
    expect(options(page)).to_have_count(1)
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    assert page.url.endswith("/people/?contact=sergey-kislyak")
    expect(page.get_by_role("checkbox", name="Sergey Kislyak")).to_be_checked()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    assert page.evaluate("window.stayed")


def test_second_choice_is_added_to_the_first(open_page: OpenPage) -> None:
    page = open_page("/people/?contact=sergey-kislyak&role=campaign")
    box(page).press_sequentially("stone")
    options(page).first.click()
    page.wait_for_url("**/people/?contact=sergey-kislyak&contact=roger-stone&role=campaign")
    assert page.locator("#facets :checked").evaluate_all("all => all.map(one => one.value)") == [
        "campaign",
        "sergey-kislyak",
        "roger-stone",
    ]


@pytest.mark.looks
def test_escape_closes_and_then_clears(open_page: OpenPage) -> None:
    page = open_page("/people/")
    box(page).press_sequentially("kisl")
    expect(options(page)).to_have_count(1)
    box(page).press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("kisl")
    box(page).press("Escape")
    expect(box(page)).to_have_value("")


def test_typing_in_a_facet_lists_nothing_else(open_page: OpenPage) -> None:
    page = open_page("/people/")
    box(page).press_sequentially("kisl")
    expect(options(page)).to_have_count(1)
    box(page).press("Tab")
    page.locator("#facet-allegations > summary").click()
    page.get_by_role("checkbox", name="No allegation recorded").check()
    expect(page.locator("#chips .chip")).to_have_count(1)
    assert page.url.endswith("/people/?allegations=none")


def test_enter_without_a_choice_leads_to_all_that_match(open_page: OpenPage) -> None:
    page = open_page("/people/?role=campaign")
    box(page).press_sequentially("ser")
    box(page).press("Enter")
    page.wait_for_url("**/people/choices/?term=ser&parameter=contact&role=campaign")
    page.get_by_role("link", name="Sergey Kislyak").click()
    expect(page.get_by_role("heading", name="2 people")).to_be_visible()


def test_suggestions_take_the_filters_just_chosen_into_account(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    expect(page.get_by_role("heading", name="11 people")).to_be_visible()
    box(page).press_sequentially("kisl")
    expect(options(page)).to_have_text([re.compile("Sergey Kislyak 2 people")])


def test_facet_is_searched_without_script(open_page: OpenPage) -> None:
    page = open_page("/people/?role=campaign", javascript=False)
    page.get_by_role("searchbox", name="Had contact with: find by name").fill("kisl")
    page.locator(".finder").first.get_by_role("button", name="Find").click()
    page.wait_for_url("**/people/choices/?term=kisl&parameter=contact&role=campaign")
    page.get_by_role("link", name="Sergey Kislyak").click()
    assert names(page) == ["Jeff Sessions", "J.D. Gordon"]


@pytest.mark.looks
def test_open_suggestions_have_no_violations_that_axe_finds(open_page: OpenPage) -> None:
    page = open_page("/people/")
    box(page).press_sequentially("s")
    expect(options(page).first).to_be_visible()
    box(page).press("ArrowDown")
    assert violations_in_both_schemes(page) == []
