"""What readers come to ask: each question is asked from the overview on, its answer seen, and the clicks counted."""

from statistics import median
from typing import NamedTuple

import pytest

from tests.browser.reader import (
    Check,
    Reader,
    Step,
    compare,
    download,
    follow,
    has_feed,
    has_rows,
    link,
    lists,
    prints,
    says,
    search,
    send,
)
from tests.conftest import OpenPage

pytestmark = [pytest.mark.looks, pytest.mark.usefixtures("seeded")]

MAX_CLICKS = 3


class ReaderQuestion(NamedTuple):
    """What is asked, how a reader comes to the answer, and what must be seen there."""

    words: str
    journey: list[Step]
    answer: list[Check]


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
