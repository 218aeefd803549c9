"""What holds for every page of the site."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from tests.axe import violations_in_both_schemes
from tests.browser.conftest import ADDRESSES
from tests.conftest import OpenPage
from tests.views.document import Document

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

NARROWEST = (320, 640)


@pytest.mark.parametrize("half", [0, 1])
def test_pages_have_no_violations_that_axe_finds(open_page: OpenPage, half: int) -> None:
    page = open_page()
    found = []
    for address in ADDRESSES[half::2]:
        page.goto(address)
        found += violations_in_both_schemes(page)
    assert found == []


@pytest.mark.parametrize("javascript", [True, False])
def test_pages_fit_a_width_of_320_pixels(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(viewport=NARROWEST, javascript=javascript)
    too_wide = []
    for address in ADDRESSES:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST[0]:
            too_wide.append(address)
    assert too_wide == []


def test_pages_ask_nothing_of_another_host(open_page: OpenPage, live_server: LiveServer) -> None:
    page = open_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for address in ADDRESSES:
        page.goto(address)
    assert asked == {urlsplit(live_server.url).netloc}


def test_pages_have_one_first_heading_and_skip_no_level(client: Client) -> None:
    wrong = []
    for address in ADDRESSES:
        elements = Document(client.get(address)).elements
        levels = [int(one.tag[1]) for one in elements if re.fullmatch("h[1-6]", one.tag)]
        if levels.count(1) != 1 or any(later - earlier > 1 for earlier, later in pairwise(levels)):
            wrong.append((address, levels))
    assert wrong == []


def test_targets_are_24_pixels_or_stand_in_a_sentence(open_page: OpenPage) -> None:
    page = open_page(viewport=(360, 800))
    small = []
    for address in ADDRESSES:
        page.goto(address)
        small += page.evaluate(
            """() => [...document.querySelectorAll("button, summary, select, input, nav a, .cite, .chip, .only")]
                .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest("label"))
                .map(one => [one, one.getBoundingClientRect()])
                .filter(([one, box]) => box.width && (box.width < 24 || box.height < 24))
                .map(([one, box]) => `${location.pathname} ${one.outerHTML} ${box.width}×${box.height}`)"""
        )
    assert small == []
