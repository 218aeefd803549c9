import pytest
from django.core.exceptions import ValidationError

from people.models import Allegation, Response, Statement
from people.vocabulary import Stance
from tests.factories import make_allegation, make_outcome, make_person, make_response, make_statement

pytestmark = pytest.mark.django_db


def words(number: int) -> str:
    return " ".join(["word"] * number)


def test_quotation_of_fifteen_words_is_taken() -> None:
    ann = make_person()
    make_response(make_allegation(ann), ann, quote=words(15)).full_clean()


def test_quotation_of_sixteen_words_is_refused() -> None:
    ann = make_person()
    with pytest.raises(ValidationError) as refusal:
        make_response(make_allegation(ann), ann, quote=words(16)).full_clean()
    assert refusal.value.message_dict == {"quote": ["A quotation has at most 15 words; this has 16."]}


def test_answer_needs_no_quotation() -> None:
    ann = make_person()
    make_response(make_allegation(ann), ann, quote="").full_clean()


def test_answer_of_who_is_no_subject_is_refused() -> None:
    ann, bob = make_person("Ann"), make_person("Bob")
    allegation = make_allegation(ann, title="The claim")
    with pytest.raises(ValidationError) as refusal:
        Response(allegation=allegation, person=bob, stance=Stance.DENIES, summary="No.").full_clean()
    assert refusal.value.message_dict == {"person": ["Bob is no subject of “The claim”."]}


def test_answer_without_person_or_allegation_is_refused_for_that() -> None:
    with pytest.raises(ValidationError) as refusal:
        Response(stance=Stance.DENIES, summary="No.").full_clean()
    assert sorted(refusal.value.message_dict) == ["allegation", "person"]


def test_allegations_are_listed_by_title() -> None:
    for title in ("B", "A"):
        make_allegation(title=title)
    assert [allegation.title for allegation in Allegation.objects.all()] == ["A", "B"]


def test_answers_are_listed_by_allegation_and_family_name() -> None:
    ann, bob = make_person("Ann", sort_name="Zed, Ann"), make_person("Bob", sort_name="Abbot, Bob")
    for title in ("B", "A"):
        allegation = make_allegation(ann, bob, title=title)
        for person in (ann, bob):
            make_response(allegation, person)
    printed = [str(response) for response in Response.objects.all()]
    assert printed == ["Bob denies: A", "Ann denies: A", "Bob denies: B", "Ann denies: B"]


def test_answer_names_its_person_once() -> None:
    ann = make_person("Ann")
    assert str(make_response(make_allegation(ann, title="Ann: a talk"), ann)) == "Ann denies: a talk"


def test_statements_are_listed_by_their_earliest_day_undated_ones_last() -> None:
    ann = make_person()
    for summary, date in [("Undated", ""), ("Second", "2016-03"), ("First", "199X")]:
        make_statement(ann, summary, date=date)
    assert [statement.summary for statement in Statement.objects.all()] == ["First", "Second", "Undated"]


@pytest.mark.parametrize(("date", "when"), [("", ""), ("199X", "in the 1990s"), ("2017-05", "May 2017")])
def test_statement_tells_when_it_applies_if_the_source_does(date: str, when: str) -> None:
    assert Statement(date=date).when == when


def test_allegation_is_printed_as_its_title() -> None:
    assert str(Allegation(title="What Ann did")) == "What Ann did"


def test_statement_is_printed_as_its_summary() -> None:
    assert str(Statement(summary="Resigned.")) == "Resigned."


def test_allegation_has_a_page() -> None:
    assert make_allegation(title="What Ann did").get_absolute_url() == "/allegations/what-ann-did/"


def test_answer_has_an_anchor_on_its_allegations_page() -> None:
    ann = make_person("Ann")
    response = make_response(make_allegation(ann, title="The claim"), ann)
    assert response.get_absolute_url() == "/allegations/the-claim/#response-ann-denies-the-claim"


def test_statement_has_an_anchor_on_the_persons_profile() -> None:
    assert make_statement(make_person("Ann"), "Resigned.").get_absolute_url() == "/people/ann/#statement-ann-resigned"


@pytest.mark.parametrize(
    ("stance", "answers"),
    [
        ("denies", True),
        ("denied-at-first", False),
        ("disputes", True),
        ("explains", True),
        ("acknowledges", True),
        ("declined-to-comment", False),
        ("did-not-respond", False),
        ("could-not-be-reached", False),
    ],
)
def test_silence_and_what_was_said_before_are_no_answer(stance: str, answers: bool) -> None:
    assert Response(stance=stance).is_answer is answers


def test_outcome_has_an_anchor_on_its_allegations_page() -> None:
    outcome = make_outcome(make_allegation(make_person(), title="The claim"), "plea-deal", date="2017-10")
    assert (str(outcome), outcome.get_absolute_url(), outcome.when) == (
        "Plea deal: The claim",
        "/allegations/the-claim/#outcome-the-claim-plea-deal",
        "October 2017",
    )


def test_headline_of_a_statement_names_its_person_once() -> None:
    ann = make_person("Ann Bee", sort_name="Bee, Ann")
    summaries = ("Resigned.", "Ann Bee resigned.", "Bee resigned.")
    assert [make_statement(ann, summary).headline for summary in summaries] == [
        "Ann Bee: Resigned.",
        "Ann Bee resigned.",
        "Bee resigned.",
    ]
