"""From a line to the sentence it rests on, and back."""

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]


def test_citation_leads_to_its_sentence_on_the_source_page(open_page: OpenPage) -> None:
    page = open_page("/people/jeff-sessions/", javascript=False)
    page.locator("a.cite", has_text="5·3").first.click()
    page.wait_for_url("**/sources/000_b6556227a529e136/#s5-3")
    expect(page.locator("#s5-3")).to_be_in_viewport()


def test_citation_says_on_focus_which_sentence_it_means(open_page: OpenPage) -> None:
    page = open_page("/people/jeff-sessions/", javascript=False)
    page.locator("a.cite", has_text="5·3").first.focus()
    expect(page.get_by_text("Slide 5, sentence 3").first).to_be_visible()


def test_answer_stands_beside_its_allegation_at_the_same_size(open_page: OpenPage) -> None:
    page = open_page("/people/jeff-sessions/")
    claim, answer = (page.locator(".sides > div").nth(side).bounding_box() for side in (0, 1))
    assert claim is not None
    assert answer is not None
    assert (claim["y"], claim["height"], round(claim["width"])) == (
        answer["y"],
        answer["height"],
        round(answer["width"]),
    )


def test_colours_that_a_reader_chooses_are_remembered(open_page: OpenPage) -> None:
    page = open_page("/")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("radio", name="Dark").check()
    page.goto("/people/")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != light
