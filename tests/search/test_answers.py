"""Questions that readers type, and their answers."""

import pytest

from people.search.answers import answer_to
from people.vocabulary import MeetingKind, RoleCategory, Stance, Standing
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    kislyak, flynn, page, gordon = map(make_person, ("Sergey Kislyak", "Michael Flynn", "Carter Page", "J.D. Gordon"))
    trump, younger = make_person("Donald Trump"), make_person("Donald Trump Jr.")
    make_alias(trump, "President Trump")
    make_meeting(flynn, kislyak, title="Flynn meets Kislyak", kind=MeetingKind.IN_PERSON)
    make_meeting(flynn, kislyak, title="Flynn speaks with Kislyak", kind=MeetingKind.CONVERSATION)
    make_meeting(gordon, kislyak, title="Gordon meets Kislyak", kind=MeetingKind.IN_PERSON)
    make_meeting(page, title="Page testifies", kind=MeetingKind.HEARING)
    make_meeting(page, kislyak, title="Hidden", published=False)
    make_role(gordon, "National security adviser", category=RoleCategory.CAMPAIGN, organisation=make_organisation("T"))
    make_role(page, "Foreign policy adviser", category=RoleCategory.CAMPAIGN)
    make_role(younger, "Foreign policy adviser", category=RoleCategory.BUSINESS)
    make_statement(flynn, "Was fired, it is said.")
    make_statement(page, "Believes that he was fired.")
    make_statement(gordon, "Celebrated a firing.")
    make_statement(trump, "Was fired.", published=False)
    make_statement(page, "Resigned.")
    denied = make_allegation(flynn, title="Flynn: the first", standing=Standing.REPORTED)
    make_response(denied, flynn, stance=Stance.DENIES, summary="It made no sense.")
    admitted = make_allegation(page, title="Page: the second", standing=Standing.ACKNOWLEDGED)
    make_response(admitted, page, stance=Stance.EXPLAINS, summary="He denied nothing.")
    make_allegation(gordon, title="Gordon: the third", standing=Standing.ALLEGED)


ANSWERS = [
    (
        "who met kislyak",
        "Contact with Sergey Kislyak is recorded here for 2 people",
        ["Michael Flynn", "J.D. Gordon"],
        ["Flynn meets Kislyak", "Flynn speaks with Kislyak", "Gordon meets Kislyak"],
        "/people/?contact=sergey-kislyak",
    ),
    (
        "Who in the campaign spoke with Kyslyak, and when?",
        "Contact with Sergey Kislyak is recorded here for 1 person with a role in the campaign",
        ["J.D. Gordon"],
        ["Gordon meets Kislyak"],
        "/people/?role=campaign&contact=sergey-kislyak",
    ),
    (
        "did Flynn meet Kislyak in person",
        "1 contact between Michael Flynn and Sergey Kislyak is recorded here",
        [],
        ["Flynn meets Kislyak"],
        "/network/path/?from=michael-flynn&to=sergey-kislyak",
    ),
    (
        "donald-trump met J.D. Gordon",
        "No contact between Donald Trump and J.D. Gordon is recorded here",
        [],
        [],
        "/network/path/?from=donald-trump&to=jd-gordon",
    ),
    (
        "who met president trump",
        "No contact with Donald Trump is recorded here",
        [],
        [],
        "/people/?contact=donald-trump",
    ),
    (
        "sacked, sacked, fired",
        "2 people were fired, or say so",
        ["Michael Flynn", "Carter Page"],
        ["Was fired, it is said.", "Believes that he was fired."],
        "",
    ),
    ("was Page fired", "1 person was fired, or says so", ["Carter Page"], ["Believes that he was fired."], ""),
    ("who quit", "1 person resigned", ["Carter Page"], ["Resigned."], ""),
    ("testimony", "1 hearing is recorded here", [], ["Page testifies"], "/meetings/?kind=hearing"),
    (
        "who denied what",
        "1 allegation, denied in a reply",
        [],
        ["Flynn: the first"],
        "/allegations/?reply=denies",
    ),
    (
        "what did Page admit",
        "1 allegation about Carter Page, acknowledged by the subject",
        [],
        ["Page: the second"],
        "/allegations/?standing=acknowledged&person=carter-page",
    ),
    (
        "unanswered allegations",
        "1 allegation, to which the source gives no reply",
        [],
        ["Gordon: the third"],
        "/allegations/?answered=unanswered",
    ),
    (
        "Flynn's reply",
        "1 allegation about Michael Flynn, with a reply",
        [],
        ["Flynn: the first"],
        "/allegations/?answered=answered&person=michael-flynn",
    ),
    (
        "how is Page connected to Gordon",
        "No contact between Carter Page and J.D. Gordon is recorded here",
        [],
        [],
        "/network/path/?from=carter-page&to=jd-gordon",
    ),
    (
        "campaign foreign policy advisors",
        "1 person is recorded here as “Foreign policy adviser” in the campaign",
        ["Carter Page"],
        ["Foreign policy adviser"],
        "/people/?role=campaign&title=foreign-policy-adviser",
    ),
]


@pytest.mark.parametrize(("text", "heading", "people", "entries", "address"), ANSWERS)
def test_question_is_answered(text: str, heading: str, people: list[str], entries: list[str], address: str) -> None:
    answer = answer_to(text)
    assert answer is not None
    assert (answer.heading, list(map(str, answer.people)), sorted(map(str, answer.entries)), answer.address) == (
        heading,
        people,
        sorted(entries),
        address,
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Flynn",
        "who met trump",
        "who met nobody else",
        "who met",
        "fired by Trump",
        "fired or resigned",
        "who met Kislyak at a hearing",
        "did Flynn and Page and Gordon and Kislyak meet",
        "dinner",
        "campaign money",
        "media",
        "met " * 30,
    ],
)
def test_what_is_no_question_has_no_answer(text: str) -> None:
    assert answer_to(text) is None


def test_companies_are_answered_by_name() -> None:
    make_role(make_person("Zoe"), "Banker", organisation=make_organisation("Bank", kind="company"))
    answer = answer_to("companies")
    assert answer is not None
    assert (answer.heading, list(map(str, answer.entries))) == ("1 company is recorded here", ["Bank"])
