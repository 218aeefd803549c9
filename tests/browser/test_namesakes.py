"""Two people of the same name, as a reader meets them by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.factories import make_meeting, make_person

pytestmark = pytest.mark.usefixtures("seeded")


def test_namesakes_are_told_apart_where_one_is_chosen(open_page: OpenPage) -> None:
    meeting = make_meeting(make_person("Ann Bee"), make_person("John Smith", description="adviser"))
    make_meeting(*meeting.people.all(), make_person("John Smith"))
    page = open_page("/people/")
    box = page.get_by_role("combobox", name="Had contact with: find by name")
    box.press_sequentially("smith")
    options = page.locator("#find-contact-suggestions").get_by_role("option")
    expect(options).to_have_text(["John Smith (adviser) 2 people", "John Smith (john-smith-2) 2 people"])
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.get_by_role("checkbox", name="John Smith (adviser)")).to_be_checked()
    assert page.url.endswith("/people/?contact=john-smith")
