from typing import Any

import pytest

from people.exports.text import answers, date_words, meeting_words, role_title, role_words, statement_words
from people.models import Allegation
from tests.factories import (
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Adviser"),
        ({"start": "2016-03"}, "Adviser (from March 2016)"),
        ({"start": "2016-03", "end": "2016-08"}, "Adviser (March to August 2016)"),
        ({"tenure": "former"}, "Adviser (former)"),
        ({"tenure": "proposed", "start": "2016"}, "Adviser (proposed, from 2016)"),
    ],
)
def test_role_says_its_dates_and_whether_it_was_held(fields: dict[str, Any], expected: str) -> None:
    assert role_words(make_role(make_person(), **fields)) == expected


def test_role_says_where_it_was() -> None:
    assert role_words(make_role(make_person(), organisation=make_organisation("The bank"))) == "Adviser, The bank"


@pytest.mark.parametrize(
    ("tenure", "expected"), [("", "Adviser"), ("former", "Adviser"), ("proposed", "Adviser (proposed)")]
)
def test_title_tells_a_proposed_post_from_one_held(tenure: str, expected: str) -> None:
    assert role_title(make_role(make_person(), tenure=tenure)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "In person"),
        ({"times": 1}, "In person"),
        ({"times": 2, "standing": "reported"}, "In person, 2 times, Reported"),
    ],
)
def test_meeting_says_how_often_and_on_whose_word(fields: dict[str, Any], expected: str) -> None:
    assert meeting_words(make_meeting(**fields)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Resigned."),
        ({"date": "199X"}, "Resigned. (in the 1990s)"),
        ({"standing": "alleged", "date": "2016"}, "Resigned. (Alleged, 2016)"),
    ],
)
def test_statement_says_when_and_on_whose_word(fields: dict[str, Any], expected: str) -> None:
    assert statement_words(make_statement(make_person(), **fields)) == expected


@pytest.mark.parametrize(
    ("date", "expected"), [("", ""), ("2016?-12", "December 2016 (year inferred) [EDTF 2016?-12]")]
)
def test_date_is_said_and_kept(date: str, expected: str) -> None:
    assert date_words(date) == expected


def test_denial_before_the_allegation_is_no_reply_to_it() -> None:
    ann = make_person("Ann")
    make_response(make_allegation(ann), ann, "denied-at-first", summary="Not so.")
    assert list(answers(Allegation.public.for_export().get())) == [
        "Ann denied at first: Not so.",
        "Ann: no reply is recorded.",
    ]


def test_answers_say_who_has_none_and_leave_out_nobody_s() -> None:
    ann, bob, cy = make_person("Ann"), make_person("Bob"), make_person("Cy")
    allegation = make_allegation(ann, bob)
    make_response(allegation, ann, "denies", summary="Not so.")
    make_response(allegation, ann, "explains", summary="It was a joke.", quote="only a joke")
    make_response(allegation, cy, "disputes", summary="Hardly.")
    assert list(answers(Allegation.public.for_export().get())) == [
        "Ann denies: Not so.",
        "Ann explains: It was a joke. “only a joke”",
        "Cy disputes: Hardly.",
        "Bob: no reply is recorded.",
    ]
