"""The timeline filtered with and without script, by keyboard, on a phone and on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

FLYNN = ["Flynn meets Kislyak", "Flynn speaks with Kislyak", "National security adviser, White House"]


ONE_ROW = 64  # pixels


def drawn(page: Page) -> list[str]:
    return page.locator(".drawing a text").all_text_contents()


def query(page: Page) -> set[str]:
    """The parameters that have a value: a form that is sent without script sends empty ones too."""
    return {one for one in page.url.partition("?")[2].split("&") if not one.endswith("=")}


def open_filters(page: Page) -> None:
    """Open the fold that holds the filters on a narrow screen."""
    page.locator(".filters > summary").click()


@pytest.mark.parametrize("javascript", [True, False])
def test_filters_and_period_combine(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/timeline/?kind=role&kind=meeting", javascript=javascript)
    page.get_by_role("checkbox", name="Michael Flynn").check()
    if not javascript:
        page.get_by_role("button", name="Show entries").click()
    expect(page.get_by_role("link", name="Drop Person: Michael Flynn")).to_be_visible()
    page.get_by_role("textbox", name="From").fill("2016-11")
    page.get_by_role("textbox", name="From").press("Enter")
    expect(page.get_by_role("link", name="Drop From: “2016-11”")).to_be_visible()
    assert (drawn(page), query(page)) == (
        FLYNN,
        {"kind=role", "kind=meeting", "person=michael-flynn", "from=2016-11"},
    )


@pytest.mark.parametrize("javascript", [True, False])
def test_chip_drops_its_filter(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/timeline/?kind=hearing&to=2017-07", javascript=javascript)
    assert drawn(page) == ["Caputo testifies to the House Intelligence Committee"]
    page.get_by_role("link", name="Drop To").click()
    expect(page.get_by_role("heading", name="3 entries")).to_be_visible()
    assert (len(drawn(page)), query(page)) == (2, {"kind=hearing"})


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("label", "typed", "message"),
    [
        ("From", "spring", "“spring” is not a date that exists in EDTF; write for example 2016, 2016-03, 2016-03-15"),
        ("To", "2016/2017", "“2016/2017” is not a single date; write for example 2016, 2016-03 or 2016-03-15."),
    ],
)
def test_period_typed_wrong_gets_a_page_that_says_what_would_do(
    open_page: OpenPage, label: str, typed: str, message: str, *, javascript: bool
) -> None:
    page = open_page("/timeline/", javascript=javascript)
    page.get_by_role("textbox", name=label, exact=True).fill(typed)
    page.get_by_role("textbox", name=label, exact=True).press("Enter")
    expect(page.get_by_role("heading", name="That filter can't be used")).to_be_visible()
    expect(page.get_by_text(message)).to_be_visible()
    page.get_by_role("link", name="This list without any filter").click()
    expect(page.get_by_role("heading", name="Timeline", exact=True)).to_be_visible()


def test_tab_goes_from_the_drawing_to_its_entries(open_page: OpenPage) -> None:
    page = open_page("/timeline/?person=michael-flynn&kind=meeting")
    page.get_by_role("region", name="Drawing of the timeline").focus()
    page.keyboard.press("Tab")
    expect(page.locator("a.who:focus")).to_have_text("Michael Flynn")
    for label in FLYNN[:2]:
        page.keyboard.press("Tab")
        expect(page.locator(".drawing a:focus text")).to_have_text(label)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name=FLYNN[1])).to_be_visible()


def test_link_past_the_drawing_leads_to_the_list(open_page: OpenPage) -> None:
    page = open_page("/timeline/")
    page.get_by_role("link", name="Skip the drawing").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Month by month")).to_be_focused()


def test_month_lists_what_may_fall_in_it_and_nothing_undated(open_page: OpenPage) -> None:
    page = open_page("/timeline/", javascript=False)
    page.get_by_role("link", name="July 2016", exact=True).click()
    expect(page.get_by_role("heading", name="5 entries")).to_be_visible()
    assert page.locator(".what").all_inner_texts() == [
        "Won the election.",
        "Foreign policy adviser, Trump campaign",
        "Campaign manager, Trump campaign",
        "National security adviser, Trump campaign",
        "Gordon meets Kislyak at the Republican convention",
    ]


def test_drawing_fits_and_keeps_its_names_where_it_is_scrolled(open_page: OpenPage) -> None:
    page = open_page("/timeline/", viewport=(768, 640))
    drawing = page.locator(".drawing")
    assert page.locator(".drawing .year").all_text_contents() == ["2016", "2017"]
    assert drawing.evaluate("one => one.scrollWidth <= one.clientWidth")
    page.locator(".lanes").evaluate("one => { one.style.width = '200%'; one.parentElement.scrollLeft = 300 }")
    name, frame = page.locator(".who").nth(1).bounding_box(), drawing.bounding_box()
    assert name
    assert frame
    assert name["x"] == pytest.approx(frame["x"], abs=2)


def test_shape_of_a_month_is_as_long_as_the_month(open_page: OpenPage) -> None:
    page = open_page("/timeline/?person=michael-flynn&kind=meeting&kind=role")
    months = page.locator(".drawing .month").evaluate_all("all => all.map(one => one.getBoundingClientRect().x)")
    box = page.locator(".drawing a").filter(has_text="meets").locator("rect.maybe").bounding_box()
    assert box is not None
    assert [box["x"], box["width"]] == pytest.approx([months[11] - 4, months[1] - months[0]], abs=2)


@pytest.mark.parametrize("javascript", [True, False])
def test_phone_has_a_list_by_month_and_no_drawing(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/timeline/", viewport=(320, 640), javascript=javascript)
    open_filters(page)
    page.get_by_role("checkbox", name="Hearing").check()
    page.get_by_role("button", name="Show 3 entries" if javascript else "Show entries").click()
    expect(page.get_by_role("link", name="Drop Kind: Hearing")).to_be_visible()
    expect(page.get_by_role("heading", name="July 2017")).to_be_visible()
    expect(page.locator(".drawing")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_print_has_the_drawing_and_what_is_folded(open_page: OpenPage) -> None:
    page = open_page("/timeline/", viewport=(670, 900))
    page.emulate_media(media="print")
    expect(page.locator(".drawing")).to_be_visible()
    expect(page.get_by_text("Lived in Moscow.")).to_be_visible()


def test_main_navigation_leads_to_the_timeline(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="Timeline", exact=True)).to_be_visible()
    assert page.locator("nav [aria-current]").all_inner_texts() == ["Timeline"]


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_header_fits_its_width(open_page: OpenPage, width: int) -> None:
    page = open_page("/timeline/", viewport=(width, 640))
    height = page.locator(".top").evaluate("one => one.offsetHeight")
    assert (page.evaluate("document.documentElement.scrollWidth"), height < ONE_ROW) == (width, True)


def test_profile_leads_to_the_person_on_the_timeline(open_page: OpenPage) -> None:
    page = open_page("/people/michael-flynn/", javascript=False)
    page.get_by_role("link", name="Michael Flynn on the timeline").click()
    expect(page.get_by_role("link", name="Drop Person: Michael Flynn")).to_be_visible()
