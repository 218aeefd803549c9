"""What readers come to ask: each question is asked from the overview on, its answer seen, and the clicks counted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.workbooks import worksheets

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

MAX_CLICKS = 3
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


class ReaderQuestion(NamedTuple):
    """What is asked, how a reader comes to the answer, and what must be seen there."""

    words: str
    journey: list[Step]
    answer: list[Check]


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


QUESTIONS = [
    ReaderQuestion(
        "Who in the campaign met Kislyak, and when?",
        [],
        [
            says("Jeff Sessions.*spoken twice with the Russian ambassador.*no date given", "slide 5, sentence 3"),
            says("J.D. Gordon.*met the Russian ambassador.*July 2016", "slide 12, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "What did Stone admit?",
        [search("what did Stone admit")],
        [
            says("Stone exchanged direct messages with Guccifer 2.0", "slide 10, sentence 3"),
            says("Stone says that the correspondence was harmless", "slide 10, sentence 4"),
        ],
    ),
    ReaderQuestion(
        "Who is slide 3?",
        [search("slide 3")],
        [says("The gallery shows this figure without a name.*James Comey and Michael Flynn", "slide 3, sentence 1")],
    ),
    ReaderQuestion(
        "Who testified?",
        [link("^Who testified")],
        [
            says("14 July 2017.*Caputo testifies", "slide 13, sentence 1"),
            says("12 December 2017.*Clovis arrives", "slide 9, sentence 1"),
            says("Sessions testifies to the Senate", "slide 5, sentence 3"),
        ],
    ),
    ReaderQuestion("Who is Kushner?", [search("Kushner")], [says("Jared Kushner.*White House senior adviser")]),
    ReaderQuestion(
        "Whom did Flynn meet?",
        [search("who did Flynn meet")],
        [
            says("Flynn meets Kislyak.*December 2016|December 2016.*Flynn meets Kislyak", "slide 7, sentence 2"),
            says("Flynn tells Pence", "slide 7, sentence 3"),
            says("Putin and Flynn at a dinner", "related headline 2, sentence 1"),
            says("Woolsey was present when it was discussed", "slide 2, sentence 1"),
        ],
    ),
    ReaderQuestion(
        "What leads from Manafort to Putin?",
        [search("how is Manafort connected to Putin"), link("connected")],
        [
            says("Manafort became Trump's campaign manager in March 2016", "slide 6, sentence 1"),
            says("Putin says that he had no relationship with Trump", "paragraph 13, sentence 3"),
        ],
    ),
    ReaderQuestion(
        "Who was fired?",
        [search("who was fired")],
        [
            says("James Comey.*Was fired", "slide 3, sentence 1"),
            says("Michael Flynn.*Was fired", "slide 3, sentence 1", "slide 7, sentence 4"),
            says("believes that he was fired because", "slide 4, sentence 1"),
            says("Corey Lewandowski.*Was fired", "slide 13, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "Who opposed whom?",
        [search("who opposed whom")],
        [says("slide 4.*fired because he opposed hiring Michael Flynn", "slide 4, sentence 1")],
    ),
    ReaderQuestion(
        "Which posts did Sessions hold?",
        [link("^Jeff Sessions$")],
        [
            says("Foreign policy adviser.*from February 2016", "slide 5, sentence 1"),
            says("Attorney general", "slide 5, sentence 2"),
            says("Senator", "slide 5, sentence 1"),
        ],
    ),
    ReaderQuestion(
        "Who denied what?",
        [search("who denied what")],
        [
            says("Gordon denies any wrongdoing in his conversation with Kislyak", "slide 12, sentence 2"),
            says("Caputo denies any contact with Russian officials", "slide 13, sentence 3"),
            says("Putin asks where Russia would have got such information", "paragraph 12, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "Can I have the campaign's people in Excel?",
        [link("role in the campaign"), download],
        [
            has_rows(
                *(
                    "",
                    "Jeff Sessions",
                    "Paul Manafort",
                    "Donald Trump",
                    "Sam Clovis",
                    "Roger Stone",
                    "Carter Page",
                    "J.D. Gordon",
                ),
                *("Michael Caputo", "Corey Lewandowski", "George Papadopoulos"),
            )
        ],
    ),
    ReaderQuestion(
        "How do I cite Page?", [link("^Carter Page$"), link("^Cite")], [says("Carter Page.*Probe.*carter-page")]
    ),
    ReaderQuestion("How do I follow Flynn?", [link("^Michael Flynn$"), follow], [has_feed("<feed", "Michael Flynn")]),
    ReaderQuestion(
        "Who was a foreign policy adviser?",
        [search("foreign policy adviser")],
        [
            says("from February 2016.*Jeff Sessions, Trump campaign", "slide 5, sentence 1"),
            says("Carter Page, Trump campaign", "slide 11, sentence 1"),
            says("George Papadopoulos, Trump campaign", "slide 9, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "When did Manafort run the campaign?",
        [link("^Paul Manafort$")],
        [says("Campaign manager.*March to August 2016", "slide 6, sentence 1", "slide 6, sentence 3")],
    ),
    ReaderQuestion(
        "What happened in July 2016?",
        [link("^Timeline$"), link("^July 2016$")],
        [says("5 entries"), says("Gordon.*Kislyak", "slide 12, sentence 2")],
    ),
    ReaderQuestion(
        "What is Putin's answer?",
        [search("Putin's answer")],
        [
            says("interfering would make no sense for Russia", "paragraph 10, sentence 1"),
            says("Putin asks where Russia would have got such information", "paragraph 12, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "How are Trump and Flynn connected?",
        [link("^Michael Flynn$"), link("connected to"), send("Find a connection", To="Donald Trump")],
        [says("In November 2016 Flynn was named Trump's national security adviser", "slide 7, sentence 1")],
    ),
    ReaderQuestion(
        "How do Sessions and Gordon compare?",
        [link("^Jeff Sessions$"), compare("J.D. Gordon")],
        [
            says("Foreign policy adviser"),
            says("National security adviser"),
        ],
    ),
    ReaderQuestion("Which sentence is behind 5·3?", [link("^slide 5, sentence 3$")], [says("Reports then emerged")]),
    ReaderQuestion(
        "Who is Papadopoulos?",
        [search("Papadopoulos")],
        [
            says("Advised the campaign on foreign policy", "slide 9, sentence 2"),
            says("Papadopoulos made a plea deal on the charges", "slide 9, sentence 2"),
        ],
    ),
    ReaderQuestion(
        "Who is only pictured?",
        [link("nothing more recorded")],
        [
            lists(
                *("Jason Miller", "Eric Trump", "Donald Trump Jr.", "Ivanka Trump", "Katrina Pierson", "K.T. McFarland")
            )
        ],
    ),
    ReaderQuestion(
        "How does Sessions print?",
        [link("^Jeff Sessions$")],
        [prints("/people/jeff-sessions/", "[Ss]lide 5, sentence 3: http", r"\d+ \w+ 20\d\d")],
    ),
]


def test_questions_are_answered_in_a_few_clicks(open_page: OpenPage, subtests: pytest.Subtests) -> None:
    reader = Reader(open_page())
    for question in QUESTIONS:
        with subtests.test(question.words):
            reader.page.goto("/")
            for step in question.journey:
                step(reader)
            for check in question.answer:
                check(reader)


def test_questions_take_one_click_mostly_and_never_more_than_three() -> None:
    clicks = [len(question.journey) for question in QUESTIONS]
    assert (len(clicks), median(clicks), max(clicks)) == (24, 1, MAX_CLICKS)
