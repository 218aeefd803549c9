"""The way from the list and from a profile to people side by side, and what it looks like."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]


def heads(page: Page) -> list[str]:
    return page.locator(".heads h2").all_inner_texts()


@pytest.mark.parametrize("javascript", [True, False])
def test_people_ticked_in_the_table_are_compared(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/?contact=sergey-kislyak", javascript=javascript)
    page.get_by_role("link", name="Table").click()
    for name in ("Jeff Sessions", "J.D. Gordon"):
        page.get_by_role("checkbox", name=f"Compare {name}").check()
    page.get_by_role("button", name="Compare those ticked").click()
    page.wait_for_url("**/people/compare/?p=jeff-sessions&p=jd-gordon")
    assert heads(page) == ["Jeff Sessions", "J.D. Gordon"]
    assert page.locator("section[aria-labelledby=shared] h3").all_inner_texts() == ["Sergey Kislyak"]


@pytest.mark.parametrize("javascript", [True, False])
def test_profile_leads_to_a_comparison(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/jeff-sessions/", javascript=javascript)
    page.get_by_role("combobox" if javascript else "searchbox", name="Compare with").fill("flynn")
    if javascript:
        page.get_by_role("option", name="Michael Flynn").click()
    else:
        page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/people/compare/?p=jeff-sessions&p=michael-flynn")
    assert heads(page) == ["Jeff Sessions", "Michael Flynn"]


def test_address_of_a_profile_is_copied(open_page: OpenPage) -> None:
    page = open_page("/people/jeff-sessions/?utm_source=mail")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("delete Navigator.prototype.share")
    page.get_by_role("button", name="Share").click()
    expect(page.locator(".actions [role=status]")).to_have_text("Address copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/people/jeff-sessions/")


@pytest.mark.parametrize(("width", "rows"), [(1280, 1), (768, 2), (360, 4)])
def test_columns_stack_where_there_is_no_room(open_page: OpenPage, width: int, rows: int) -> None:
    address = "/people/compare/?p=jeff-sessions&p=michael-flynn&p=donald-trump&p=carter-page"
    page = open_page(address, viewport=(width, 800))
    tops = page.locator(".heads > li").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(set(tops)) == rows


def test_filters_keep_the_table(open_page: OpenPage) -> None:
    page = open_page("/people/?view=table")
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    expect(page.get_by_role("heading", name="11 people")).to_be_visible()
    assert page.url.endswith("/people/?view=table&role=campaign")
    assert page.locator("table.people tbody tr").count() == 11
    page.get_by_role("link", name="Cards").click()
    page.wait_for_url("**/people/?role=campaign")
    assert page.locator("li.card").count() == 11


def test_table_sorts_by_its_headers(open_page: OpenPage) -> None:
    page = open_page("/people/?view=table", javascript=False)
    page.get_by_role("columnheader", name="Name").get_by_role("link").click()
    expect(page.locator("table.people .name").first).to_have_text("Tom Barrack")
    expect(page.get_by_role("columnheader", name="Name")).to_have_attribute("aria-sort", "ascending")
