"""What scripts and keys do to a filtered list, which is the same whatever the database."""

import gzip
import re

import pytest
from playwright.sync_api import Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.test_filtering import names
from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

PHONE = (360, 740)


def is_page(route: Route) -> bool:
    return route.request.is_navigation_request()


def test_filters_work_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/people/")
    box = page.get_by_role("checkbox", name="Sergey Kislyak")
    for _ in range(60):
        page.keyboard.press("Tab")
        if box.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    assert page.get_by_role("checkbox", name="Sergey Kislyak").evaluate("one => one === document.activeElement")


def test_back_and_forward_lead_from_list_to_list(open_page: OpenPage) -> None:
    page = open_page("/people/")
    kislyak = page.get_by_role("checkbox", name="Sergey Kislyak")
    campaign = page.get_by_role("checkbox", name="Campaign", exact=True)
    kislyak.check()
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    campaign.check()
    expect(page.get_by_role("heading", name="2 people")).to_be_visible()
    seen = []
    for step, count in ((page.go_back, 3), (page.go_back, 38), (page.go_forward, 3), (page.go_forward, 2)):
        step()
        expect(page.get_by_role("heading", name=f"{count} people")).to_be_visible()
        seen.append((names(page).count(), kislyak.is_checked(), campaign.is_checked(), page.title()[:8]))
    assert seen == [
        (3, True, False, "3 people"),
        (38, False, False, "People ·"),
        (3, True, False, "3 people"),
        (2, True, True, "2 people"),
    ]


