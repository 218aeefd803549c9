"""A copy of a source, checked in the browser against the digests that the site keeps of its sentences."""

import textwrap
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from people.sources.parser import parse_document
from people.sources.passages import opening_words
from people.text import digest, length, opening_of
from tests.conftest import OpenPage
from tests.factories import make_passage, make_person, make_source
from tests.sources import ARTICLE, VECTORS

pytestmark = [pytest.mark.looks, pytest.mark.django_db(transaction=True)]

TEXT = ARTICLE.read_text()
SENTENCES = parse_document(TEXT).sentences
# Other white space, quotes and dashes, lines in between, another order, and headings that no line ends.
COPIES = {
    "as it is": TEXT,
    "in one line": " ".join(TEXT.split()),
    "wrapped": "\r\n\r\n".join(textwrap.fill(part, 60).replace("\n", "\r\n") for part in TEXT.split("\n\n")),
    "typeset": TEXT.replace(' "', " “").replace('"', "”").replace("'", "’").replace(" -- ", "—"),
    "with advertisements": TEXT.replace("\n", "\nSubscribe to Evening Quay 🙂 today!\n"),
    "in another order": "\n\n".join(reversed(TEXT.split("\n\n"))),
}


Kept = dict[str, Any]


def kept_of(sentence: str, opening: str) -> Kept:
    """What the site keeps of a sentence."""
    return {"digest": digest(sentence), "length": length(sentence), "opening": opening}


KEPT = [kept_of(one.text, opening_words(one)) for one in SENTENCES]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """The page of a source that is the article."""
    source = make_source("The pier")
    passages = [
        make_passage(source, one.section_key, one.number, **kept) for one, kept in zip(SENTENCES, KEPT, strict=True)
    ]
    make_person(passages=passages)
    return open_page("/sources/the-pier/")


def call(page: Page, function: str, *arguments: Any) -> Any:
    """What a function of the page's module returns."""
    module = page.locator("script[src*=check]").get_attribute("src")
    return page.evaluate(f"async ([src, given]) => (await import(src)).{function}(...given)", [module, arguments])


def test_browser_reads_texts_and_finds_sentences_as_python_does(page: Page) -> None:
    found = []
    for vector in VECTORS["normal"]:
        normal = call(page, "normalise", vector["text"])
        found.append({"text": vector["text"], "normal": normal, "length": len(normal)})
        found[-1]["digest"] = call(page, "digest", normal)
    assert found == VECTORS["normal"]

    def states(copy: str, kept: list[Kept]) -> list[str]:
        return [one["state"] for one in call(page, "check", copy, kept)]

    vectors = [(one["copy"], one["sentence"], one["same"]) for one in VECTORS["copies"]]
    assert [
        (copy, text, states(copy, [kept_of(text, opening_of(text))]) == ["same"]) for copy, text, _ in vectors
    ] == vectors
    assert {name: states(copy, KEPT) for name, copy in COPIES.items()} == dict.fromkeys(COPIES, ["same"] * len(KEPT))


def test_reader_checks_a_copy_and_nothing_leaves_the_browser(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: None if "favicon" in request.url else asked.append(request.url))
    copy = TEXT.replace("has run Port Ellery", "ran Port Ellery").replace("Vane shrugged.\n", "")
    page.get_by_label("Your copy").set_input_files(
        {"name": "copy.txt", "mimeType": "text/plain", "buffer": copy.encode()}
    )
    status = page.locator("#check [role=status]")
    expect(status).to_have_text(
        f"{len(SENTENCES) - 2} of the {len(SENTENCES)} sentences on this page are the same in your copy. "
        "Different: Paragraph 3, sentence 2. Not in your copy: Paragraph 6, sentence 1."
    )
    assert page.locator("#p3-2 .verdict").inner_text() == (
        "≠ Different in your copy: Vane, once a ferry captain, ran Port Ellery since 2011."
    )
    assert page.locator("#p3-1 .verdict").inner_text() == (
        "✓ Same in your copy: She met its reporter at St. Alban's Hall, a mile from the U.S. customs house."
    )
    assert page.locator(".verdict.same").count() == len(SENTENCES) - 2
    page.get_by_label("Your copy").set_input_files({"name": "copy.pdf", "mimeType": "", "buffer": b"%PDF\xff"})
    expect(status).to_have_text("This file isn’t plain text in UTF-8. Save the document as text, and choose that.")
    assert (page.locator(".verdict").count(), asked) == (0, [])
