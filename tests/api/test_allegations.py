from unittest.mock import ANY

import pytest

from tests.api.conftest import Get
from tests.factories import make_allegation, make_person, make_response

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> dict:
    """What a claim against Ann and Bob, which Ann denies, says of itself."""
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, bob, title="The claim"), ann, "denies")
    return {
        "slug": "the-claim",
        "claim": "Something happened.",
        "said_by": "A witness",
        "standing": "alleged",
        "passages": ["the-source/slide-1/3"],
        "responses": [
            {
                "person": "ann-bee",
                "stance": "denies",
                "summary": "Nothing happened.",
                "quote": None,
                "passages": ["the-source/slide-1/4"],
            }
        ],
        "outcomes": [],
        "title": "The claim",
        "subjects": ["ann-bee", "bob-cee"],
        "url": "http://testserver/allegations/the-claim/",
        "updated": ANY,
    }


def test_list_holds_allegations_with_answers(get: Get, claim: dict) -> None:
    assert get("allegations/") == {"count": 1, "next": None, "previous": None, "results": [claim]}


def test_allegation_holds_what_it_holds_in_the_list(get: Get, claim: dict) -> None:
    assert get("allegations/the-claim/") == claim


def test_filters_narrow_the_list(get: Get) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    make_response(make_allegation(ann, title="One", standing="reported"), ann)
    make_allegation(ann, title="Two", standing="reported")
    make_allegation(bob, title="Three", standing="reported")
    make_allegation(ann, title="Four", standing="acknowledged")
    answer = get("allegations/?person=ann-bee&standing=reported&answered=unanswered")
    assert [allegation["title"] for allegation in answer["results"]] == ["Two"]


def test_drafts_and_their_answers_are_left_out(get: Get) -> None:
    ann = make_person("Ann Bee")
    make_response(make_allegation(ann, title="Draft", published=False), ann)
    make_response(make_allegation(ann, title="Public"), ann, published=False)
    results = get("allegations/")["results"]
    assert [(one["title"], one["responses"]) for one in results] == [("Public", [])]


def test_hidden_subject_is_left_out(get: Get) -> None:
    make_allegation(make_person("Ann Bee"), make_person("Bob Cee", published=False))
    assert get("allegations/")["results"][0]["subjects"] == ["ann-bee"]