def test_back_from_a_profile_returns_to_the_filtered_list(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.get_by_role("checkbox", name="Sergey Kislyak").check()
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    page.get_by_role("link", name="J.D. Gordon", exact=True).click()
    page.wait_for_url("**/people/jd-gordon/")
    page.go_back()
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    assert page.locator(".choices :checked").evaluate_all("all => all.map(one => one.value)") == ["sergey-kislyak"]


def test_choice_is_applied_without_leaving_the_page(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.evaluate("window.stayed = true")
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    expect(page.get_by_role("heading", name="11 people")).to_be_visible()
    assert page.evaluate("window.stayed")
    assert page.locator("#chips").get_by_role("link", name="Drop ").all_text_contents() == ["Drop Role: Campaign ×"]
    assert page.title() == "11 people: Campaign · Probe"
    expect(page.get_by_role("link", name="Only Transition: ")).to_have_attribute("href", "?role=transition")


def test_new_count_is_announced_in_the_region_that_was_there(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.locator("#count").evaluate("one => (window.region = one)")
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    expect(page.locator("#count")).to_have_text("11 people")
    assert page.evaluate("[region.isConnected, region.textContent, region.getAttribute('aria-live')]") == [
        True,
        "11 people",
        "polite",
    ]


def test_focus_stays_on_the_choice_and_in_its_place(open_page: OpenPage) -> None:
    page = open_page("/people/", viewport=(1280, 400))
    page.locator("#facet-allegations > summary").click()
    box = page.get_by_role("checkbox", name="No allegation recorded")
    box.focus()
    before = box.bounding_box()
    page.keyboard.press("Space")
    expect(page.locator("#chips .chip")).to_have_count(1)
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    after = box.bounding_box()
    assert before
    assert after
    assert page.evaluate("scrollY > 0")
    assert after["y"] == pytest.approx(before["y"], abs=2)


def test_focus_stays_on_a_choice_that_lists_nothing_any_more(open_page: OpenPage) -> None:
    page = open_page("/people/?contact=sergey-kislyak&role=media")
    box = page.get_by_role("checkbox", name="Media")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="3 people")).to_be_visible()
    expect(box).to_be_focused()


def test_open_fold_stays_open_and_others_closed(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.locator("#facet-role > summary").click()
    page.locator("#facet-title > summary").click()
    page.locator("#more-title summary").click()
    page.locator("#more-title input").last.check()
    expect(page.locator("#chips .chip")).to_have_count(1)
    folds = page.locator("#facets details")
    assert folds.evaluate_all("all => all.filter(one => one.open).map(one => one.id)") == [
        "facet-contact",
        "facet-contact_kind",
        "facet-title",
        "more-title",
    ]


def test_address_does_not_mention_what_is_usual(open_page: OpenPage, live_server: LiveServer) -> None:
    page = open_page("/people/?q=&contact=&sort=gallery")
    page.get_by_label("Sort by").select_option("Name")
    expect(page.locator("#results .name").first).to_have_text("Tom Barrack")
    expect(page).to_have_url(f"{live_server.url}/people/?sort=name")
    page.get_by_label("Sort by").select_option("Gallery order")
    expect(page).to_have_url(f"{live_server.url}/people/")


def test_search_answers_as_one_types(open_page: OpenPage, live_server: LiveServer) -> None:
    page = open_page("/people/")
    field = page.get_by_role("searchbox", name="Search people")
    field.press_sequentially("barr")
    expect(page).to_have_url(f"{live_server.url}/people/?q=barr")
    field.press_sequentially("ack")
    expect(page).to_have_url(f"{live_server.url}/people/?q=barrack")
    expect(names(page)).to_have_text(["Tom Barrack"])
    expect(field).to_be_focused()
    page.go_back()
    expect(page).to_have_url(f"{live_server.url}/people/")


def test_several_choices_at_once_end_in_the_list_of_all(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.evaluate(
        """() => { for (const value of ["campaign", "business", "media"])
            document.getElementById(`role=${value}`).click() }"""
    )
    expect(page).to_have_url(re.compile(r"\?role=campaign&role=business&role=media$"))
    expect(page.locator("#facets :checked")).to_have_count(3)


def test_what_the_server_refuses_is_shown_as_its_page(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page("/people/")
    page.get_by_role("searchbox", name="Search people").fill("a b c d e f g h i j k")
    expect(page.get_by_role("heading", name="That filter can't be used")).to_be_visible()
    assert page.url.endswith("/people/?q=a+b+c+d+e+f+g+h+i+j+k")
    complaints.clear()


def test_list_that_does_not_arrive_is_asked_for_as_a_page(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page("/people/")
    page.route("**/people/?*", lambda route: route.continue_() if is_page(route) else route.abort())
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    page.wait_for_url("**/people/?role=campaign")
    expect(page.get_by_role("heading", name="11 people")).to_be_visible()
    complaints.clear()


def test_scripts_of_a_list_are_light(open_page: OpenPage) -> None:
    page = open_page("/network/")
    addresses = page.locator("script[src]").evaluate_all("all => all.map(one => one.src)")
    sizes = [len(gzip.compress(page.request.get(address).body())) for address in addresses]
    assert sum(sizes) < 30_000


def test_skip_link_is_the_first_stop_and_leads_to_the_content(open_page: OpenPage) -> None:
    page = open_page("/people/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('skip')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/#main")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_first_person_is_few_keys_away(open_page: OpenPage) -> None:
    page = open_page("/people/")
    for key in ("Tab", "Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Tom Barrack"


def test_filters_on_a_phone_lead_to_the_list_by_a_bar_that_stays(open_page: OpenPage) -> None:
    page = open_page("/people/?contact=sergey-kislyak", viewport=PHONE)
    assert page.evaluate("document.querySelector('.top').getBoundingClientRect().height") < 56
    assert page.evaluate("document.querySelector('.card').getBoundingClientRect().top") < PHONE[1] - 100
    page.evaluate("window.stayed = true")
    page.locator(".filters > summary").click()
    page.get_by_role("checkbox", name="Campaign", exact=True).check()
    button = page.get_by_role("button", name="Show 2 people")
    expect(button).to_be_in_viewport(ratio=1)
    page.locator("#picked").get_by_role("link", name="Drop Had contact with: Sergey Kislyak").click()
    button = page.get_by_role("button", name="Show 11 people")
    expect(button).to_be_focused()
    page.locator(".filters > summary").click()
    expect(button).to_be_in_viewport(ratio=1)
    button.press("Enter")
    expect(page.get_by_role("heading", name="11 people")).to_be_focused()
    expect(names(page).first).to_be_in_viewport()
    expect(button).not_to_be_visible()
    assert page.evaluate("[stayed, document.querySelector('.filters').open]") == [True, False]


def test_switch_shows_the_choices_that_list_nothing_without_script(open_page: OpenPage) -> None:
    page = open_page("/people/?contact=sergey-kislyak", javascript=False)
    shown = [page.get_by_role("checkbox", name="Media").is_visible()]
    page.get_by_role("checkbox", name="Also show choices with no people").check()
    shown.append(page.get_by_role("checkbox", name="Media").is_visible())
    assert shown == [False, True]


def test_forced_colours_show_what_is_chosen(open_page: OpenPage) -> None:
    page = open_page("/people/", forced_colors="active")
    colours = page.evaluate(
        """() => ['.views [aria-current]', '.views a:not([aria-current])', '.scheme :checked + span', '.scheme span']
            .map((one) => getComputedStyle([...document.querySelectorAll(one)].at(-1)).backgroundColor)"""
    )
    assert (colours[0] != colours[1], colours[2] != colours[3]) == (True, True)
