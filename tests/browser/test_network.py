"""The network's drawing under the pointer, the keys, on a phone and without script; people typed on the path page."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Violations
from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

PHONE = (360, 740)


def point(page: Page, slug: str, drawing: str = "wide") -> Locator:
    return page.locator(f'.{drawing} [data-slug="{slug}"]')


def drawn(page: Page, within: str) -> list[str]:
    return list(page.locator(f"{within} a.point").evaluate_all("all => all.map((one) => one.dataset.slug)"))


def lit(page: Page) -> list[str]:
    return sorted(text.strip() for text in page.locator(".wide .join.lit title").all_text_contents())


def test_pointing_at_a_person_lights_their_lines_and_tells_them(open_page: OpenPage) -> None:
    page = open_page("/network/?line=in-person&line=conversation")
    told = page.locator(".told")
    point(page, "sergey-kislyak").locator(".mark").hover()
    assert lit(page) == [
        "J.D. Gordon and Sergey Kislyak met in person",
        "Michael Flynn and Sergey Kislyak met in person (reported)",
        "Michael Flynn and Sergey Kislyak spoke (reported)",
        "Sergey Kislyak and Jeff Sessions spoke (reported)",
    ]
    expect(told).to_contain_text("J.D. Gordon: in person")
    page.get_by_role("heading", name="Network").hover()
    assert lit(page) == []
    expect(told).to_contain_text("Point at a person")


def test_focusing_a_person_lights_their_lines(open_page: OpenPage) -> None:
    page = open_page("/network/?line=recommended")
    page.get_by_role("link", name="Skip the drawing").focus()
    page.keyboard.press("Tab")
    expect(point(page, "tom-barrack")).to_be_focused()
    assert lit(page) == ["Tom Barrack recommended Paul Manafort"]
    page.keyboard.press("Escape")
    assert lit(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/tom-barrack/")


def test_link_past_the_drawing_leads_to_the_table(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_role("link", name="Skip the drawing").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="As a table")).to_be_focused()


def test_whole_drawing_is_on_the_screen(open_page: OpenPage) -> None:
    page = open_page("/network/")
    box = page.locator(".wide").bounding_box()
    assert box is not None
    assert (box["x"] + box["width"] <= 1280, box["y"] + box["height"] <= 800) == (True, True)
    hidden = page.locator(".wide").evaluate(
        "one => [one.scrollWidth > one.clientWidth, one.scrollHeight > one.clientHeight]"
    )
    assert hidden == [False, False]


def test_typing_a_name_redraws_around_them(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_role("combobox", name="Show connections of").press_sequentially("kisl")
    page.get_by_role("option", name="Sergey Kislyak").click()
    expect(page.get_by_role("heading", name="people connected to Sergey Kislyak")).to_be_visible()
    point(page, "jd-gordon").locator(".mark").hover()
    assert (page.url.partition("?")[2], lit(page)) == (
        "around=sergey-kislyak",
        ["J.D. Gordon and Sergey Kislyak met in person"],
    )


def test_phone_begins_with_one_person_in_readable_type(open_page: OpenPage) -> None:
    page = open_page("/network/?around=michael-flynn", viewport=PHONE, javascript=False)
    svg = page.locator(".narrow svg")
    size = svg.evaluate("""one => parseFloat(getComputedStyle(one.querySelector("text")).fontSize)
        * one.getBoundingClientRect().width / one.viewBox.baseVal.width""")
    assert (len(drawn(page, ".narrow")) <= 9, size >= 12, page.locator(".wide").is_visible()) == (True, True, False)
    point(page, "sergey-kislyak", "narrow").click()
    expect(page.get_by_role("heading", name="people connected to Sergey Kislyak")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_profile_draws_whom_the_person_met(open_page: OpenPage) -> None:
    page = open_page("/people/sergey-kislyak/", javascript=False)
    assert set(drawn(page, "aside")) >= {"sergey-kislyak", "michael-flynn", "jd-gordon", "jeff-sessions"}
    page.get_by_role("link", name="Open in the network").click()
    expect(page.get_by_role("heading", name="people connected to Sergey Kislyak")).to_be_visible()


def test_path_is_found_by_typing_two_people(open_page: OpenPage, violations: Violations) -> None:
    page = open_page("/network/path/")
    page.get_by_role("combobox", name="From").press_sequentially("sess")
    page.get_by_role("option", name="Jeff Sessions").click()
    expect(page.get_by_role("combobox", name="To")).to_be_focused()
    page.keyboard.type("flynn")
    page.get_by_role("option", name="Michael Flynn").click()
    expect(page.get_by_role("heading", name="from Jeff Sessions to Michael Flynn")).to_be_visible()
    assert violations(page) == []


def test_path_is_found_without_script(open_page: OpenPage) -> None:
    page = open_page("/network/path/", javascript=False)
    page.get_by_label("From").fill("Sessions")
    page.get_by_label("To", exact=True).fill("flynn")
    page.get_by_role("button", name="Find a connection").click()
    expect(page.get_by_role("heading", name="from Jeff Sessions to Michael Flynn")).to_be_visible()
