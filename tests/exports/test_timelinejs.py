"""TimelineJS publishes no schema; this one says what its documentation of the JSON format does."""

import json
from typing import Any

import jsonschema
import pytest

from people.exports.timelinejs import timelinejs
from people.models import Passage
from tests.exports.world import SITE
from tests.factories import make_person, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
SLIDE = {
    "type": "object",
    "required": ["start_date"],
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "autolink": {"type": "boolean"},
        "unique_id": {"type": "string"},
    },
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "events": {"type": "array", "items": SLIDE},
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads("".join(timelinejs(SITE)))
    return read


def slide(identifier: str) -> dict[str, Any]:
    return next(one for one in document()["events"] if one["unique_id"] == identifier)


def test_timeline_is_valid() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(document())


def test_timeline_has_what_is_dated() -> None:
    assert [(one["unique_id"], one["group"], one["display_date"]) for one in document()["events"]] == [
        ("meeting-talk", "Meetings", "December 2016 (year inferred)"),
        ("role-bob-banker", "Roles", "from the 1990s"),
        ("role-ann-adviser", "Roles", "March to August 2016"),
        ("statement-resigned", "Statements", "before 2017"),
        ("statement-york", "Statements", "in the 1990s"),
    ]


def test_timeline_slide_has_the_parts_of_the_date_that_are_given() -> None:
    assert slide("meeting-talk") == {
        "unique_id": "meeting-talk",
        "start_date": {"year": 2016, "month": 12},
        "display_date": "December 2016 (year inferred)",
        "group": "Meetings",
        "autolink": False,
        "text": {
            "headline": "Ann meets Bob",
            "text": (
                "<p>In person, 2 times, Reported</p><p>Ann Bee, Bob Cee</p><p>London</p><p>They talked.</p>"
                f'<p><a href="{SITE}/meetings/talk/">Open in Probe</a>; '
                f'<a href="{SITE}/sources/diary/#s1-1">Slide 1, sentence 1 of Diary</a></p>'
            ),
        },
    }


def test_timeline_shows_a_period_from_start_to_end() -> None:
    adviser = slide("role-ann-adviser")
    assert (adviser["start_date"], adviser["end_date"]) == ({"year": 2016, "month": 3}, {"year": 2016, "month": 8})


def test_timeline_says_on_whose_word_a_statement_rests() -> None:
    assert "<p>Resigned. (Alleged, before 2017)</p>" in slide("statement-resigned")["text"]["text"]


def test_timeline_takes_no_markup_from_the_data() -> None:
    eve = make_person("<b>Eve</b>")
    make_statement(eve, "<script>alert(1)</script>", slug="eve", date="2016", passages=Passage.objects.all())
    text = slide("statement-eve")["text"]
    assert text["headline"] == "&lt;b&gt;Eve&lt;/b&gt;"
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt; (2016)</p>" in text["text"]
