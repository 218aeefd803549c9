"""The main job: who held a role, who had contact with whom."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import OpenPage
from tests.facts import CAMPAIGN

pytestmark = pytest.mark.usefixtures("seeded")


def names(page: Page) -> Locator:
    return page.locator("#results .name")


@pytest.mark.both
def test_overview_leads_to_contacts_with_kislyak_in_one_click(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    page.get_by_role("link", name=re.compile("contact with ambassador Kislyak")).click()
    expect(names(page)).to_have_text(["Jeff Sessions", "Michael Flynn", "J.D. Gordon"])


def test_overview_leads_to_campaign_roles_in_one_click(open_page: OpenPage) -> None:
    page = open_page("/", javascript=False)
    page.get_by_role("link", name=re.compile(r"^Who held a role in the campaign\?")).click()
    expect(names(page)).to_have_text(CAMPAIGN)


@pytest.mark.parametrize("javascript", [True, False])
def test_filters_combine(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/", javascript=javascript)
    page.get_by_role("checkbox", name="Sergey Kislyak").check()
    if not javascript:
        page.get_by_role("button", name="Show people").click()
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    if not javascript:
        page.get_by_role("button", name="Show people").click()
    expect(page.get_by_role("heading", name="2 people")).to_be_visible()
    expect(names(page)).to_have_text(["Jeff Sessions", "J.D. Gordon"])
    assert {"contact=sergey-kislyak", "role=campaign"} <= set(page.url.partition("?")[2].split("&"))


@pytest.mark.parametrize("javascript", [True, False])
def test_each_count_is_the_length_of_the_list_at_its_link(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/?role=campaign", javascript=javascript)
    page.goto("/people/?role=campaign")
    links = page.locator("a.only").evaluate_all("all => all.map(one => [one.href, one.innerText])")
    wrong = []
    for address, text in links[:12]:
        page.goto(address)
        count = re.search(r"\d+", text.rpartition(":")[2] or text)
        listed = names(page).all_inner_texts()
        if count is None or len(listed) != int(count[0]):
            wrong.append((address, text, listed))
    assert (len(links) > 12, wrong) == (True, [])


@pytest.mark.parametrize("javascript", [True, False])
def test_chip_drops_its_filter(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/?contact=sergey-kislyak&role=campaign", javascript=javascript)
    page.get_by_role("link", name="Drop Role: Campaign").click()
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    expect(names(page)).to_have_text(["Jeff Sessions", "Michael Flynn", "J.D. Gordon"])


@pytest.mark.parametrize("javascript", [True, False])
def test_search_finds_by_name_without_case(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/people/", javascript=javascript)
    page.get_by_role("searchbox", name="Search people").fill("BARRACK")
    page.get_by_role("searchbox", name="Search people").press("Enter")
    expect(page.get_by_role("heading", name="1 person")).to_be_visible()
    expect(names(page)).to_have_text(["Tom Barrack"])


def test_counts_follow_the_choice(open_page: OpenPage) -> None:
    page = open_page("/people/")
    counted = page.locator("#facets a.only[href*='appears=mentioned']")
    before = counted.text_content()
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    expect(counted).to_have_attribute("href", "?role=campaign&appears=mentioned")
    assert counted.text_content() != before


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("/meetings/", "kind=hearing"),
        ("/allegations/", "answered=answered"),
        ("/network/", "role=campaign"),
        ("/timeline/", "kind=hearing"),
    ],
)
def test_every_list_is_filtered_on_the_spot(open_page: OpenPage, address: str, parameter: str) -> None:
    page = open_page(address)
    page.evaluate("window.stayed = true")
    before = page.locator("#count").inner_text()
    page.locator(f"[id='{parameter}']").check()
    page.wait_for_url(f"**{address}?{parameter}")
    expect(page.locator("#count")).not_to_have_text(before)
    assert page.evaluate("window.stayed")


def test_empty_result_says_which_filter_to_drop(open_page: OpenPage) -> None:
    page = open_page("/people/?contact=sergey-kislyak&role=transition", javascript=False)
    assert page.locator("#results .drop a").all_inner_texts() == [
        "Without “Had contact with: Sergey Kislyak”",
        "Without “Role: Transition”",
        "Without any filter",
    ]
