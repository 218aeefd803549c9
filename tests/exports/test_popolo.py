"""Popolo's own schemas are in no package; what they say of the members we write stands here, in JSON Schema."""

import json
from typing import Any

import jsonschema
import pytest

from people.exports.popolo import popolo
from tests.exports.world import SITE, WHEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

TEXT = {"type": ["string", "null"]}
TIME = {"type": ["string", "null"], "format": "date-time"}
DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
MOMENT = {
    "type": ["string", "null"],
    "pattern": "^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$",
}
LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["url"],
        "properties": {"url": {"type": "string", "format": "uri"}, "note": TEXT},
    },
}
NAMES = {
    "type": "array",
    "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
}
RECORD = {"id": TEXT, "sources": LINKS, "links": LINKS, "updated_at": TIME, "created_at": TIME}
PERSON = RECORD | {"name": TEXT, "other_names": NAMES, "sort_name": TEXT, "summary": TEXT, "biography": TEXT}
PERSON |= {"image": {"type": ["string", "null"], "format": "uri"}}
ORGANIZATION = RECORD | {"name": TEXT, "classification": TEXT}
MEMBERSHIP = RECORD | {"label": TEXT, "role": TEXT, "person_id": TEXT, "organization_id": TEXT}
MEMBERSHIP |= {"start_date": DAY, "end_date": DAY}
EVENT = RECORD | {"name": TEXT, "description": TEXT, "classification": TEXT, "location": TEXT, "organization_id": TEXT}
EVENT |= {"start_date": MOMENT, "end_date": MOMENT}
EVENT |= {"attendees": {"type": "array", "items": {"type": "object", "properties": {"id": TEXT, "name": TEXT}}}}
CLASSES = {"persons": PERSON, "organizations": ORGANIZATION, "memberships": MEMBERSHIP, "events": EVENT}
SCHEMA = {
    "type": "object",
    "required": list(CLASSES),
    "properties": {
        name: {"type": "array", "items": {"type": "object", "required": ["id"], "properties": members}}
        for name, members in CLASSES.items()
    },
}
OURS = {
    "persons": {"kind"},
    "organizations": set(),
    "memberships": {"start_date_edtf", "end_date_edtf", "category", "tenure"},
    "events": {"date_edtf", "times", "standing"},
}
CITED_ONE = {"url": f"{SITE}/sources/diary/#s1-1", "note": "Slide 1, sentence 1 of Diary"}
CITED_TWO = {"url": f"{SITE}/sources/diary/#s1-2", "note": "Slide 1, sentence 2 of Diary"}


@pytest.fixture
def document(world: None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads("".join(popolo(SITE)))
    return document


def test_popolo_is_valid(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)


@pytest.mark.parametrize("name", CLASSES)
def test_popolo_has_few_members_of_our_own(document: dict[str, Any], name: str) -> None:
    assert {member for entry in document[name] for member in entry} - set(CLASSES[name]) == OURS[name]


def test_popolo_person_has_names_texts_and_sources(document: dict[str, Any]) -> None:
    assert document["persons"][0] == {
        "id": "ann",
        "name": "Ann Bee",
        "other_names": [{"name": "Annie"}],
        "sort_name": "Bee, Ann",
        "summary": "Adviser",
        "biography": "Advised.",
        "image": None,
        "links": [{"url": f"{SITE}/people/ann/", "note": "Profile"}],
        "kind": "named",
        "updated_at": WHEN,
        "sources": [CITED_ONE, CITED_TWO],
    }


def test_popolo_gives_no_name_to_who_has_none(document: dict[str, Any]) -> None:
    assert [person["name"] for person in document["persons"]] == ["Ann Bee", "Bob Cee", None]


def test_popolo_membership_keeps_the_precision_of_dates(document: dict[str, Any]) -> None:
    memberships = {one["id"]: one for one in document["memberships"]}
    assert memberships["ann-adviser"] == {
        "id": "ann-adviser",
        "label": "Adviser, The campaign",
        "role": "Adviser",
        "person_id": "ann",
        "organization_id": "campaign",
        "start_date": "2016-03",
        "end_date": "2016-08",
        "start_date_edtf": "2016-03",
        "end_date_edtf": "2016-08",
        "category": "campaign",
        "tenure": None,
        "updated_at": WHEN,
        "sources": [CITED_ONE],
    }
    banker = memberships["bob-banker"]
    assert (banker["organization_id"], banker["start_date"], banker["start_date_edtf"]) == (None, None, "199X")


def test_popolo_says_in_the_role_that_it_was_only_proposed(document: dict[str, Any]) -> None:
    assert [one["role"] for one in document["memberships"] if one["id"] == "bob-director"] == ["Director (proposed)"]


def test_popolo_event_keeps_what_is_inferred_beside_the_date(document: dict[str, Any]) -> None:
    assert [event for event in document["events"] if event["id"] == "talk"] == [
        {
            "id": "talk",
            "name": "Ann meets Bob",
            "description": "They talked.",
            "classification": "In person",
            "start_date": "2016-12",
            "end_date": None,
            "date_edtf": "2016?-12",
            "location": "London",
            "organization_id": None,
            "attendees": [{"id": "ann", "name": "Ann Bee"}, {"id": "bob", "name": "Bob Cee"}],
            "times": 2,
            "standing": "reported",
            "updated_at": WHEN,
            "sources": [CITED_ONE],
        }
    ]


def test_popolo_has_allegations_with_their_answers(document: dict[str, Any]) -> None:
    assert [(one["claim"], [answer["summary"] for answer in one["responses"]]) for one in document["allegations"]] == [
        ("Something happened.", ["Nothing happened."])
    ]


def test_popolo_refers_only_to_what_is_in_it(document: dict[str, Any]) -> None:
    people = {person["id"] for person in document["persons"]}
    bodies = {body["id"] for body in document["organizations"]} | {None}
    roles = document["memberships"]
    assert {role["person_id"] for role in roles} <= people
    assert {entry["organization_id"] for entry in (*roles, *document["events"])} <= bodies
    assert {person["id"] for event in document["events"] for person in event["attendees"]} <= people
    assert {tie[end] for tie in document["ties"] for end in ("from_person_id", "to_person_id")} <= people
    assert {statement["person_id"] for statement in document["statements"]} <= people
