"""What readers do on pages, a click at a time, and what they look for there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.workbooks import worksheets

# What says something by itself.
PARTS = "main :is(h2, li, p, tr, article)"


@dataclass
class Reader:
    """Somebody at a page, with the file that they took last."""

    page: Page
    taken: Path = Path()


# Each step is one click, and what is typed and sent by a click is one too.
Step = Callable[[Reader], None]
Check = Callable[[Reader], None]


def link(name: str) -> Step:
    """Follow the first link of that name, of the page itself or of its head."""

    def step(reader: Reader) -> None:
        named = reader.page.get_by_role("link", name=re.compile(name))
        named.locator("visible=true").first.click()

    return step


def search(words: str) -> Step:
    def step(reader: Reader) -> None:
        reader.page.locator("#search").fill(words)
        reader.page.locator("#search").press("Enter")

    return step


def send(button: str, **fields: str) -> Step:
    """Type into the fields, given by label, and send them."""

    def step(reader: Reader) -> None:
        for label, value in fields.items():
            reader.page.get_by_label(label, exact=True).fill(value)
        reader.page.get_by_role("main").get_by_role("button", name=button, exact=True).click()

    return step


def compare(name: str) -> Step:
    def step(reader: Reader) -> None:
        form = reader.page.get_by_role("form", name="Compare with")
        form.get_by_role("combobox").fill(name)
        form.get_by_role("button").click()

    return step


def follow(reader: Reader) -> None:
    link("^(Follow|Changes as Atom)")(reader)


def download(reader: Reader) -> None:
    """Take the list as a workbook, which `has_rows` reads."""
    with reader.page.expect_download() as taken:
        link("^Excel$")(reader)
    reader.taken = taken.value.path()


def says(words: str, *places: str) -> Check:
    """Check that one part of the page says so, with its citations beside it."""

    def check(reader: Reader) -> None:
        part = reader.page.locator(PARTS).filter(has_text=re.compile(words.replace(" ", r"\s+"), re.DOTALL))
        for place in places:
            part = part.filter(has=reader.page.get_by_role("link", name=place, exact=True))
        expect(part.locator("visible=true")).not_to_have_count(0)

    return check


def lists(*names: str) -> Check:
    """Check that these are listed, and nobody else."""

    def check(reader: Reader) -> None:
        expect(reader.page.locator("#results h3")).to_have_text(list(names))

    return check


def has_rows(*names: str) -> Check:
    def check(reader: Reader) -> None:
        [(head, *rows)] = worksheets(reader.taken.read_bytes()).values()
        assert [row[head.index("name")] for row in rows] == list(names)

    return check


def has_feed(*words: str) -> Check:
    """Check that this is the feed, or a page that leads to it."""

    def check(reader: Reader) -> None:
        is_feed = reader.page.url.endswith(".atom")
        address = (
            reader.page.url if is_feed else reader.page.locator("main a[href$='.atom']").first.get_attribute("href")
        )
        feed = reader.page.request.get(address or "").text()
        assert [one for one in words if one not in feed] == []

    return check


def prints(*words: str) -> Check:
    """Check what stands on paper."""

    def check(reader: Reader) -> None:
        reader.page.emulate_media(media="print")
        text = reader.page.locator("body").inner_text()
        reader.page.emulate_media(media="screen")
        assert [one for one in words if not re.search(one, text)] == []

    return check
