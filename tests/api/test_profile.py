from unittest.mock import ANY

import pytest
from django.test import Client

from people.models import Person
from tests.api.conftest import Get
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Person:
    return make_person("Ann Bee")


def test_profile_holds_everything_with_its_passages(get: Get) -> None:
    source = make_source("The article")
    place = [make_passage(source, "slide-5", number) for number in range(12)]
    ann = make_person("Ann Bee", slide=5, description="Adviser", summary="She advised.", passages=[place[0]])
    bob = make_person("Bob Cee", passages=[place[0]])
    campaign = make_organisation("The campaign")
    make_alias(ann, "Annie", passages=[place[1]])
    make_role(ann, "Adviser", "campaign", campaign, start="2016-03", end="2016?-08", passages=[place[2], place[3]])
    make_meeting(ann, bob, kind="message", title="A letter", date="2016", place="Rome", times=2, passages=[place[4]])
    make_tie(ann, bob, "recommended", summary="She recommended him.", passages=[place[6]])
    allegation = make_allegation(ann, bob, title="The claim", passages=[place[7]])
    make_response(allegation, ann, "denies", quote="no", passages=[place[8]])
    make_response(allegation, bob, "explains", passages=[place[9]])
    make_outcome(allegation, date="2017-08", passages=[place[11]])
    make_statement(ann, "Resigned.", date="199X", passages=[place[10]]).others.add(bob)
    assert get("people/ann-bee/") == {
        "slug": "ann-bee",
        "name": "Ann Bee",
        "named": True,
        "slide": 5,
        "appearances": [],
        "url": "http://testserver/people/ann-bee/",
        "updated": ANY,
        "categories": ["campaign"],
        "kind": "named",
        "description": "Adviser",
        "summary": "She advised.",
        "passages": ["the-article/slide-5/0"],
        "aliases": ["Annie"],
        "roles": [
            {
                "title": "Adviser",
                "category": "campaign",
                "organisation": "the-campaign",
                "start": "2016-03",
                "end": "2016?-08",
                "tenure": None,
                "passages": ["the-article/slide-5/2", "the-article/slide-5/3"],
            }
        ],
        "meetings": [
            {
                "slug": "a-letter",
                "kind": "message",
                "date": "2016",
                "place": "Rome",
                "times": 2,
                "summary": None,
                "standing": None,
                "people": ["ann-bee", "bob-cee"],
                "passages": ["the-article/slide-5/4"],
            }
        ],
        "ties": [
            {
                "kind": "recommended",
                "person": "bob-cee",
                "direction": "outgoing",
                "summary": "She recommended him.",
                "standing": None,
                "passages": ["the-article/slide-5/6"],
            }
        ],
        "allegations": [
            {
                "slug": "the-claim",
                "claim": "Something happened.",
                "said_by": "A witness",
                "standing": "alleged",
                "passages": ["the-article/slide-5/7"],
                "responses": [
                    {
                        "person": "ann-bee",
                        "stance": "denies",
                        "summary": "Nothing happened.",
                        "quote": "no",
                        "passages": ["the-article/slide-5/8"],
                    },
                    {
                        "person": "bob-cee",
                        "stance": "explains",
                        "summary": "Nothing happened.",
                        "quote": None,
                        "passages": ["the-article/slide-5/9"],
                    },
                ],
                "outcomes": [
                    {
                        "kind": "dropped",
                        "date": "2017-08",
                        "summary": "Ann Bee was cleared.",
                        "passages": ["the-article/slide-5/11"],
                    }
                ],
            }
        ],
        "statements": [
            {
                "people": ["ann-bee", "bob-cee"],
                "summary": "Resigned.",
                "date": "199X",
                "standing": None,
                "passages": ["the-article/slide-5/10"],
            }
        ],
        "mentioned_in": [],
    }


def test_profile_has_null_for_what_no_source_gives(get: Get) -> None:
    make_person("", slide=3, description="a man at a table")
    profile = get("people/slide-3/")
    nulls = [name for name, value in profile.items() if value is None]
    empty = [name for name, value in profile.items() if value == []]
    assert nulls == ["name", "summary"]
    lists = ("categories", "appearances", "aliases", "roles", "meetings", "ties", "allegations", "statements")
    assert empty == [*lists, "mentioned_in"]


def test_role_has_null_for_what_no_source_gives(get: Get, ann: Person) -> None:
    make_role(ann, "Adviser", "")
    role = get("people/ann-bee/")["roles"][0]
    nulls = [name for name, value in role.items() if value is None]
    assert nulls == ["category", "organisation", "start", "end", "tenure"]


def test_role_only_proposed_says_so(get: Get, ann: Person) -> None:
    make_role(ann, tenure="proposed")
    assert get("people/ann-bee/")["roles"][0]["tenure"] == "proposed"


def test_reported_meetings_and_statements_say_so(get: Get, ann: Person) -> None:
    make_meeting(ann, standing="reported")
    make_statement(ann, standing="reported")
    profile = get("people/ann-bee/")
    assert [profile[noun][0]["standing"] for noun in ("meetings", "statements")] == ["reported", "reported"]


def test_tie_tells_from_which_end_it_reads(get: Get, ann: Person) -> None:
    make_tie(ann, make_person("Bob Cee"), "recommended")
    ends = [get(f"people/{slug}/")["ties"][0] for slug in ("ann-bee", "bob-cee")]
    assert [(tie["person"], tie["direction"]) for tie in ends] == [("bob-cee", "outgoing"), ("ann-bee", "incoming")]


def test_drafts_are_left_out_of_each_list(get: Get, ann: Person) -> None:
    bob = make_person("Bob Cee")
    make_alias(ann, published=False)
    make_role(ann, published=False)
    make_meeting(ann, published=False)
    make_tie(ann, bob, published=False)
    make_tie(bob, ann, published=False)
    make_allegation(ann, published=False)
    make_statement(ann, published=False)
    profile = get("people/ann-bee/")
    lists = ("categories", "aliases", "roles", "meetings", "ties", "allegations", "statements")
    assert {name: profile[name] for name in lists} == {name: [] for name in lists}


def test_draft_of_an_answer_is_left_out(get: Get, ann: Person) -> None:
    make_response(make_allegation(ann), ann, published=False)
    assert get("people/ann-bee/")["allegations"][0]["responses"] == []


def test_hidden_participant_is_left_out(get: Get, ann: Person) -> None:
    make_meeting(ann, make_person("Bob Cee", published=False), kind="hearing")
    assert get("people/ann-bee/")["meetings"][0]["people"] == ["ann-bee"]


@pytest.mark.parametrize("hidden", [{"published": False}, {"sourced": False}])
def test_hidden_person_is_not_found(client: Client, hidden: dict[str, bool]) -> None:
    make_person("Ann Bee", **hidden)
    response = client.get("/api/v1/people/ann-bee/")
    assert (response.status_code, response.json()["detail"]) == (404, "Not found.")
