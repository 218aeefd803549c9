"""The network's drawing under the pointer, the keys, and without script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

FLYNN = [
    "Michael Flynn and Sergey Kislyak met in person (reported)",
    "Michael Flynn and Sergey Kislyak were in conversation (reported)",
    "Michael Flynn and Mike Pence were in conversation",
    "Michael Flynn and Vladimir Putin were at a dinner",
    "Unnamed: slide 3 was present at the firing of Michael Flynn",
    "Unnamed: slide 4 opposed Michael Flynn",
    "Michael Flynn and R. James Woolsey met in person",
    "Michael Flynn worked with R. James Woolsey",
]


def point(page: Page, slug: str) -> Locator:
    return page.locator(f'.drawing [data-slug="{slug}"]')


def names(page: Page, within: str) -> Locator:
    return page.locator(f"{within} a.point text")


def lit(page: Page) -> list[str]:
    return sorted(text.strip() for text in page.locator(".drawing .line.lit title").all_text_contents())


def width(page: Page) -> float:
    return float(page.locator(".drawing svg").evaluate("one => one.getBoundingClientRect().width"))


def middle(shape: Locator) -> tuple[float, float]:
    box = shape.bounding_box()
    assert box is not None
    return (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def hover(page: Page, slug: str) -> None:
    """Go to the person's point, and wait until the wheel is no longer taken to go on scrolling the page."""
    point(page, slug).locator(".mark").hover()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))")


def test_pointing_at_a_person_lights_their_lines(open_page: OpenPage) -> None:
    page = open_page("/network/")
    point(page, "michael-flynn").locator(".mark").hover()
    assert lit(page) == sorted(FLYNN)
    page.get_by_role("heading", name="Network").hover()
    assert lit(page) == []


def test_focusing_a_person_lights_their_lines(open_page: OpenPage) -> None:
    page = open_page("/network/")
    point(page, "tom-barrack").focus()
    assert lit(page) == ["Tom Barrack is a friend of Donald Trump", "Tom Barrack recommended Paul Manafort"]
    page.keyboard.press("Escape")
    assert lit(page) == []


def test_tab_goes_from_the_drawing_to_its_people(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_role("region", name="Drawing of the network").focus()
    page.keyboard.press("Tab")
    expect(point(page, "tom-barrack")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/tom-barrack/")


def test_link_past_the_drawing_leads_to_the_table(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_role("link", name="Skip the drawing").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The same as a table")).to_be_focused()


def test_wheel_makes_the_drawing_larger_where_the_pointer_is(open_page: OpenPage) -> None:
    page = open_page("/network/")
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    mark = point(page, "michael-flynn").locator(".mark")
    hover(page, "michael-flynn")
    before, place = width(page), middle(mark)
    page.mouse.wheel(0, -100)
    page.wait_for_function(f"document.querySelector('.drawing svg').getBoundingClientRect().width > {before}")
    assert middle(mark) == pytest.approx(place, abs=2)


def test_wheel_scrolls_the_page_once_the_drawing_is_at_its_smallest(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_role("button", name="Fit").click()
    hover(page, "michael-flynn")
    page.mouse.wheel(0, 300)
    expect(page.get_by_role("heading", name="Network")).not_to_be_in_viewport()


@pytest.mark.parametrize(
    ("key", "button", "larger"), [("+", "Larger", True), ("-", "Smaller", False), ("0", "Fit", False)]
)
def test_keys_and_buttons_zoom_alike(open_page: OpenPage, key: str, button: str, *, larger: bool) -> None:
    page = open_page("/network/", viewport=(900, 500))
    before = width(page)
    page.get_by_role("region", name="Drawing of the network").focus()
    page.keyboard.press(key)
    by_key = width(page)
    page.reload()
    page.get_by_role("button", name=button).click()
    assert (by_key > before, width(page)) == (larger, by_key)


def test_fitted_drawing_is_all_in_view(open_page: OpenPage) -> None:
    page = open_page("/network/", viewport=(900, 500))
    page.get_by_role("button", name="Fit").click()
    assert page.locator(".drawing").evaluate(
        "one => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight"
    )


def test_dragging_moves_the_drawing_and_opens_nothing(open_page: OpenPage) -> None:
    page = open_page("/network/")
    for _ in range(3):
        page.get_by_role("button", name="Larger").click()
    mark = point(page, "michael-flynn").locator(".mark")
    mark.hover()
    x, y = middle(mark)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=5)
    page.mouse.up()
    assert middle(mark) == pytest.approx((x - 60, y - 40), abs=2)
    assert page.url.endswith("/network/")


def test_click_opens_the_profile(open_page: OpenPage) -> None:
    page = open_page("/network/")
    point(page, "tom-barrack").locator(".mark").click()
    page.wait_for_url("**/people/tom-barrack/")


def test_choosing_whom_to_go_around_redraws_and_still_lights(open_page: OpenPage) -> None:
    page = open_page("/network/")
    page.get_by_label("Person in the middle").select_option("Sergey Kislyak")
    expect(page.get_by_role("heading", name="3 people around Sergey Kislyak")).to_be_visible()
    expect(page.get_by_role("button", name="Larger")).to_be_visible()
    point(page, "jd-gordon").locator(".mark").hover()
    assert (page.url.partition("?")[2], lit(page)) == (
        "around=sergey-kislyak",
        ["J.D. Gordon and Sergey Kislyak met in person"],
    )


def test_without_script_the_drawing_is_there_and_nothing_that_needs_it(open_page: OpenPage) -> None:
    page = open_page("/network/", javascript=False)
    expect(page.get_by_role("button", name="Larger")).to_be_hidden()
    page.get_by_label("Person in the middle").select_option("Sergey Kislyak")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(names(page, ".drawing")).to_have_text(
        [
            "Michael Flynn",
            "J.D. Gordon",
            "Sergey Kislyak",
            "Jeff Sessions",
        ]
    )


def test_wide_drawing_scrolls_in_its_own_region(open_page: OpenPage) -> None:
    page = open_page("/network/", viewport=(320, 640), javascript=False)
    assert page.locator(".drawing").evaluate("one => one.scrollWidth > one.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_profile_draws_whom_the_person_met(open_page: OpenPage) -> None:
    page = open_page("/people/sergey-kislyak/", javascript=False)
    expect(names(page, "aside")).to_have_text(
        [
            "Sergey Kislyak",
            "Michael Flynn",
            "J.D. Gordon",
            "Jeff Sessions",
        ]
    )
    page.get_by_role("link", name="Open in the network").click()
    expect(page.get_by_role("heading", name="3 people around Sergey Kislyak")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_way_is_found_by_choosing_two_people(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/network/path/", javascript=javascript)
    page.get_by_label("From").select_option("Jeff Sessions")
    page.get_by_label("To", exact=True).select_option("Michael Flynn")
    page.get_by_role("button", name="Find the way").click()
    expect(page.get_by_role("heading", name="2 steps from Jeff Sessions to Michael Flynn")).to_be_visible()
